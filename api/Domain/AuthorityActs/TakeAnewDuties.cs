using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>
/// 取り直し: next year's contract of the same work is a new one, and no 了承, 許可 or 利用承認 carries over to it. What held on the contract before
/// and was not asked for again is named once, while the new one is young; whether it is wanted this year the contractor knows.
/// </summary>
public static class TakeAnewDuties
{
    /// <summary>One duty that names all such words, or none.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="contract">It, as it is now.</param>
    /// <param name="before">The acts of the contract before it; none where it names none.</param>
    /// <param name="acts">Its own acts.</param>
    public static IEnumerable<Duty> Of(Guid contractId, Contract contract, IEnumerable<AuthorityAct> before, IEnumerable<AuthorityAct> acts)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var asked = acts.Where(act => act.IsOpenOrGiven).Select(act => (act.Subject, act.Kind)).ToHashSet();
        var titles = before.Where(act => Held(act) && !asked.Contains((act.Subject, act.Kind))).Select(act => act.Content.Title).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return titles.Count == 0 || contract.Termination is not null ? [] :
        [
            new Duty
            {
                Rule = DutyRules.WordsToTakeAnew, Noun = "CONTRACT", ThingId = contractId, Title = string.Join('、', titles),
                ShownUntil = contract.StartsOn.AddDays(DutyRules.TakeAnewDays),
            },
        ];
    }

    // What was for one occasion is over; the words on 確認書類 and on the end belong to that contract alone.
    private static bool Held(AuthorityAct act) =>
        act is { State: ActState.GRANTED, Content.Target: null, Subject: not ProcedureSubject.RETURN_OR_ERASURE } && (act.Content.Mode == ActMode.STANDING || act.HoldsUntil is null);
}
