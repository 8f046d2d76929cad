using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using static SecurityTracker.Domain.Obligations.ImplementationStatus;

namespace SecurityTracker.DomainTests.Obligations;

public sealed class ObligationDeciderTests
{
    private static readonly Specification<Obligation, IObligationEvent, IObligationCommand> Decider =
        new(Obligation.Initial, ObligationDecider.Evolve, ObligationDecider.Decide);

    private static readonly Guid ContractId = new("01990000-0000-7000-8000-000000000001");
    private static readonly EditionRef Edition = new("ED-X", 1);
    private static readonly RequirementStatement One = new("17:15.1", "①", AlwaysExplained: false);
    private static readonly RequirementStatement Two = new("17:15.2", "②", AlwaysExplained: false);
    private static readonly RequirementStatement Ten = new("17:15.10", "⑩", AlwaysExplained: true);
    private static readonly ObligationOpened Five = new(ContractId, "17:5", 5, Edition, Reported: true, []);
    private static readonly ObligationOpened Fifteen = new(ContractId, "17:15", 15, Edition, Reported: true, [One, Two, Ten]);

    [Fact]
    public void A_status_is_recorded() => Decider.Given(Five)
        .When(new SetStatus(IMPLEMENTED, Reason: null))
        .Then(new ObligationStatusSet(IMPLEMENTED, Reason: null))
        .ThenState(o => (o.Status, o.Source, o.ReasonMissing).ShouldBe((IMPLEMENTED, StatusSource.DIRECT, false)));

    [Fact]
    public void An_item_is_assigned_to_people_whatever_their_order()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Decider.Given(Five).When(new AssignObligation([one, other, one])).Then(new ObligationAssigned([one, other])).ThenState(o => o.Assignees.ShouldBe([one, other]));
        Decider.Given(Five, new ObligationAssigned([one, other])).When(new AssignObligation([other, one])).ThenNothing();
        Decider.Given(Five, new ObligationAssigned([one])).When(new AssignObligation([])).Then(new ObligationAssigned([]));
        Decider.Given(Five).When(new AssignObligation([.. Enumerable.Range(0, 21).Select(_ => Guid.NewGuid())])).Then(ObligationRefusals.AssigneesTooMany);
    }

    [Fact]
    public void Before_the_first_record_there_is_no_status() =>
        Decider.Given(Five).ThenState(o => (o.Status, o.Source, o.Reason).ShouldBe((null, null, null)));

    [Theory]
    [InlineData(NOT_IMPLEMENTED, null)]
    [InlineData(NOT_APPLICABLE, "")]
    [InlineData(NOT_APPLICABLE, " \u3000\n\u200b")]
    public void Other_than_implemented_wants_a_reason(ImplementationStatus status, string? reason) =>
        Decider.Given(Five).When(new SetStatus(status, reason)).Then(ObligationRefusals.ReasonMissing);

    [Fact]
    public void A_reason_has_at_most_4000_characters()
    {
        Decider.Given(Five).When(new SetStatus(NOT_APPLICABLE, new string('あ', 4001))).Then(ObligationRefusals.ReasonTooLong);
        Decider.Given(Five).When(new SetStatus(IMPLEMENTED, new string('あ', 4001))).Then(ObligationRefusals.ReasonTooLong);
        var longest = string.Concat(Enumerable.Repeat("𠮷", 4000));
        Decider.Given(Five).When(new SetStatus(NOT_APPLICABLE, longest)).Then(new ObligationStatusSet(NOT_APPLICABLE, longest));
    }

    [Theory]
    [InlineData("終端\0")]
    [InlineData("鐘\u0007")]
    public void A_reason_can_be_printed(string reason) =>
        Decider.Given(Five).When(new SetStatus(NOT_APPLICABLE, reason)).Then(TextRefusals.NotPrintable);

    [Fact]
    public void Half_a_character_is_none() =>
        Decider.Given(Five).When(new SetStatus(NOT_APPLICABLE, "片割れ" + '\ud83d')).Then(TextRefusals.NotPrintable);

    [Fact]
    public void A_reason_may_have_several_lines_and_rare_characters() => Decider.Given(Five)
        .When(new SetStatus(NOT_APPLICABLE, "一行目\r\n二行目　髙﨑𠮷葛󠄀"))
        .Then(new ObligationStatusSet(NOT_APPLICABLE, "一行目\r\n二行目　髙﨑𠮷葛󠄀"));

    [Fact]
    public void There_are_three_statuses() =>
        Decider.Given(Five).When(new SetStatus((ImplementationStatus)3, "理由")).Then(ObligationRefusals.StatusUnknown);

    [Fact]
    public void The_same_status_again_records_nothing()
    {
        Decider.Given(Five, new ObligationStatusSet(NOT_APPLICABLE, "再委託しないため。")).When(new SetStatus(NOT_APPLICABLE, "再委託しないため。")).ThenNothing();
        Decider.Given(Five, new ObligationStatusSet(IMPLEMENTED, Reason: null)).When(new SetStatus(IMPLEMENTED, "  ")).ThenNothing();
    }

    [Fact]
    public void What_was_never_opened_is_unknown() =>
        Decider.Given().When(new SetStatus(IMPLEMENTED, Reason: null)).Then(ObligationRefusals.RequirementUnknown);

    [Fact]
    public void The_whole_can_be_recorded_while_no_part_is() => Decider.Given(Fifteen)
        .When(new SetStatus(NOT_APPLICABLE, "情報システムを扱わないため。"))
        .Then(new ObligationStatusSet(NOT_APPLICABLE, "情報システムを扱わないため。"))
        .ThenState(o =>
        {
            o.Explanation.ShouldBe("情報システムを扱わないため。");
            o.ReasonMissing.ShouldBeFalse();
        });

    [Fact]
    public void An_implemented_whole_still_wants_the_explanation_of_part_ten()
    {
        Decider.Given(Fifteen, new ObligationStatusSet(IMPLEMENTED, Reason: null)).ThenState(o => o.ReasonMissing.ShouldBeTrue());
        Decider.Given(Fifteen, new ObligationStatusSet(IMPLEMENTED, Reason: null))
            .When(new SetStatementStatus(Ten.Id, IMPLEMENTED, "抹消に応じる事業者を選定した。"))
            .Then(new ObligationStatementStatusSet(Ten.Id, IMPLEMENTED, "抹消に応じる事業者を選定した。"))
            .ThenState(o =>
            {
                (o.Status, o.Source, o.ReasonMissing).ShouldBe((IMPLEMENTED, StatusSource.DIRECT, false));
                o.Explanation.ShouldBe("抹消に応じる事業者を選定した。");
            });
    }

    [Fact]
    public void The_explanation_of_part_ten_does_not_stop_a_record_of_the_whole() =>
        Decider.Given(Fifteen, new ObligationStatementStatusSet(Ten.Id, IMPLEMENTED, "選定した。"))
            .When(new SetStatus(NOT_IMPLEMENTED, "準備中のため。")).Then(new ObligationStatusSet(NOT_IMPLEMENTED, "準備中のため。"));

    [Fact]
    public void Once_a_part_is_recorded_the_whole_follows_the_parts() =>
        Decider.Given(Fifteen, new ObligationStatementStatusSet(One.Id, IMPLEMENTED, Reason: null))
            .When(new SetStatus(IMPLEMENTED, Reason: null)).Then(ObligationRefusals.OverrideNeeded);

    public static TheoryData<ImplementationStatus, ImplementationStatus, ImplementationStatus, ImplementationStatus> RollUps => new()
    {
        { IMPLEMENTED, IMPLEMENTED, IMPLEMENTED, IMPLEMENTED },
        { IMPLEMENTED, NOT_APPLICABLE, NOT_APPLICABLE, IMPLEMENTED },
        { NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE },
        { NOT_APPLICABLE, NOT_IMPLEMENTED, NOT_APPLICABLE, NOT_IMPLEMENTED },
        { IMPLEMENTED, NOT_IMPLEMENTED, IMPLEMENTED, NOT_IMPLEMENTED },
    };

    [Theory]
    [MemberData(nameof(RollUps))]
    public void The_parts_roll_up_when_each_has_a_status(
        ImplementationStatus one, ImplementationStatus two, ImplementationStatus ten, ImplementationStatus whole) =>
        Decider.Given(Fifteen, Part(One, one), Part(Two, two)).When(new SetStatementStatus(Ten.Id, ten, "説明")).Then(Part(Ten, ten) with { Reason = "説明" })
            .ThenState(o => (o.Status, o.Source).ShouldBe((whole, StatusSource.ROLLED_UP)));

    [Fact]
    public void Until_then_there_is_none() =>
        Decider.Given(Fifteen, Part(One, NOT_IMPLEMENTED), Part(Two, IMPLEMENTED)).ThenState(o => o.Status.ShouldBeNull());

    [Fact]
    public void A_roll_up_names_the_reasons_of_its_parts() =>
        Decider.Given(Fifteen, Part(One, NOT_IMPLEMENTED), Part(Two, IMPLEMENTED), Part(Ten, NOT_APPLICABLE)).ThenState(o =>
            o.Reason.ShouldBe("① 未実施　理由\n⑩ 該当なし　理由"));

    [Fact]
    public void An_override_says_why_and_can_be_lifted()
    {
        IObligationEvent[] parts = [Fifteen, Part(One, IMPLEMENTED), Part(Two, IMPLEMENTED), Part(Ten, IMPLEMENTED)];
        var overridden = new ObligationStatusOverridden(NOT_IMPLEMENTED, "確認中のため。", "担当職員の指示による。");
        Decider.Given(parts).When(new OverrideStatus(NOT_IMPLEMENTED, "確認中のため。", "担当職員の指示による。")).Then(overridden)
            .ThenState(o => (o.Status, o.Reason, o.Source).ShouldBe((NOT_IMPLEMENTED, "確認中のため。", StatusSource.OVERRIDDEN)));
        Decider.Given(parts).When(new OverrideStatus(NOT_IMPLEMENTED, "確認中のため。", " ")).Then(ObligationRefusals.OverrideReasonMissing);
        Decider.Given(parts).When(new OverrideStatus(NOT_IMPLEMENTED, " ", "指示")).Then(ObligationRefusals.ReasonMissing);
        Decider.Given(Fifteen).When(new OverrideStatus(IMPLEMENTED, Reason: null, "指示")).Then(ObligationRefusals.OverrideNotNeeded);
        Decider.Given([.. parts, overridden]).When(new OverrideStatus(NOT_IMPLEMENTED, "確認中のため。", "担当職員の指示による。")).ThenNothing();
        Decider.Given([.. parts, overridden]).When(new LiftOverride()).Then(new ObligationOverrideLifted())
            .ThenState(o => (o.Status, o.Source).ShouldBe((IMPLEMENTED, StatusSource.ROLLED_UP)));
        Decider.Given(parts).When(new LiftOverride()).ThenNothing();
    }

    [Fact]
    public void A_part_that_the_requirement_does_not_have_is_unknown() =>
        Decider.Given(Five).When(new SetStatementStatus(One.Id, IMPLEMENTED, Reason: null)).Then(ObligationRefusals.StatementUnknown);

    [Fact]
    public void A_method_is_written_and_taken_back()
    {
        Decider.Given(Five).When(new SetComplianceMethod("契約書に定める。")).Then(new ComplianceMethodSet("契約書に定める。"));
        Decider.Given(Five).When(new SetComplianceMethod(" ")).ThenNothing();
        Decider.Given(Five, new ComplianceMethodSet("契約書に定める。")).When(new SetComplianceMethod(" ")).Then(new ComplianceMethodSet(Method: null));
        Decider.Given(Five).When(new SetComplianceMethod(new string('長', 4001))).Then(TextRefusals.TooLong(4000));
    }

    [Fact]
    public void Another_edition_keeps_what_is_recorded_and_asks_for_what_is_new() =>
        Decider.Given(Fifteen with { Parts = [One, Two] }, Part(One, IMPLEMENTED), Part(Two, IMPLEMENTED))
            .When(new OpenObligation(ContractId, "17:15", 15, new("ED-Y", 1), Reported: true, [One, Two, Ten]))
            .Then(new ObligationMovedToEdition(new("ED-Y", 1), 15, Reported: true, [One, Two, Ten]))
            .ThenState(o =>
            {
                o.Statements.Select(s => s.Recorded?.Status).ShouldBe([IMPLEMENTED, IMPLEMENTED, null]);
                o.Status.ShouldBeNull();
            });

    [Fact]
    public void The_same_edition_again_records_nothing() =>
        Decider.Given(Five).When(new OpenObligation(ContractId, "17:5", 5, Edition, Reported: true, [])).ThenNothing();

    [Fact]
    public void What_the_edition_no_longer_has_is_set_aside_and_can_come_back()
    {
        Decider.Given(Five).When(new SetObligationAside()).Then(new ObligationSetAside());
        Decider.Given(Five, new ObligationSetAside()).When(new SetStatus(IMPLEMENTED, Reason: null)).Then(ObligationRefusals.NotInForce);
        Decider.Given(Five, new ObligationSetAside()).When(new OpenObligation(ContractId, "17:5", 5, Edition, Reported: true, []))
            .Then(new ObligationMovedToEdition(Edition, 5, Reported: true, []));
    }

    [Fact]
    public void Every_requirement_of_an_edition_is_opened_and_the_form_says_which_are_reported()
    {
        var edition = new AnnexEdition("ED-X", 1, "版", "出典", "受注者", "以下の事項について遵守すること。",
            [new(1, "2:1", Heading: null, "一", []), new(2, "2:2", Heading: null, "二", [new("2:2.1", "①", "部分", [], AlwaysExplained: true)])], Form: null);
        var opened = OpenObligation.Of(ContractId, edition);
        opened.Select(o => (o.RequirementId, o.Number, o.Reported)).ShouldBe([("2:1", 1, false), ("2:2", 2, true)]);
        opened[1].Statements.ShouldBe([new("2:2.1", "①", AlwaysExplained: true)]);
    }

    [Fact]
    public void A_status_is_taken_back_to_unrecorded()
    {
        var set = new ObligationStatusSet(NOT_APPLICABLE, "誤り");
        Decider.Given(Five, set).When(new WithdrawStatus()).Then(new ObligationStatusWithdrawn())
            .ThenState(o => (o.Status, o.Reason, o.Source).ShouldBe((null, null, null)));
        Decider.Given(Five, set, new ObligationStatusWithdrawn()).When(new WithdrawStatus()).ThenNothing();
        Decider.Given(Five).When(new WithdrawStatus()).ThenNothing();
    }

    [Fact]
    public void A_status_that_follows_from_the_parts_is_taken_back_at_the_parts() =>
        Decider.Given(Fifteen, Part(One, IMPLEMENTED), Part(Two, IMPLEMENTED), Part(Ten, IMPLEMENTED))
            .When(new WithdrawStatus()).Then(ObligationRefusals.OverrideNeeded);

    [Fact]
    public void The_status_of_a_part_is_taken_back_to_unrecorded()
    {
        Decider.Given(Fifteen, Part(One, IMPLEMENTED)).When(new WithdrawStatementStatus(One.Id))
            .Then(new ObligationStatementStatusWithdrawn(One.Id))
            .ThenState(o => o.RecordedByStatements.ShouldBeFalse());
        Decider.Given(Fifteen, Part(One, IMPLEMENTED)).When(new WithdrawStatementStatus(Two.Id)).ThenNothing();
        Decider.Given(Fifteen).When(new WithdrawStatementStatus("17:15.3")).Then(ObligationRefusals.StatementUnknown);
    }

    [Fact]
    public void With_the_last_part_goes_what_was_recorded_against_the_parts()
    {
        var overridden = new ObligationStatusOverridden(IMPLEMENTED, Reason: null, "指示");
        Decider.Given(Fifteen, Part(One, IMPLEMENTED), Part(Two, IMPLEMENTED), overridden).When(new WithdrawStatementStatus(One.Id))
            .Then(new ObligationStatementStatusWithdrawn(One.Id));
        Decider.Given(Fifteen, Part(One, IMPLEMENTED), overridden).When(new WithdrawStatementStatus(One.Id))
            .Then(new ObligationStatementStatusWithdrawn(One.Id), new ObligationOverrideLifted())
            .ThenState(o => o.Status.ShouldBeNull());
    }

    private static ObligationStatementStatusSet Part(RequirementStatement part, ImplementationStatus status) =>
        new(part.Id, status, status == IMPLEMENTED ? null : "理由");

    // What was recorded answers the words that were read: other words want a look, by whatever way, before it counts again.
    private static readonly ObligationMovedToEdition OtherWords = new(new("ED-Y", 1), 5, Reported: true, [], WordsChanged: true);

    [Fact]
    public void What_was_recorded_for_other_words_wants_a_look()
    {
        Decider.Given(Five, new ObligationStatusSet(IMPLEMENTED, Reason: null), OtherWords).ThenState(o => o.LookWanted.ShouldBeTrue());
        Decider.Given(Five, OtherWords).ThenState(o => o.LookWanted.ShouldBeFalse());
        Decider.Given(Five, new ObligationStatusSet(IMPLEMENTED, Reason: null), OtherWords with { WordsChanged = false }).ThenState(o => o.LookWanted.ShouldBeFalse());
    }

    [Fact]
    public void A_look_is_taken_by_keeping_or_by_recording_the_same_again()
    {
        var moved = Decider.Given(Five, new ObligationStatusSet(IMPLEMENTED, Reason: null), OtherWords);
        moved.When(new KeepRecord()).Then(new ObligationRecordKept(new("ED-Y", 1))).ThenState(o => o.LookWanted.ShouldBeFalse());
        moved.When(new SetStatus(IMPLEMENTED, Reason: null)).Then(new ObligationStatusSet(IMPLEMENTED, Reason: null)).ThenState(o => o.LookWanted.ShouldBeFalse());
        moved.When(new SetComplianceMethod("方法")).ThenState(o => o.LookWanted.ShouldBeTrue());
        Decider.Given(Five, new ObligationStatusSet(IMPLEMENTED, Reason: null)).When(new KeepRecord()).ThenNothing();
    }

    [Fact]
    public void What_is_recorded_is_said_to_hold_for_a_period_once()
    {
        var half = new DateSpan(new(2026, 4, 1), new(2026, 9, 30));
        var holds = new ObligationRecordReaffirmed(half.From, half.To);
        var set = new ObligationStatusSet(IMPLEMENTED, Reason: null);
        Decider.Given(Five, set).When(new ReaffirmRecord(half)).Then(holds).ThenState(o => (o.ReaffirmedFor, o.Status).ShouldBe((half, IMPLEMENTED)));
        Decider.Given(Five, set, holds).When(new ReaffirmRecord(half)).ThenNothing();
        Decider.Given(Five, set, holds).When(new ReaffirmRecord(new(new(2026, 10, 1), new(2027, 3, 31)))).Then(new ObligationRecordReaffirmed(new(2026, 10, 1), new(2027, 3, 31)));
    }

    [Fact]
    public void What_is_not_recorded_in_full_cannot_be_said_to_hold()
    {
        var half = new ReaffirmRecord(new(new(2026, 4, 1), new(2026, 9, 30)));
        Decider.Given(Five).When(half).Then(ObligationRefusals.NothingToReaffirm);
        Decider.Given(Five, new ObligationStatusSet(NOT_APPLICABLE, Reason: null)).When(half).Then(ObligationRefusals.NothingToReaffirm);
        Decider.Given(Five, new ObligationStatusSet(IMPLEMENTED, Reason: null), OtherWords).When(half).Then(ObligationRefusals.NothingToReaffirm);
    }
}
