using System.Collections.Frozen;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Server.Inbox;

/// <summary>By which rule a row is there.</summary>
internal static class InboxRules
{
    private static readonly FrozenDictionary<string, DutyRule> ByType = DutyRules.All.ToFrozenDictionary(rule => rule.Type);

    /// <summary>The rule of a type; null for what waits because one side wrote to the other.</summary>
    public static DutyRule? Of(string type) => ByType.GetValueOrDefault(type);
}
