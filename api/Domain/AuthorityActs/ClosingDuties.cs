using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>
/// 8): at the end of the work what came out of it is returned, disposed of, erased or kept, and the officer's 確認 is had. A 契約解除 starts
/// it at once. A 確認 of something returned in the middle of the term ends nothing of this.
/// </summary>
public static class ClosingDuties
{
    /// <summary>What is to be done, by whom.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="contract">It, as it is now.</param>
    /// <param name="acts">All its acts.</param>
    public static IEnumerable<Duty> Of(Guid contractId, Contract contract, IEnumerable<AuthorityAct> acts)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(acts);
        if (contract.SignedOn is null)
        {
            return [];
        }

        var (from, list, confirmed) = Days(contract);
        var words = acts.Where(act => act is { Subject: ProcedureSubject.RETURN_OR_ERASURE, Kind: ActKind.CONFIRM } && IsOfTheEnd(act, from)).ToList();
        return
        [
            .. words.Exists(act => act.IsOpenOrGiven) ? [] : new[] { ToDo(DutyRules.ClosingList, contractId, from, list) },
            .. words.Exists(act => act.State == ActState.GRANTED) ? [] : new[] { ToDo(DutyRules.ClosingToConfirm, contractId, from, confirmed) },
        ];
    }

    private static bool IsOfTheEnd(AuthorityAct act, DateOnly from) => act.Decision is not { } decision || Moment.DayOf(decision.ActAt) >= from;

    // Nothing tells beforehand that a contract is to be ended early: then all of it is to be done at once, and no day is set.
    private static (DateOnly From, DateOnly? List, DateOnly? Confirmed) Days(Contract contract)
    {
        if (contract.Termination is { } end)
        {
            return (end.On, null, null);
        }

        var (first, last) = (contract.StartsOn, contract.EndsOn);
        var list = last is { Month: 3, Day: > DutyRules.ClosingDayOfMarch }
            ? BusinessDays.OnOrBefore(new DateOnly(last.Year, 3, DutyRules.ClosingDayOfMarch))
            : BusinessDays.Before(last, DutyRules.ClosingListDays);
        var confirmed = Within(BusinessDays.OnOrBefore(last), last);
        return (Within(last.AddDays(-DutyRules.ClosingDays), first), Within(list, confirmed), confirmed);

        DateOnly Within(DateOnly day, DateOnly otherwise) => day < first ? otherwise : day;
    }

    private static Duty ToDo(DutyRule rule, Guid contractId, DateOnly from, DateOnly? dueOn) => new()
    {
        Rule = rule, Noun = "CONTRACT", ThingId = contractId, ShownFrom = from, DueOn = dueOn, DueIs = dueOn is null ? null : DueKind.BEFORE,
    };
}
