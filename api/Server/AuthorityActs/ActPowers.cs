using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>
/// What the actor could do with acts and communications once they have opened them. The deciders themselves say so, asked with something
/// that every rule on a field lets through.
/// </summary>
internal sealed class ActPowers(Actor actor, TimeProvider time)
{
    /// <summary>The fields of an act that the actor could mend.</summary>
    public IReadOnlyList<CorrectedField> Correctable(AuthorityAct act) => ActCorrection.Correctable(act, actor.Side);

    /// <summary>With an act of this contract.</summary>
    public ActCan Of(AuthorityAct act, Contract contract, IReadOnlyList<RecordedEvent> events)
    {
        var by = ActSides.Moment(actor, events, opened: true, time.GetUtcNow());
        var notForAll = Procedures.NotForAll(act.Subject, contract, actor);
        Can If(Permission permission, IAuthorityActCommand command) => Can.If(permission, actor, notForAll ?? AuthorityActDecider.Decide(command, act, by).Refusal);
        var now = Moment.ToMinute(by.Now);
        return new(
            If(Permission.RequestAct, new ChangeActRequest(act.Content, StandingPossible: true, [])),
            If(Permission.RequestAct, new CancelAct("・")),
            If(Permission.RequestAct, new AnswerAct("・", [])),
            Can.If(Permission.RequestAct, actor, notForAll ?? (act.IsOpen || act.StateOn(by.Today) == ActState.GRANTED ? null : AuthorityActRefusals.NotOpen)),
            If(Permission.RequestAct, new StartUnderAct(by.Today)),
            Can.If(Permission.RequestAct, actor, act is { Content.Mode: ActMode.STANDING, Decision.Outcome: ActOutcome.GRANTED } ? null : ScopeRefusals.NotStanding),
            If(Permission.RequestAct, new KeepCondition(0, by.Today, "・", [])),
            If(Permission.RequestAct, new ChangeActTarget(int.MaxValue, "・")),
            If(Permission.RequestAct, new DeliverAct(Channel.MAIL, now)),
            Can.If(Permission.CorrectAct, actor, ActCorrection.Correctable(act, by.Side).Count > 0 ? null : AuthorityActRefusals.NothingToCorrect),
            If(Permission.DecideAct, new InquireAct("・")),
            If(Permission.DecideAct, new DecideAct(ActOutcome.GRANTED, [], ExpiresOn: null, Reason: null, now)),
            If(Permission.DecideAct, new ConfirmRecord()),
            If(Permission.DecideAct, new ObjectToRecord("・")),
            If(Permission.DecideAct, new WithdrawAct("・", now)),
            If(Permission.DecideAct, new AssessAct("・")));
    }

    /// <summary>With a communication.</summary>
    public CommunicationCan Of(Communication c, IReadOnlyList<RecordedEvent> events)
    {
        var by = ActSides.Moment(actor, events, opened: true, time.GetUtcNow());
        Can If(ICommunicationCommand command) => Can.If(Permission.Communicate, actor, CommunicationDecider.Decide(command, c, by).Refusal);
        return new(
            If(new ConfirmCommunication()),
            If(new ObjectToCommunication("・")),
            Can.If(Permission.Communicate, actor, c.Said!.RecordedBy == by.Side ? null : AuthorityActRefusals.CorrectionNotYours),
            Can.If(Permission.Communicate, actor),
            If(new DeliverCommunication(Channel.MAIL, Moment.ToMinute(by.Now), [])));
    }
}
