using System.Globalization;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What is to be done about the words of the officer on one contract: conditions to keep, words that run out, and what was not sent.</summary>
public static class ActDuties
{
    /// <summary>The duties of its acts.</summary>
    /// <param name="contract">The contract, as it is now.</param>
    /// <param name="acts">All its acts by id.</param>
    /// <param name="sectionIsHere">Somebody of the 担当課室 reads here: then nothing waits to be sent.</param>
    public static IEnumerable<Duty> Of(Contract contract, IReadOnlyDictionary<Guid, AuthorityAct> acts, bool sectionIsHere)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(acts);
        return acts.SelectMany(act => (IEnumerable<Duty>)
        [
            .. ConditionsToKeep(act.Key, act.Value),
            .. Expires(act.Key, act.Value, acts, contract),
            .. sectionIsHere ? [] : ToSend(act.Key, act.Value, contract),
        ]);
    }

    /// <summary>The duties of its communications: what the contractor wrote down here and nobody has sent or said so far.</summary>
    public static IEnumerable<Duty> Of(IReadOnlyDictionary<Guid, Communication> communications, bool sectionIsHere)
    {
        ArgumentNullException.ThrowIfNull(communications);
        return from communication in communications
               where !sectionIsHere && communication.Value is { Said: { Channel: Channel.UNSENT, RecordedBy: Side.CONTRACTOR }, From: Side.CONTRACTOR }
               select new Duty { Rule = DutyRules.WordToSend, Noun = "COMMUNICATION", ThingId = communication.Key, Title = communication.Value.Said!.Wording };
    }

    // A condition without a day, as a prohibition, holds as long as the word: it is never done.
    private static IEnumerable<Duty> ConditionsToKeep(Guid id, AuthorityAct act) =>
        act is not { State: ActState.GRANTED, Decision: { } grant } ? [] :
        from condition in grant.Conditions.Index()
        where condition.Item.DueOn is not null && !act.ConditionsKept.Contains(condition.Index)
        select ToDo(DutyRules.ConditionToKeep, id, condition.Item.Text) with
        {
            Key = condition.Index.ToString(CultureInfo.InvariantCulture),
            Since = grant.ActAt,
            DueOn = condition.Item.DueOn,
            DueIs = DueKind.DEADLINE,
        };

    private static IEnumerable<Duty> Expires(Guid id, AuthorityAct act, IReadOnlyDictionary<Guid, AuthorityAct> acts, Contract contract) =>
        act.State != ActState.GRANTED || act.HoldsUntil is not { } last || last >= contract.Term.To || acts.Any(other => other.Key != id && Renews(other.Value, act, last)) ? [] :
        [
            ToDo(DutyRules.WordExpires, id, act.Content.Title) with
            {
                ShownFrom = last.AddDays(-DutyRules.ExpiryDays), ShownUntil = last, DueOn = BusinessDays.OnOrBefore(last), DueIs = DueKind.BEFORE,
            },
        ];

    private static IEnumerable<Duty> ToSend(Guid id, AuthorityAct act, Contract contract) => !act.WaitsToBeSent ? [] :
        act.Before && act.Content.StartsOn is { } start && start <= contract.Term.To
            ? [ToDo(DutyRules.WordToSend, id, act.Content.Title) with { DueOn = BusinessDays.Before(start, 1), DueIs = DueKind.BEFORE }]
            : [ToDo(DutyRules.WordToSend, id, act.Content.Title)];

    /// <summary>Whether the same word is asked for or given for longer: for the same thing by its title, or of a 包括 one for at least as much.</summary>
    private static bool Renews(AuthorityAct other, AuthorityAct act, DateOnly last) =>
        other.IsOpenOrGiven && (other.Subject, other.Kind) == (act.Subject, act.Kind)
        && !((other.HoldsUntil ?? other.Content.Scope?.Until) <= last)
        && ((other.Content.Scope, act.Content.Scope) switch
        {
            ({ } later, { } earlier) => StandingCoverage.ReachesAsFar(later, earlier),
            _ => other.Content.Mode == act.Content.Mode && other.Content.Title == act.Content.Title,
        });

    private static Duty ToDo(DutyRule rule, Guid id, string title) => new() { Rule = rule, Noun = "ACT", ThingId = id, Title = title };
}
