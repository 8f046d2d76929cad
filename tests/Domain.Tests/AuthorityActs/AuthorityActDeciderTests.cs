using SecurityTracker.Domain.AuthorityActs;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class AuthorityActDeciderTests
{
    private static readonly Specification<AuthorityAct, IAuthorityActEvent, (IAuthorityActCommand What, ActMoment By)> Decider =
        new(AuthorityAct.Initial, AuthorityActFold.Evolve, (c, state) => AuthorityActDecider.Decide(c.What, state, c.By));

    private static readonly DecideAct Grant = new(ActOutcome.GRANTED, [new("施錠して保管すること", new(2026, 12, 25))], new(2027, 2, 26), Reason: null, At("2026-11-20T12:00+09:00"));
    private static readonly WithdrawAct Withdraw = new("所在が確認できないため", At("2026-11-20T11:00+09:00"));
    private static readonly RecordFromOutside Mail = new(
        ActOutcome.GRANTED, Channel.MAIL, At("2026-11-19T10:00+09:00"), new PersonalNote("鈴木　太郎", Taro), [], ExpiresOn: null, Reason: null, Note: null, [Scan], Mail: null);

    [Fact]
    public void The_officers_word_is_asked_for() => Decider.Given().When((Ask(Individual), ByContractor)).Then(Requested());

    [Fact]
    public void What_the_edition_does_not_know_is_not_asked_for() =>
        Decider.Given().When((new RequestAct(Contract, InForce, Procedure: null, Individual, []), ByContractor)).Then(AuthorityActRefusals.ProcedureNotOffered);

    public static TheoryData<ActRequestContent, string> BadContents => new()
    {
        { Individual with { Title = " " }, "text-missing" },
        { Individual with { Text = "" }, "text-missing" },
        { Individual with { StartedOn = new(2026, 11, 21) }, "day-in-future" },
        { Individual with { StartsOn = new(1026, 11, 21) }, "act-too-early" },
        { Individual with { Scope = Scope }, "scope-not-wanted" },
        { Individual with { Mode = ActMode.STANDING }, "scope-missing" },
        { Standing with { Scope = Scope with { Until = new(2026, 11, 19) } }, "until-past" },
        { Standing with { Scope = Scope with { Media = [.. Enumerable.Repeat("USBメモリ", 51)] } }, "scope-too-long" },
        { Standing with { Scope = Scope with { Places = ["会議室\n"] } }, "text-not-printable" },
        { Individual with { Target = new(TargetKind.CONFIRMATION_DOCUMENT, Document, 0, Sha256: null) }, "target-invalid" },
        { Individual with { Target = new(TargetKind.CONFIRMATION_DOCUMENT, Document, 1, "abc") }, "target-invalid" },
    };

    [Theory]
    [MemberData(nameof(BadContents))]
    public void A_request_that_cannot_be_taken_is_refused(ActRequestContent content, string code) =>
        AuthorityActDecider.Decide(Ask(content), AuthorityAct.Initial, ByContractor).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void Where_the_edition_knows_no_standing_act_none_is_asked_for() => Decider.Given()
        .When((new RequestAct(Contract, InForce, BringIn with { StandingPossible = false }, Standing, []), ByContractor)).Then(ScopeRefusals.StandingNotPossible);

    [Fact]
    public void Question_and_answer_go_to_and_fro()
    {
        Decider.Given(Requested()).When((new InquireAct("機種は何ですか。"), ByOfficer)).Then(new AuthorityActInquired("機種は何ですか。"));
        Decider.Given(Requested(), new AuthorityActInquired("?")).When((new AnswerAct("Ａ型です。", []), ByContractor)).Then(new AuthorityActAnswered("Ａ型です。", []));
        Decider.Given(Requested()).When((new AnswerAct("Ａ型です。", []), ByContractor)).Then(AuthorityActRefusals.NotInquired);
        Decider.Given(Requested(), new AuthorityActInquired("?"), new AuthorityActAnswered("!", [])).ThenState(act => act.State.ShouldBe(ActState.ANSWERED));
    }

    [Fact]
    public void It_is_granted_with_conditions_and_an_expiry() => Decider.Given(Requested()).When((Grant, ByOfficer))
        .Then(new AuthorityActGranted(Grant.Conditions, Grant.ExpiresOn, Grant.ActAt));

    [Fact]
    public void Or_declined_with_a_reason()
    {
        var no = new DecideAct(ActOutcome.DECLINED, [], ExpiresOn: null, "他の方法があるため", Now);
        Decider.Given(Requested()).When((no, ByOfficer)).Then(new AuthorityActDeclined("他の方法があるため", Now));
        Decider.Given(Requested()).When((no with { Reason = "　" }, ByOfficer)).Then(AuthorityActRefusals.ReasonMissing);
        Decider.Given(Requested()).When((no with { Conditions = [new("条件")] }, ByOfficer)).Then(AuthorityActRefusals.ConditionsNotWanted);
    }

    public static TheoryData<DecideAct, string> BadDecisions => new()
    {
        { Grant with { ActAt = Now.AddMinutes(1) }, "act-in-future" },
        { Grant with { ActAt = At("1999-12-31T00:00Z") }, "act-too-early" },
        { Grant with { ExpiresOn = new(2026, 11, 19) }, "expiry-before-act" },
        { Grant with { Conditions = [new("")] }, "text-missing" },
        { Grant with { Conditions = [new("消去すること", new(2026, 11, 19))] }, "condition-due-before-act" },
        { Grant with { Conditions = [new("消去すること", new(2126, 12, 1))] }, "act-too-early" },
        { Grant with { Conditions = [.. Enumerable.Repeat(new ActCondition("条件"), 21)] }, "too-many-conditions" },
        { Grant with { Outcome = ActOutcome.INQUIRED }, "outcome-not-possible" },
    };

    [Theory]
    [MemberData(nameof(BadDecisions))]
    public void A_decision_that_cannot_be_taken_is_refused(DecideAct decision, string code) =>
        AuthorityActDecider.Decide(decision, State(Requested()), ByOfficer).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void The_act_may_lie_before_its_entry() => Decider.Given(Requested()).When((Grant with { ActAt = At("2026-07-01T09:00+09:00") }, ByOfficer))
        .ThenState(act => act.Decision!.ActAt.ShouldBe(At("2026-07-01T00:00Z")));

    public static TheoryData<IAuthorityActCommand> OfOfficers => new(
        new InquireAct("?"), Grant, Withdraw, new ConfirmRecord(), new ObjectToRecord("違います"), new AssessAct("支障なし"));

    [Theory]
    [MemberData(nameof(OfOfficers))]
    public void What_is_the_officers_the_contractor_cannot_do(IAuthorityActCommand command) =>
        Decider.Given(Requested(), Granted(), ByMail(ActOutcome.WITHDRAWN, "取消し")).When((command, ByContractor)).Then(AuthorityActRefusals.WrongParty);

    public static TheoryData<IAuthorityActCommand> OfContractors => new(
        new AnswerAct("!", []), new CancelAct("不要になったため"), Mail, new StartUnderAct(new(2026, 11, 20)), new ChangeActTarget(2, "変更"),
        new UseAct(new(new(2026, 11, 20), Medium: null, Purpose: null, Place: null, []), Note: null), new KeepCondition(0, new(2026, 11, 20), "施錠", []),
        new ChangeActRequest(Individual, StandingPossible: true, []), Ask(Individual));

    [Theory]
    [MemberData(nameof(OfContractors))]
    public void What_is_the_contractors_the_officer_cannot_do(IAuthorityActCommand command) =>
        (command is RequestAct ? Decider.Given() : Decider.Given(Requested())).When((command, ByOfficer)).Then(AuthorityActRefusals.WrongParty);

    [Fact]
    public void Nobody_stands_on_both_sides()
    {
        Decider.Given(Requested()).When((Grant, ByOfficer with { PersonId = Contractor })).Then(AuthorityActRefusals.SamePerson);
        Decider.Given(Requested(), new AuthorityActInquired("?")).When((new AnswerAct("!", []), ByContractor with { PersonId = Officer })).Then(AuthorityActRefusals.SamePerson);
        Decider.Given(Requested(), ByMail()).When((new ConfirmRecord(), ByOfficer with { PersonId = Contractor })).Then(AuthorityActRefusals.SamePerson);
    }

    [Theory]
    [MemberData(nameof(OfOfficers))]
    public void What_was_not_opened_is_not_decided(IAuthorityActCommand command)
    {
        if (command is not AssessAct)
        {
            Decider.Given(Requested()).When((command, ByOfficer with { Opened = false })).Then(AuthorityActRefusals.NotOpened);
        }
    }

    [Fact]
    public void What_was_decided_is_not_decided_again()
    {
        foreach (var past in new IAuthorityActEvent[] { Granted(), new AuthorityActDeclined("理由", Now), new AuthorityActCancelled("理由") })
        {
            Decider.Given(Requested(), past).When((Grant, ByOfficer)).Then(AuthorityActRefusals.NotOpen);
            Decider.Given(Requested(), past).When((new InquireAct("?"), ByOfficer)).Then(AuthorityActRefusals.NotOpen);
            Decider.Given(Requested(), past).When((new CancelAct("理由"), ByContractor)).Then(AuthorityActRefusals.NotOpen);
            Decider.Given(Requested(), past).When((Mail, ByContractor)).Then(AuthorityActRefusals.NotOpen);
            Decider.Given(Requested(), past).When((new ChangeActRequest(Standing, StandingPossible: true, []), ByContractor)).Then(AuthorityActRefusals.NotOpen);
        }
    }

    [Fact]
    public void A_request_changes_while_it_is_open()
    {
        Decider.Given(Requested()).When((new ChangeActRequest(Standing, StandingPossible: true, []), ByContractor)).Then(new AuthorityActRequestChanged(Standing));
        Decider.Given(Requested()).When((new ChangeActRequest(Individual, StandingPossible: true, []), ByContractor)).ThenNothing();
        Decider.Given(Requested(Standing)).When((new ChangeActRequest(Standing with { Scope = Scope with { Media = [.. Scope.Media] } }, StandingPossible: true, []), ByContractor)).ThenNothing();
    }

    [Fact]
    public void The_word_is_taken_back_with_a_reason()
    {
        Decider.Given(Requested(), Granted()).When((Withdraw, ByOfficer)).Then(new AuthorityActWithdrawn(Withdraw.Reason, Withdraw.ActAt));
        Decider.Given(Requested(), Granted()).When((Withdraw with { Reason = "" }, ByOfficer)).Then(AuthorityActRefusals.ReasonMissing);
        Decider.Given(Requested(), Granted()).When((Withdraw with { ActAt = At("2026-11-18T10:00+09:00") }, ByOfficer)).Then(AuthorityActRefusals.WithdrawalBeforeGrant);
        Decider.Given(Requested()).When((Withdraw, ByOfficer)).Then(AuthorityActRefusals.NotGranted);
        Decider.Given(Requested(), Granted(expiresOn: new(2026, 11, 19))).When((Withdraw, ByOfficer)).Then(AuthorityActRefusals.Expired);
    }

    [Fact]
    public void A_grant_ends_on_its_last_day()
    {
        State(Requested(), Granted(expiresOn: new(2026, 11, 20))).StateOn(new(2026, 11, 20)).ShouldBe(ActState.GRANTED);
        State(Requested(), Granted(expiresOn: new(2026, 11, 20))).StateOn(new(2026, 11, 21)).ShouldBe(ActState.EXPIRED);
        State(Requested(Standing), Granted()).StateOn(new(2027, 2, 27)).ShouldBe(ActState.EXPIRED);
        State(Requested(Standing), Granted(expiresOn: new(2026, 12, 31))).HoldsUntil.ShouldBe(new(2026, 12, 31));
    }

    [Fact]
    public void A_target_that_changed_says_what_is_needed()
    {
        var target = Individual with { Target = new(TargetKind.CONFIRMATION_DOCUMENT, Document, 1, Sha256: null) };
        Decider.Given(Requested(target), Granted()).When((new ChangeActTarget(1, "変更"), ByContractor)).Then(AuthorityActRefusals.TargetNotNewer);
        Decider.Given(Requested(), Granted()).When((new ChangeActTarget(2, "変更"), ByContractor)).Then(AuthorityActRefusals.TargetNotNewer);
        Decider.Given(Requested(target), Granted()).When((new ChangeActTarget(2, "機種の変更"), ByContractor)).Then(new AuthorityActTargetChanged(2, "機種の変更"));

        var changed = new AuthorityActTargetChanged(2, "変更");
        ActNeed? NeedOf(params IAuthorityActEvent[] events) => ActNeeds.Of(State(events), [], _ => null, new(2026, 11, 20))?.Kind;
        ActNeed? Need(AuthorityActRequested requested) => NeedOf(requested, Granted(), changed);
        Need(Requested(target)).ShouldBe(ActNeed.NEW_PERMISSION);
        Need(Requested(target) with { Kind = ActKind.CONSENT, Subject = ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE }).ShouldBe(ActNeed.CHANGE_PROPOSAL);
        Need(Requested(target) with { Kind = ActKind.CONSENT, Subject = ProcedureSubject.STAFF_CHANGE }).ShouldBe(ActNeed.RE_PRESENTATION);
        NeedOf(Requested(target), Granted()).ShouldBeNull();
        NeedOf(Requested(target), changed).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-11-24", null, "2026-11-19T10:00+09:00", "BEFORE")]
    [InlineData("2026-11-19", null, "2026-11-19T10:00+09:00", "BEFORE same day")]
    [InlineData(null, "2026-11-18", "2026-11-19T10:00+09:00", "AFTER")]
    [InlineData("2026-11-24", "2026-11-18", "2026-11-19T10:00+09:00", "AFTER")]
    [InlineData(null, "2026-11-20", "2026-11-19T23:59+09:00", "BEFORE")]
    [InlineData(null, "2026-11-18", null, "MISSING")]
    [InlineData("2026-11-20", null, null, "MISSING")]
    [InlineData("2026-11-21", null, null, null)]
    [InlineData(null, null, "2026-11-19T10:00+09:00", null)]
    public void The_days_are_stated_as_facts(string? startsOn, string? startedOn, string? grantedAt, string? expected)
    {
        DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var asked = Requested(Individual with { StartsOn = Day(startsOn), StartedOn = Day(startedOn) });
        var act = grantedAt is null ? State(asked) : State(asked, Granted(grantedAt));
        var fact = ActTiming.Of(act, new(2026, 11, 20));
        (fact is null ? null : fact.Fact + (fact.SameDay ? " same day" : "")).ShouldBe(expected);
        ActTiming.Of(act with { Before = false }, new(2026, 11, 20)).ShouldBeNull();
    }

    [Fact]
    public void An_assessment_is_an_officers_words() =>
        Decider.Given(Requested()).When((new AssessAct("事情を確認し、支障なしと判断した。"), ByOfficer)).Then(new AuthorityActAssessed("事情を確認し、支障なしと判断した。"));

    [Fact]
    public void A_beginning_is_recorded_once_and_then_corrected()
    {
        Decider.Given(Requested()).When((new StartUnderAct(new(2026, 11, 20)), ByContractor)).Then(new AuthorityActStarted(new(2026, 11, 20)));
        Decider.Given(Requested()).When((new StartUnderAct(new(2026, 11, 21)), ByContractor)).Then(AuthorityActRefusals.DayInFuture);
        Decider.Given(Requested(), new AuthorityActStarted(new(2026, 11, 20))).When((new StartUnderAct(new(2026, 11, 20)), ByContractor)).ThenNothing();
        Decider.Given(Requested(), new AuthorityActStarted(new(2026, 11, 20))).When((new StartUnderAct(new(2026, 11, 19)), ByContractor)).Then(AuthorityActRefusals.AlreadyStarted);
    }

    [Fact]
    public void How_it_was_sent_is_put_right_after_the_answer_too()
    {
        var sent = new AuthorityActDelivered(Channel.PAPER, At("2026-11-18T10:00+09:00"));
        var mended = new DeliverAct(Channel.MAIL, At("2026-11-18T11:00+09:00"));
        Decider.Given(Requested(), sent, Granted()).When((mended, ByContractor)).Then(new AuthorityActDelivered(mended.Channel, mended.ActAt));
        Decider.Given(Requested(), sent, Granted()).When((new DeliverAct(sent.Channel, sent.ActAt), ByContractor)).ThenNothing();
        Decider.Given(Requested(), sent, Granted()).When((mended with { Channel = Channel.UNSENT }, ByContractor)).Then(AuthorityActRefusals.NotOpen);
        Decider.Given(Requested(), Granted()).When((mended, ByContractor)).Then(AuthorityActRefusals.NotOpen);
    }

    [Fact]
    public void How_a_condition_was_kept_is_recorded()
    {
        var kept = new KeepCondition(0, new(2026, 11, 20), "金庫に保管した。", []);
        Decider.Given(Requested(), Granted(conditions: "施錠")).When((kept, ByContractor)).Then(new AuthorityActConditionKept(0, kept.On, kept.Text, []));
        Decider.Given(Requested(), Granted(conditions: "施錠")).When((kept with { Condition = 1 }, ByContractor)).Then(AuthorityActRefusals.ConditionUnknown);
        Decider.Given(Requested()).When((kept, ByContractor)).Then(AuthorityActRefusals.NotGranted);
    }

    private static RequestAct Ask(ActRequestContent content) => new(Contract, InForce, BringIn, content, ["山田　花子"]);

    private static AuthorityAct State(params IAuthorityActEvent[] events) => events.Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve);
}
