using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.DomainTests.Deadlines;
using SecurityTracker.DomainTests.Reports;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class ActDutiesTests
{
    private const string Expires = "WORD_EXPIRES 「ノートＰＣの持込み」 from 2027-01-27 until 2027-02-26 BEFORE 2027-02-26";
    private static readonly Guid Id = new("01990000-0000-7000-8000-000000000011");
    private static readonly Guid OtherId = new("01990000-0000-7000-8000-000000000012");
    private static readonly Domain.Contracts.Contract Until31March = ReportExamples.Underway;
    private static readonly AuthorityActGranted OnConditions = Granted() with
    {
        Conditions = [new("消去すること", new(2026, 12, 25)), new("施錠すること"), new("返却すること", new(2026, 12, 28))],
    };

    [Fact]
    public void Each_condition_with_a_day_is_to_be_kept_until_somebody_says_how_it_was()
    {
        const string Erase = "CONDITION_TO_KEEP* (0) 「消去すること」 DEADLINE 2026-12-25";
        const string Return = "CONDITION_TO_KEEP* (2) 「返却すること」 DEADLINE 2026-12-28";
        var kept = new AuthorityActConditionKept(0, new(2026, 12, 24), "消去した。", []);
        Given(Requested(), OnConditions).Then(Erase, Return);
        Given(Requested(), OnConditions, kept).Then(Return);
        Given(Requested(), OnConditions, kept, kept with { Condition = 2 }).ThenNothing();
        Given(Requested(), OnConditions).ThenEach(duty => (duty.Noun, duty.ThingId, duty.Since).ShouldBe(("ACT", Id, OnConditions.ActAt)));
        Given(Requested(), OnConditions, new AuthorityActWithdrawn("取消し", Now)).ThenNothing();
    }

    [Fact]
    public void What_was_kept_was_kept_of_the_conditions_of_that_word()
    {
        var recorded = ByMail() with { Conditions = OnConditions.Conditions };
        Given(Requested(), recorded, new AuthorityActConditionKept(0, new(2026, 12, 24), "消去した。", []), new AuthorityActRecordObjected(1, "誤り"), recorded with { Number = 2 })
            .Then("CONDITION_TO_KEEP* (0) 「消去すること」 DEADLINE 2026-12-25", "CONDITION_TO_KEEP* (2) 「返却すること」 DEADLINE 2026-12-28");
    }

    [Fact]
    public void A_word_that_runs_out_before_the_contract_is_to_be_taken_anew()
    {
        Given(Requested(Standing), Granted()).Then(Expires);
        Given(Requested(), Granted(expiresOn: new(2027, 2, 27))).Then("WORD_EXPIRES 「ノートＰＣの持込み」 from 2027-01-28 until 2027-02-27 BEFORE 2027-02-26");
        Given(Requested(), Granted()).ThenNothing();
        Given(Requested(Standing), Granted(), new AuthorityActWithdrawn("取消し", Now)).ThenNothing();
    }

    [Fact]
    public void A_word_that_holds_as_long_as_the_contract_runs_out_with_it()
    {
        Given(Requested(), Granted(expiresOn: new(2027, 3, 31))).ThenNothing();
        Given(Until31March with { EndsOn = new(2027, 2, 26) }, new() { [Id] = Act(Requested(Standing), Granted()) }).ThenNothing();
        Given(Until31March with { Termination = new(new(2026, 12, 1), "双方の合意") }, new() { [Id] = Act(Requested(Standing), Granted()) }).ThenNothing();
    }

    public static TheoryData<ActRequestContent, bool> Later => new()
    {
        { Standing with { Scope = Scope with { Until = new(2027, 3, 31) } }, true },
        { Standing with { Title = "別の件名", Scope = Scope with { Until = new(2027, 3, 31), Media = [], Places = ["本館3階会議室", "別館"] } }, true },
        { Standing, false },
        { Standing with { Scope = Scope with { Until = new(2027, 3, 31), Media = ["ＵＳＢメモリ"] } }, false },
        { Standing with { Scope = Scope with { Until = new(2027, 3, 31), Purposes = ["検収"] } }, false },
        { Standing with { Scope = Scope with { Until = new(2027, 3, 31), Places = ["別館"] } }, false },
        { Standing with { Scope = Scope with { Until = new(2027, 3, 31), People = [Taro] } }, false },
        { Individual, false },
    };

    [Theory]
    [MemberData(nameof(Later))]
    public void A_word_asked_for_at_least_as_much_and_for_longer_takes_its_place(ActRequestContent later, bool renews) =>
        Given(Until31March, new() { [Id] = Act(Requested(Standing), Granted()), [OtherId] = Act(Requested(later)) }).Then(renews ? [] : [Expires]);

    [Fact]
    public void What_was_given_without_limits_is_not_renewed_within_some()
    {
        var later = Act(Requested(Standing with { Scope = Scope with { Until = new(2027, 3, 31) } }));
        var unlimited = Act(Requested(Standing with { Scope = Scope with { Media = [] } }), Granted());
        Given(Until31March, new() { [Id] = unlimited, [OtherId] = later }).Then(Expires);
    }

    [Fact]
    public void Of_single_words_the_same_title_is_the_same_thing()
    {
        var runsOut = Act(Requested(), Granted(expiresOn: new(2027, 2, 26)));
        Given(Until31March, new() { [Id] = runsOut, [OtherId] = Act(Requested()) }).ThenNothing();
        Given(Until31March, new() { [Id] = runsOut, [OtherId] = Act(Requested(), new AuthorityActDeclined("不可", Now)) }).Then(Expires);
        Given(Until31March, new() { [Id] = runsOut, [OtherId] = Act(Requested() with { Subject = ProcedureSubject.COPY_INSIDE }) }).Then(Expires);
        Given(Until31March, new() { [Id] = runsOut, [OtherId] = Act(Requested(Individual with { Title = "録音機の持込み" })) }).Then(Expires);
    }

    [Fact]
    public void Where_the_section_is_not_here_somebody_sends_what_is_written()
    {
        const string Send = "WORD_TO_SEND 「ノートＰＣの持込み」 BEFORE 2026-11-20";
        Given(Until31March, new() { [Id] = Act(Requested()) }, sectionIsHere: false).Then(Send);
        Given(Until31March, new() { [Id] = Act(Requested()) }).ThenNothing();
        Given(Until31March, new() { [Id] = Act(Requested(), new AuthorityActDelivered(Channel.MAIL, Now)) }, sectionIsHere: false).ThenNothing();
        Given(Until31March, new() { [Id] = Act(Requested(), new AuthorityActDelivered(Channel.MAIL, Now), new AuthorityActDelivered(Channel.UNSENT, Now)) }, sectionIsHere: false).Then(Send);
        Given(Until31March, new() { [Id] = Act(Requested(), new AuthorityActCancelled("不要")) }, sectionIsHere: false).ThenNothing();
    }

    [Fact]
    public void Only_what_is_wanted_before_a_start_within_the_term_has_a_day()
    {
        Given(Until31March, new() { [Id] = Act(Requested() with { Before = false }) }, sectionIsHere: false).Then("WORD_TO_SEND 「ノートＰＣの持込み」");
        Given(Until31March, new() { [Id] = Act(Requested(Individual with { StartsOn = null })) }, sectionIsHere: false).Then("WORD_TO_SEND 「ノートＰＣの持込み」");
        Given(Until31March, new() { [Id] = Act(Requested(Individual with { StartsOn = new(2027, 4, 1) })) }, sectionIsHere: false).Then("WORD_TO_SEND 「ノートＰＣの持込み」");
    }

    [Fact]
    public void A_communication_that_is_only_written_down_is_to_be_sent()
    {
        var first = new CommunicationRecorded(
            Contract, CommunicationKind.REPORT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT, InForce, 11, "17:11", "報告", "不審なメールを開いた。", Now,
            Channel.UNSENT, Side.CONTRACTOR, OfficerName: null, [], ThreadId: Contract, InReplyTo: null, Consultation: null, DesignatedOn: null, Target: null, Urgent: true, Mail: null);
        Said([first]).Then("WORD_TO_SEND 「報告」");
        Said([first], sectionIsHere: true).ThenNothing();
        Said([first, new CommunicationDelivered(Channel.TELEPHONE, Now, [])]).ThenNothing();
        Said([first with { Direction = Direction.FROM_OFFICER, RecordedBy = Side.OFFICER }]).ThenNothing();
    }

    private static DutiesOf Given(params IReadOnlyList<IAuthorityActEvent> events) => Given(Until31March, new() { [Id] = Act(events) });

    private static DutiesOf Given(Domain.Contracts.Contract contract, Dictionary<Guid, AuthorityAct> acts, bool sectionIsHere = true) => new(ActDuties.Of(contract, acts, sectionIsHere));

    private static DutiesOf Said(IReadOnlyList<ICommunicationEvent> events, bool sectionIsHere = false) => new(ActDuties.Of(
        new Dictionary<Guid, Communication> { [Id] = events.Aggregate(Communication.Initial, CommunicationDecider.Evolve) }, sectionIsHere));
}
