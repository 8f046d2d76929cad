using System.Collections.Frozen;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
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

    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<int, int>>> Seventeen = new(() => Numbers.Value.ToFrozenDictionary(
        edition => edition.Key,
        edition => edition.Value.Where(number => number.Value is not null).ToFrozenDictionary(number => number.Value!.Value, number => number.Key)));

    /// <summary>The rule of a type; null for what waits because one side wrote to the other.</summary>
    public static DutyRule? Of(string type) => ByType.GetValueOrDefault(type);

    /// <summary>Which of the 17 items the items of a contract are, by their own numbers; those are left out that are the same as none.</summary>
    /// <param name="editionCode">Its edition. Of one that the program does not ship, items 2) to 17) are taken to be those where it has just these.</param>
    /// <param name="numbers">The numbers that it has.</param>
    public static IReadOnlyDictionary<int, int> SeventeenOf(string editionCode, IReadOnlyList<int> numbers) =>
        Seventeen.Value.TryGetValue(editionCode, out var shipped) ? shipped
        : numbers.Where(number => number < ExtraItem.FirstNumber).SequenceEqual(Enumerable.Range(2, 16)) ? Enumerable.Range(2, 16).ToDictionary(number => number)
        : new Dictionary<int, int>();

    /// <summary>The number of the item that a rule comes from in an edition; null where it comes from none, or the edition's numbers are not known.</summary>
    public static int? NumberOf(DutyRule? rule, string? editionCode) =>
        rule?.Requirement is { } number && editionCode is not null && Numbers.Value.TryGetValue(editionCode, out var of) ? of.GetValueOrDefault(number) : null;
}
