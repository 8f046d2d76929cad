using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Obligations;

/// <summary>
/// What is still to be recorded before the next report can say it: items without a status, without a reason that is wanted, or with words that
/// changed since; and, from the day on which work on that report begins, what stands from before and is to be looked at again.
/// </summary>
public static class RecordDuties
{
    /// <summary>One duty of each rule for the contract, which names all such items, and one for each person who looks after some of them.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="items">All its items, each with the day in Tokyo on which a person last recorded it; null where nobody did.</param>
    /// <param name="next">The report they are wanted for; null where none is to come, and so nothing is wanted.</param>
    public static IEnumerable<Duty> Of(Guid contractId, IReadOnlyCollection<(Obligation Item, DateOnly? RecordedOn)> items, NextReport? next) => next is null ? [] :
    [
        .. Of(DutyRules.ItemsToRecord, contractId, [.. items.Select(one => one.Item).Where(item => IsReported(item) && item.Incomplete)], next, shownFrom: null),
        .. Of(DutyRules.ItemsToReaffirm, contractId, [.. items.Where(one => IsAsked(one.Item, one.RecordedOn, next)).Select(one => one.Item)], next, next.WorkBeginsOn),
    ];

    /// <summary>
    /// Whether an item is asked about (今期もこのとおりですか), from the day on which work on the report begins: it was recorded before that day, and
    /// nobody said since that it holds for the period.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="recordedOn">The day in Tokyo on which a person last recorded it.</param>
    /// <param name="next">The report that it is asked for.</param>
    public static bool IsAsked(Obligation item, DateOnly? recordedOn, NextReport next) =>
        IsReported(item) && !item.Incomplete && item.ReaffirmedFor != next.Period && !(recordedOn >= next.WorkBeginsOn);

    private static bool IsReported(Obligation item) => item is { InForce: true, Reported: true };

    private static IEnumerable<Duty> Of(DutyRule rule, Guid contractId, IReadOnlyList<Obligation> wanted, NextReport next, DateOnly? shownFrom)
    {
        Duty Of(IEnumerable<Obligation> items) => new()
        {
            Rule = rule, Noun = "CONTRACT", ThingId = contractId, Title = string.Join(' ', items.OrderBy(item => item.Number).Select(item => $"{item.Number})")),
            ShownFrom = shownFrom, DueOn = next.DueOn, DueIs = next.DueIs,
        };
        var people = wanted.SelectMany(item => item.Assignees).Distinct().Order();
        return wanted.Count == 0 ? []
            : people.Select(person => Of(wanted.Where(item => item.Assignees.Contains(person))) with { Key = $"{person}", PersonIds = [person] }).Prepend(Of(wanted));
    }
}
