using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.Obligations;

/// <summary>What is still to be recorded before the next report can say it: items without a status, without a reason that is wanted, or with words that changed since.</summary>
public static class RecordDuties
{
    /// <summary>One duty for the contract, which names all such items, and one for each person who looks after some of them.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="obligations">All its items.</param>
    /// <param name="next">The report they are wanted for; null where none is to come, and so nothing is wanted.</param>
    public static IEnumerable<Duty> Of(Guid contractId, IEnumerable<Obligation> obligations, NextReport? next)
    {
        var wanted = obligations.Where(IsWanted).OrderBy(item => item.Number).ToList();
        if (next is null || wanted.Count == 0)
        {
            return [];
        }

        var people = wanted.SelectMany(item => item.Assignees).Distinct().Order();
        return people.Select(person => ToRecord(contractId, wanted.Where(item => item.Assignees.Contains(person)), next) with { Key = $"{person}", PersonIds = [person] })
            .Prepend(ToRecord(contractId, wanted, next));
    }

    private static bool IsWanted(Obligation item) => item is { InForce: true, Reported: true } && (item.Status is null || item.ReasonMissing || item.LookWanted);

    private static Duty ToRecord(Guid contractId, IEnumerable<Obligation> items, NextReport next) => new()
    {
        Rule = DutyRules.ItemsToRecord, Noun = "CONTRACT", ThingId = contractId, Title = string.Join(' ', items.Select(item => $"{item.Number})")),
        DueOn = next.DueOn, DueIs = next.DueIs,
    };
}
