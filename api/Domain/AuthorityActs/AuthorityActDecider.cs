using static SecurityTracker.Domain.Decision;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>What may happen to an act of authority. What it then is, is <see cref="AuthorityActFold"/>'s matter.</summary>
public static class AuthorityActDecider
{
    /// <summary>The events that follow from a command, or why it is refused.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="state">The act.</param>
    /// <param name="by">By whom and when.</param>
    public static Decision Decide(IAuthorityActCommand command, AuthorityAct state, ActMoment by) => (command, state) switch
    {
        (RequestAct, { Exists: true }) => Refuse(AuthorityActRefusals.Requested),
        (not RequestAct, { Exists: false }) => Refuse(AuthorityActRefusals.NotFound),
        _ when SideOf(command) is { } side && side != by.Side => Refuse(AuthorityActRefusals.WrongParty),
        _ when by.OnBothSides => Refuse(AuthorityActRefusals.SamePerson),
        _ when WantsOpening(command) && !by.Opened => Refuse(AuthorityActRefusals.NotOpened),
        (RequestAct c, _) => Request(c, by),
        (ChangeActRequest c, _) => Change(c, state, by),
        (InquireAct c, { IsOpen: true }) => Texts.Paragraphs(c.Text, "/text") is { } r ? Refuse(r) : Accept(new AuthorityActInquired(c.Text)),
        (AnswerAct, { State: not ActState.INQUIRED }) => Refuse(AuthorityActRefusals.NotInquired),
        (AnswerAct c, _) => Texts.Paragraphs(c.Text, "/text") is { } r ? Refuse(r) : Accept(new AuthorityActAnswered(c.Text, c.Files)),
        (DecideAct c, { IsOpen: true }) => Give(c, by),
        (CancelAct c, { IsOpen: true }) => AuthorityActRules.CheckReason(c.Reason) is { } r ? Refuse(r) : Accept(new AuthorityActCancelled(c.Reason)),
        (InquireAct or DecideAct or CancelAct, _) => Refuse(AuthorityActRefusals.NotOpen),
        (WithdrawAct c, _) => Withdraw(c, state, by),
        (RecordFromOutside c, _) => OutsideRecordRules.Record(c, state, by),
        (ConfirmRecord, { Unconfirmed: { } record }) => Accept(new AuthorityActRecordConfirmed(record.Entry.Number)),
        (ObjectToRecord c, { Unconfirmed: { } record }) => AuthorityActRules.CheckReason(c.Reason) is { } r
            ? Refuse(r) : Accept(new AuthorityActRecordObjected(record.Entry.Number, c.Reason)),
        (ConfirmRecord or ObjectToRecord, _) => Refuse(AuthorityActRefusals.NothingToConfirm),
        (CorrectAct c, _) => ActCorrection.Decide(c, state, by),
        (AssessAct c, _) => Texts.Paragraphs(c.Text, "/text") is { } r ? Refuse(r) : Accept(new AuthorityActAssessed(c.Text)),
        (StartUnderAct c, _) => Start(c, state, by),
        (ChangeActTarget c, _) => ChangeTarget(c, state),
        (UseAct c, _) => Use(c, state, by),
        (KeepCondition c, _) => Keep(c, state, by),
        (DeliverAct c, _) => Deliver(c, state, by),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
    };

    /// <summary>The side whose command it is; null for either.</summary>
    public static Side? SideOf(IAuthorityActCommand command) => command switch
    {
        InquireAct or DecideAct or WithdrawAct or ConfirmRecord or ObjectToRecord or AssessAct => Side.OFFICER,
        CorrectAct => null,
        _ => Side.CONTRACTOR,
    };

    // Nothing is decided, confirmed or asked back about a thing that the officer has not read as it stands.
    private static bool WantsOpening(IAuthorityActCommand command) => command is InquireAct or DecideAct or WithdrawAct or ConfirmRecord or ObjectToRecord;

    private static Decision Request(RequestAct c, ActMoment by) => c.Procedure switch
    {
        { Act: { } kind, Approver: { } approver } p =>
            AuthorityActRules.CheckContent(c.Content, p.StandingPossible, c.PeopleNames, by.Today) is { } refusal
                ? Refuse(refusal)
                : Accept(new AuthorityActRequested(
                    c.ContractId, p.Subject, kind, approver, c.Edition, p.Number, p.RequirementId, p.Wording, p.Before, c.Content)),
        _ => Refuse(AuthorityActRefusals.ProcedureNotOffered),
    };

    private static Decision Change(ChangeActRequest c, AuthorityAct state, ActMoment by) =>
        !state.IsOpen ? Refuse(AuthorityActRefusals.NotOpen)
        : AuthorityActRules.CheckContent(c.Content, c.StandingPossible, c.PeopleNames, by.Today) is { } refusal ? Refuse(refusal)
        : Same(c.Content, state.Content) ? Nothing
        : Accept(new AuthorityActRequestChanged(c.Content));

    private static Decision Give(DecideAct c, ActMoment by) => c switch
    {
        { Outcome: not (ActOutcome.GRANTED or ActOutcome.DECLINED) } => Refuse(AuthorityActRefusals.OutcomeUnknown),
        _ when AuthorityActRules.CheckActAt(c.ActAt, by.Now) is { } refusal => Refuse(refusal),
        _ when AuthorityActRules.CheckOutcome(c.Outcome, c.Conditions, c.ExpiresOn, c.Reason, c.ActAt) is { } refusal => Refuse(refusal),
        { Outcome: ActOutcome.GRANTED } => Accept(new AuthorityActGranted(c.Conditions, c.ExpiresOn, c.ActAt)),
        { Reason: { } reason } => Accept(new AuthorityActDeclined(reason, c.ActAt)),
        _ => Refuse(AuthorityActRefusals.ReasonMissing),
    };

    private static Decision Withdraw(WithdrawAct c, AuthorityAct state, ActMoment by) => (state.StateOn(by.Today), state.Decision) switch
    {
        (ActState.EXPIRED, _) => Refuse(AuthorityActRefusals.Expired),
        (not ActState.GRANTED, _) or (_, null) => Refuse(AuthorityActRefusals.NotGranted),
        _ when AuthorityActRules.CheckReason(c.Reason) is { } refusal => Refuse(refusal),
        _ when AuthorityActRules.CheckActAt(c.ActAt, by.Now) is { } refusal => Refuse(refusal),
        (_, { } grant) when c.ActAt < grant.ActAt => Refuse(AuthorityActRefusals.WithdrawalBeforeGrant),
        _ => Accept(new AuthorityActWithdrawn(c.Reason, c.ActAt)),
    };

    private static Decision Start(StartUnderAct c, AuthorityAct state, ActMoment by) =>
        c.On > by.Today ? Refuse(AuthorityActRefusals.DayInFuture)
        : AuthorityActRules.CheckDay(c.On, "/on") is { } refusal ? Refuse(refusal)
        : state.Content.StartedOn == c.On ? Nothing
        : state.Content.StartedOn is not null ? Refuse(AuthorityActRefusals.AlreadyStarted)
        : Accept(new AuthorityActStarted(c.On));

    private static Decision ChangeTarget(ChangeActTarget c, AuthorityAct state) =>
        state.Content.Target is not { } target || c.Version <= target.Version || c.Version <= state.TargetVersionNow ? Refuse(AuthorityActRefusals.TargetNotNewer)
        : Texts.Paragraphs(c.Summary, "/summary") is { } refusal ? Refuse(refusal)
        : Accept(new AuthorityActTargetChanged(c.Version, c.Summary));

    private static Decision Use(UseAct c, AuthorityAct state, ActMoment by)
    {
        var refusal = c.Use.On > by.Today ? AuthorityActRefusals.DayInFuture
            : Texts.OptionalLine(c.Use.Medium, AuthorityActRules.MaxLine, "/medium")
                ?? Texts.OptionalLine(c.Use.Purpose, AuthorityActRules.MaxLine, "/purpose")
                ?? Texts.OptionalLine(c.Use.Place, AuthorityActRules.MaxLine, "/place")
                ?? (c.Note is null ? null : Texts.Paragraphs(c.Note, "/note"));
        return refusal is not null ? Refuse(refusal)
            : StandingCoverage.Outside(state, c.Use) switch
            {
                null => Refuse(ScopeRefusals.NotStanding),
                { Count: > 0 } outside => Refuse(ScopeRefusals.OutsideScope(outside)),
                _ => Accept(new AuthorityActUsed(state.Uses + 1, c.Use.On, c.Use.Medium, c.Use.Purpose, c.Use.Place, c.Use.People, c.Note)),
            };
    }

    private static Decision Keep(KeepCondition c, AuthorityAct state, ActMoment by) =>
        state.Decision is not { Outcome: ActOutcome.GRANTED } grant ? Refuse(AuthorityActRefusals.NotGranted)
        : c.Condition < 0 || c.Condition >= grant.Conditions.Count ? Refuse(AuthorityActRefusals.ConditionUnknown)
        : c.On > by.Today ? Refuse(AuthorityActRefusals.DayInFuture)
        : (AuthorityActRules.CheckDay(c.On, "/on") ?? Texts.Paragraphs(c.Text, "/text")) is { } refusal ? Refuse(refusal)
        : Accept(new AuthorityActConditionKept(c.Condition, c.On, c.Text, c.Files));

    private static Decision Deliver(DeliverAct c, AuthorityAct state, ActMoment by) =>
        // What was answered was sent; how it was sent can have been written down wrongly all the same.
        !state.IsOpen && (state.Delivery is null || c.Channel == Channel.UNSENT) ? Refuse(AuthorityActRefusals.NotOpen)
        : state.Delivery == new ActDelivery(c.Channel, c.ActAt) ? Nothing
        : c.Channel == Channel.SYSTEM ? Refuse(AuthorityActRefusals.ChannelUnknown)
        : AuthorityActRules.CheckActAt(c.ActAt, by.Now) is { } refusal ? Refuse(refusal)
        : c.Channel == Channel.UNSENT && !state.Delivered ? Nothing
        : Accept(new AuthorityActDelivered(c.Channel, c.ActAt));

    private static bool Same(ActRequestContent a, ActRequestContent b) =>
        a with { Scope = null, Files = [] } == b with { Scope = null, Files = [] } && a.Files.SequenceEqual(b.Files) && (a.Scope, b.Scope) switch
        {
            (null, null) => true,
            ({ } x, { } y) => (x.What, x.Until) == (y.What, y.Until) && x.Media.SequenceEqual(y.Media) && x.Purposes.SequenceEqual(y.Purposes)
                && x.Places.SequenceEqual(y.Places) && x.People.SequenceEqual(y.People),
            _ => false,
        };
}
