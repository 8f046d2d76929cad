using System.Text.Json;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

/// <summary>Each condition of a word has a last day of its own, apart from the end of the word.</summary>
public sealed class ActConditionTests
{
    private static readonly Specification<AuthorityAct, IAuthorityActEvent, (IAuthorityActCommand What, ActMoment By)> Decider =
        new(AuthorityAct.Initial, AuthorityActFold.Evolve, (c, state) => AuthorityActDecider.Decide(c.What, state, c.By));

    private static readonly ActCondition Erase = new("消去すること", new(2026, 12, 25));
    private static readonly ActCondition Lock = new("施錠すること");
    private static readonly CorrectAct Postpone = new(CorrectedField.CONDITION_DUE_ON, "2027-01-31", Name: null, "期限の誤記", Condition: 0);

    private static AuthorityActGranted OnConditions => Granted() with { Conditions = [Erase, Lock] };

    [Fact]
    public void A_day_may_lie_after_the_end_of_the_word_and_on_the_day_of_the_word()
    {
        var grant = new DecideAct(ActOutcome.GRANTED, [Erase, Lock with { DueOn = new(2026, 11, 20) }], new(2026, 12, 1), Reason: null, At("2026-11-20T12:00+09:00"));
        Decider.Given(Requested()).When((grant, ByOfficer)).Then(new AuthorityActGranted(grant.Conditions, grant.ExpiresOn, grant.ActAt))
            .ThenState(act => act.HoldsUntil.ShouldBe(new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public void What_was_said_outside_has_them_too()
    {
        var told = new RecordFromOutside(
            ActOutcome.GRANTED, Channel.TELEPHONE, At("2026-11-19T10:00+09:00"), new("山田　花子", Hanako), [Erase], ExpiresOn: null, Reason: null, Note: null, [], Mail: null);
        Decider.Given(Requested()).When((told, ByContractor)).ThenState(act => act.Decision!.Conditions.ShouldBe([Erase]));
        Decider.Given(Requested()).When((told with { Conditions = [Lock, Erase with { DueOn = new(2026, 11, 18) }] }, ByContractor))
            .Then(AuthorityActRefusals.ConditionDueBeforeAct.At("/conditions/1/dueOn"));
    }

    [Fact]
    public void A_condition_is_corrected_by_who_entered_it()
    {
        Decider.Given(Requested(), OnConditions).When((Postpone, ByOfficer))
            .Then(new AuthorityActCorrected(
                CorrectedField.CONDITION_DUE_ON, "2026-12-25", "2027-01-31", OldName: null, NewName: null, Side.OFFICER, "期限の誤記", Condition: 0))
            .ThenState(act => act.Decision!.Conditions.ShouldBe([Erase with { DueOn = new(2027, 1, 31) }, Lock]));
        Decider.Given(Requested(), OnConditions).When((Postpone with { Value = null }, ByOfficer)).ThenState(act => act.Decision!.Conditions.ShouldBe([Erase with { DueOn = null }, Lock]));
        Decider.Given(Requested(), OnConditions).When((Postpone with { Field = CorrectedField.CONDITION, Value = "返却すること", Condition = 1 }, ByOfficer))
            .ThenState(act => act.Decision!.Conditions.ShouldBe([Erase, new("返却すること")]));
        Decider.Given(Requested(), OnConditions).When((Postpone, ByContractor)).Then(AuthorityActRefusals.CorrectionNotYours);
        Decider.Given(Requested(), OnConditions).When((Postpone with { Value = "2026-12-25" }, ByOfficer)).ThenNothing();
    }

    [Fact]
    public void A_record_whose_condition_is_corrected_waits_for_confirmation_again() =>
        Decider.Given(Requested(), ByMail() with { Conditions = [Erase] }, new AuthorityActRecordConfirmed(1)).When((Postpone, ByContractor)).ThenState(act =>
        {
            act.Records[0].Entry.Conditions.ShouldBe(act.Decision!.Conditions);
            act.Records[0].Status.ShouldBe(RecordStatus.UNCONFIRMED);
        });

    public static TheoryData<CorrectAct, string> Wrong => new()
    {
        { Postpone with { Value = "来月末" }, "correction-invalid" },
        { Postpone with { Value = "2026-11-18" }, "condition-due-before-act" },
        { Postpone with { Value = "9999-12-31" }, "act-too-early" },
        { Postpone with { Condition = 2 }, "condition-unknown" },
        { Postpone with { Condition = -1 }, "condition-unknown" },
        { Postpone with { Condition = null }, "condition-unknown" },
        { Postpone with { Field = CorrectedField.EXPIRES_ON }, "condition-unknown" },
        { Postpone with { Field = CorrectedField.CONDITION, Value = " " }, "text-missing" },
        { new(CorrectedField.ACT_AT, "2027-01-10T09:00+09:00", Name: null, "日の誤り"), "act-in-future" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_correction_changes_nothing(CorrectAct correction, string code) =>
        AuthorityActDecider.Decide(correction, new IAuthorityActEvent[] { Requested(), OnConditions }.Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve), ByOfficer)
            .Refusal!.Code.ShouldBe(code);

    [Fact]
    public void The_word_is_not_dated_after_what_it_asks_for() =>
        Decider.Given(Requested(), Granted("2026-11-10T10:00+09:00") with { Conditions = [Erase with { DueOn = new(2026, 11, 15) }] })
            .When((new CorrectAct(CorrectedField.ACT_AT, "2026-11-16T10:00+09:00", Name: null, "日の誤り"), ByOfficer))
            .Then(AuthorityActRefusals.ConditionDueBeforeAct.At("/value"));

    [Fact]
    public void There_is_none_to_correct_where_none_was_set() =>
        Decider.Given(Requested(), Granted()).When((Postpone, ByOfficer)).Then(AuthorityActRefusals.NothingToCorrect);

    [Fact]
    public void Json_of_conditions_without_a_day_is_what_it_always_was()
    {
        JsonSerializer.Deserialize<ActCondition>("\"施錠すること\"", JsonSerializerOptions.Web).ShouldBe(Lock);
        JsonSerializer.Deserialize<ActCondition>("""{"text":"消去すること","dueOn":"2026-12-25"}""", JsonSerializerOptions.Web).ShouldBe(Erase);
        JsonSerializer.Deserialize<ActCondition>("""{"text":"施錠すること"}""", JsonSerializerOptions.Web).ShouldBe(Lock);
        JsonDocument.Parse(JsonSerializer.Serialize(Lock, JsonSerializerOptions.Web)).RootElement.GetString().ShouldBe(Lock.Text);
        JsonSerializer.Deserialize<ActCondition>(JsonSerializer.Serialize(Erase, JsonSerializerOptions.Web), JsonSerializerOptions.Web).ShouldBe(Erase);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"text":"消去","dueOn":"来月末"}""")]
    [InlineData("7")]
    [InlineData("[]")]
    public void Json_of_no_condition_is_refused_as_json(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<ActCondition>(json, JsonSerializerOptions.Web));
}
