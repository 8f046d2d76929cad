using System.Collections.Frozen;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Server.Inbox;

/// <summary>By which rule a row is there.</summary>
internal static class InboxRules
{
    private static readonly FrozenDictionary<string, DutyRule> ByType = DutyRules.All.ToFrozenDictionary(rule => rule.Type);

    // The numbers of each shipped edition by those of the 17 items.
    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<int, int?>>> Numbers = new(() =>
    {
        var seventeen = ShippedEditions.All.Last(edition => edition.Requirements.Count == 17);
        return ShippedEditions.All.ToFrozenDictionary(
            edition => edition.Code,
            edition => seventeen.Requirements.ToFrozenDictionary(
                item => item.Number, item => edition.Requirements.Count == 17 ? item.Number : CorrespondingNumbers.Same(seventeen, edition, item.Number)));
    });

    /// <summary>The rule of a type; null for what waits because one side wrote to the other.</summary>
    public static DutyRule? Of(string type) => ByType.GetValueOrDefault(type);

    /// <summary>The number of the item that a rule comes from in an edition; null where it comes from none, or the edition's numbers are not known.</summary>
    public static int? NumberOf(DutyRule? rule, string? editionCode) =>
        rule?.Requirement is { } number && editionCode is not null && Numbers.Value.TryGetValue(editionCode, out var of) ? of.GetValueOrDefault(number) : null;
}
