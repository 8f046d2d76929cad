using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class OutsideRecordsTests
{
    private static readonly Specification<AuthorityAct, IAuthorityActEvent, (IAuthorityActCommand What, ActMoment By)> Decider =
        new(AuthorityAct.Initial, AuthorityActFold.Evolve, (c, state) => AuthorityActDecider.Decide(c.What, state, c.By));

    private static readonly RecordFromOutside Mail = new(
        ActOutcome.GRANTED, Channel.MAIL, At("2026-11-19T10:00+09:00"), new PersonalNote("鈴木　太郎", Taro), [], ExpiresOn: null, Reason: null, Note: null, [Scan], Mail: null);

    [Fact]
    public void What_was_said_by_mail_is_written_down_and_counts() => Decider.Given(Requested()).When((Mail, ByContractor)).Then(ByMail())
        .ThenState(act => (act.State, act.Decision!.Record, act.Unconfirmed!.Status).ShouldBe((ActState.GRANTED, 1, RecordStatus.UNCONFIRMED)));

    public static TheoryData<RecordFromOutside, string> Bad => new()
    {
        { Mail with { Files = [] }, "file-missing" },
        { Mail with { Channel = Channel.PAPER, Files = [] }, "file-missing" },
        { Mail with { Channel = Channel.TELEPHONE, OfficerName = null }, "officer-missing" },
        { Mail with { Channel = Channel.MEETING, OfficerName = null }, "officer-missing" },
        { Mail with { Channel = Channel.TELEPHONE, OfficerName = new(" ", Taro) }, "text-missing" },
        { Mail with { Channel = Channel.SYSTEM }, "channel-not-possible" },
        { Mail with { ActAt = Now.AddMinutes(1) }, "act-in-future" },
        { Mail with { Outcome = ActOutcome.DECLINED }, "reason-missing" },
        { Mail with { Outcome = ActOutcome.INQUIRED, Reason = "?", ExpiresOn = new(2027, 1, 1) }, "conditions-not-wanted" },
        { Mail with { Outcome = ActOutcome.WITHDRAWN, Reason = "取消し" }, "act-not-granted" },
        { Mail with { ExpiresOn = new(2026, 11, 18) }, "expiry-before-act" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_record_that_cannot_be_taken_is_refused(RecordFromOutside record, string code) =>
        AuthorityActDecider.Decide(record, State(Requested()), ByContractor).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void A_telephone_call_wants_no_file() =>
        AuthorityActDecider.Decide(Mail with { Channel = Channel.TELEPHONE, Files = [] }, State(Requested()), ByContractor).Refusal.ShouldBeNull();

    [Fact]
    public void An_officer_confirms_it()
    {
        Decider.Given(Requested(), ByMail()).When((new ConfirmRecord(), ByOfficer)).Then(new AuthorityActRecordConfirmed(1))
            .ThenState(act => act.Unconfirmed.ShouldBeNull());
        Decider.Given(Requested(), ByMail(), new AuthorityActRecordConfirmed(1)).When((new ConfirmRecord(), ByOfficer)).Then(AuthorityActRefusals.NothingToConfirm);
        Decider.Given(Requested(), Granted()).When((new ConfirmRecord(), ByOfficer)).Then(AuthorityActRefusals.NothingToConfirm);
    }

    [Fact]
    public void Or_says_that_it_was_not_so_and_it_no_longer_counts()
    {
        Decider.Given(Requested(), ByMail()).When((new ObjectToRecord("そのような回答はしていません。"), ByOfficer))
            .Then(new AuthorityActRecordObjected(1, "そのような回答はしていません。"))
            .ThenState(act => (act.State, act.Decision, act.Records[0].Objection).ShouldBe((ActState.REQUESTED, null, "そのような回答はしていません。")));
        Decider.Given(Requested(), ByMail()).When((new ObjectToRecord(""), ByOfficer)).Then(AuthorityActRefusals.ReasonMissing);
        Decider.Given(Requested(), Granted(), ByMail(ActOutcome.WITHDRAWN, "取消し"), new AuthorityActRecordObjected(1, "違います"))
            .ThenState(act => (act.State, act.Withdrawal).ShouldBe((ActState.GRANTED, null)));
        Decider.Given(Requested(), ByMail(ActOutcome.INQUIRED, "機種は"), new AuthorityActRecordObjected(1, "違います"))
            .ThenState(act => act.State.ShouldBe(ActState.REQUESTED));
    }

    [Fact]
    public void It_is_corrected_by_who_entered_it_and_waits_for_confirmation_again()
    {
        var correction = new CorrectAct(CorrectedField.ACT_AT, "2026-11-18T09:30:45+09:00", Name: null, "日を誤ったため");
        Decider.Given(Requested(), ByMail(), new AuthorityActRecordConfirmed(1)).When((correction, ByContractor))
            .Then(new AuthorityActCorrected(
                CorrectedField.ACT_AT, "2026-11-19T01:00Z", "2026-11-18T00:30Z", OldName: null, NewName: null, Side.CONTRACTOR, "日を誤ったため"))
            .ThenState(act =>
            {
                (act.Decision!.ActAt, act.Records[0].Entry.ActAt).ShouldBe((At("2026-11-18T00:30Z"), At("2026-11-18T00:30Z")));
                (act.Records[0].Status, act.CorrectedFor).ShouldBe((RecordStatus.UNCONFIRMED, Side.OFFICER));
            });
        Decider.Given(Requested(), ByMail()).When((correction, ByOfficer)).Then(AuthorityActRefusals.CorrectionNotYours);
        Decider.Given(Requested(), ByMail()).When((correction with { Reason = " " }, ByContractor)).Then(AuthorityActRefusals.ReasonMissing);
        Decider.Given(Requested(), ByMail()).When((correction with { Value = "昨日" }, ByContractor)).Then(AuthorityActRefusals.CorrectionInvalid);
        Decider.Given(Requested(), ByMail()).When((correction with { Value = "2026-12-01T00:00Z" }, ByContractor)).Then(AuthorityActRefusals.ActInFuture);
        Decider.Given(Requested(), ByMail()).When((correction with { Value = "2026-11-19T10:00+09:00" }, ByContractor)).ThenNothing();
        Decider.Given(Requested()).When((correction, ByContractor)).Then(AuthorityActRefusals.NothingToCorrect);
    }

    [Fact]
    public void What_the_officer_decided_here_the_officer_corrects()
    {
        var correction = new CorrectAct(CorrectedField.EXPIRES_ON, "2027-01-31", Name: null, "期限の誤記");
        Decider.Given(Requested(), Granted()).When((correction, ByContractor)).Then(AuthorityActRefusals.CorrectionNotYours);
        Decider.Given(Requested(), Granted()).When((correction, ByOfficer)).ThenState(act => (act.HoldsUntil, act.CorrectedFor).ShouldBe((new DateOnly(2027, 1, 31), Side.CONTRACTOR)));
        Decider.Given(Requested(), Granted()).When((correction with { Value = "2026-01-31" }, ByOfficer)).Then(AuthorityActRefusals.ExpiryBeforeAct);
        Decider.Given(Requested(), Granted()).When((correction with { Field = CorrectedField.NOTE }, ByOfficer)).Then(AuthorityActRefusals.NothingToCorrect);
    }

    [Fact]
    public void A_name_is_corrected_without_entering_the_event() => Decider.Given(Requested(), ByMail())
        .When((new CorrectAct(CorrectedField.OFFICER_NAME, Value: null, new PersonalNote("山田　花子", Hanako), "氏名の誤り"), ByContractor))
        .Then(new AuthorityActCorrected(CorrectedField.OFFICER_NAME, OldValue: null, NewValue: null, Taro, Hanako, Side.CONTRACTOR, "氏名の誤り"));

    [Fact]
    public void A_day_in_the_request_is_the_contractors_to_correct() => Decider.Given(Requested())
        .When((new CorrectAct(CorrectedField.STARTS_ON, "2026-11-25", Name: null, "延期"), ByContractor))
        .ThenState(act => act.Content.StartsOn.ShouldBe(new DateOnly(2026, 11, 25)));

    [Fact]
    public void A_title_is_the_contractors_to_correct_and_the_officer_is_told()
    {
        var correction = new CorrectAct(CorrectedField.TITLE, "タブレットの持込み", Name: null, "機器の名称の誤り");
        Decider.Given(Requested(), Granted()).When((correction, ByContractor))
            .Then(new AuthorityActCorrected(
                CorrectedField.TITLE, "ノートＰＣの持込み", "タブレットの持込み", OldName: null, NewName: null, Side.CONTRACTOR, "機器の名称の誤り"))
            .ThenState(act => (act.Content.Title, act.CorrectedFor, act.State).ShouldBe(("タブレットの持込み", Side.OFFICER, ActState.GRANTED)));
        Decider.Given(Requested()).When((correction, ByOfficer)).Then(AuthorityActRefusals.CorrectionNotYours);
        Decider.Given(Requested()).When((correction with { Value = "一行目\n二行目" }, ByContractor)).Then(new Refusal("text-not-printable", default, new("", "")));
        Decider.Given(Requested()).When((correction with { Value = null }, ByContractor)).Then(new Refusal("text-missing", default, new("", "")));
        var document = Individual with { Target = new(TargetKind.CONFIRMATION_DOCUMENT, Document, 2, Sha256: null) };
        Decider.Given(Requested(document)).When((correction, ByContractor)).Then(AuthorityActRefusals.NothingToCorrect);
    }

    private static AuthorityAct State(params IAuthorityActEvent[] events) => events.Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve);
}
