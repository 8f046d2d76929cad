using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using static SecurityTracker.DomainTests.ConfirmationDocuments.DocumentExamples;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.ConfirmationDocuments;

public sealed class ConfirmationDocumentDeciderTests
{
    private static readonly Specification<ConfirmationDocument, IConfirmationDocumentEvent, IConfirmationDocumentCommand> Decider =
        new(ConfirmationDocument.Initial, ConfirmationDocumentDecider.Evolve, ConfirmationDocumentDecider.Decide, Today);

    [Fact]
    public void A_first_draft_begins_with_what_is_recorded() =>
        Decider.Given().When(new DraftConfirmationDocument(ContractId, Content)).Then(Drafted);

    [Fact]
    public void There_is_one_draft_at_a_time() =>
        Decider.Given(Drafted).When(new DraftConfirmationDocument(ContractId, Content)).Then(ConfirmationDocumentRefusals.DraftExists);

    [Fact]
    public void A_later_draft_says_which_version_it_began_as() =>
        Decider.Given(Drafted, Presented).When(new DraftConfirmationDocument(ContractId, Content)).Then(Redrafted);

    [Fact]
    public void Nothing_is_changed_without_a_draft() =>
        Decider.Given(Drafted, Presented).When(new ChangeDocumentMethod(2, "別の方法")).Then(ConfirmationDocumentRefusals.DraftMissing);

    [Fact]
    public void A_method_is_written_in_the_draft() =>
        Decider.Given(Drafted).When(new ChangeDocumentMethod(2, "別の方法")).Then(new ConfirmationDocumentMethodChanged(2, "別の方法"))
            .ThenState(state => state.Draft!.MethodOf(2).ShouldBe(new DocumentMethod(2, "別の方法", 3, RecordedAs: "規程を遵守する。")));

    [Fact]
    public void A_blank_method_takes_it_out() =>
        Decider.Given(Drafted).When(new ChangeDocumentMethod(2, "　\n")).Then(new ConfirmationDocumentMethodChanged(2, Method: null));

    [Fact]
    public void The_same_method_is_nothing_to_record() =>
        Decider.Given(Drafted).When(new ChangeDocumentMethod(2, "規程を遵守する。")).ThenNothing();

    [Fact]
    public void A_method_of_an_item_that_is_not_there_is_refused() =>
        Decider.Given(Drafted).When(new ChangeDocumentMethod(3, "方法")).Then(ConfirmationDocumentRefusals.ItemUnknown);

    [Fact]
    public void What_is_recorded_now_is_taken_over_with_its_version() =>
        Decider.Given(Drafted).When(new TakeOverDocumentMethod(new DocumentMethod(2, "新しい方法", 5)))
            .Then(new ConfirmationDocumentMethodTakenOver(2, "新しい方法", 5));

    [Fact]
    public void What_is_the_same_is_not_taken_over() =>
        Decider.Given(Drafted).When(new TakeOverDocumentMethod(Recorded[0])).Then(ConfirmationDocumentRefusals.NothingToTakeOver);

    [Theory]
    [InlineData(null)]
    [InlineData("　")]
    public void An_empty_record_does_not_blank_what_is_written(string? empty)
    {
        Decider.Given(Drafted).When(new TakeOverDocumentMethod(new DocumentMethod(2, empty, 5))).Then(ConfirmationDocumentRefusals.RecordEmpty);
        Decider.Given(Drafted, new ConfirmationDocumentMethodChanged(2, null)).When(new TakeOverDocumentMethod(new DocumentMethod(2, empty, 5)))
            .Then(new ConfirmationDocumentMethodTakenOver(2, empty, 5));
    }

    [Fact]
    public void A_person_is_put_on_the_roster()
    {
        var person = Person(Guid.NewGuid());
        Decider.Given(Drafted).When(new AddDocumentPeople([person], [Values()])).Then(new ConfirmationDocumentPeopleSet([person]))
            .ThenState(state => state.Draft!.People.Count.ShouldBe(2));
    }

    [Fact]
    public void A_person_without_a_name_is_not_taken() =>
        Decider.Given(Drafted).When(new AddDocumentPeople([Person(Guid.NewGuid())], [Values(name: " ")])).Then(Domain.TextRefusals.Missing);

    [Fact]
    public void A_person_without_a_role_is_not_taken() =>
        Decider.Given(Drafted).When(new AddDocumentPeople([Person(Guid.NewGuid())], [Values() with { Roles = [] }])).Then(ConfirmationDocumentRefusals.RolesMissing);

    [Fact]
    public void Nobody_is_born_tomorrow() =>
        Decider.Given(Drafted).When(new AddDocumentPeople([Person(Guid.NewGuid())], [Values() with { BirthDate = Today.AddDays(1) }]))
            .Then(ConfirmationDocumentRefusals.BirthDateInFuture);

    [Fact]
    public void Nobody_stands_on_the_roster_twice() =>
        Decider.Given(Drafted).When(new AddDocumentPeople([Person(Takano)], [Values()])).Then(ConfirmationDocumentRefusals.PersonListed);

    [Fact]
    public void A_changed_person_is_the_same_person() =>
        Decider.Given(Drafted).When(new ChangeDocumentPerson(Person(Takano, name: 7), Values()))
            .Then(new ConfirmationDocumentPeopleSet([Person(Takano, name: 7)]))
            .ThenState(state => state.Draft!.People.ShouldHaveSingleItem().Name.ShouldBe(Ref(7)));

    [Fact]
    public void Of_an_erased_person_nothing_is_written_any_more() =>
        Decider.Given(Drafted, new ConfirmationDocumentPersonErased(Takano, "退職")).When(new ChangeDocumentPerson(Person(Takano, name: 7), Values()))
            .Then(ConfirmationDocumentRefusals.PersonErased);

    [Fact]
    public void Presenting_freezes_the_draft_as_the_next_version() =>
        Decider.Given(Drafted).When(Present()).Then(Presented).ThenState(state =>
        {
            state.Draft.ShouldBeNull();
            state.Versions.ShouldHaveSingleItem().Content.ShouldBe(Content);
        });

    [Fact]
    public void What_is_incomplete_is_not_presented() =>
        Decider.Given(Drafted).When(Present(checks: new DocumentCheck("method-missing", CheckSeverity.BLOCKING, 2, null, "", new("", ""))))
            .Then(ConfirmationDocumentRefusals.Incomplete);

    [Fact]
    public void What_says_the_same_is_not_presented_again() =>
        Decider.Given(Drafted, Presented, Redrafted).When(Present(VersionKind.CHANGE)).Then(ConfirmationDocumentRefusals.NothingChanged);

    [Fact]
    public void A_change_applies_within_the_term() =>
        Decider.Given(Drafted).When(Present() with { EffectiveFrom = Day("2027-03-01") }).Then(ConfirmationDocumentRefusals.OutsideTerm);

    [Fact]
    public void A_version_is_submitted_once()
    {
        var submission = new DocumentSubmission(Today, SubmissionWay.HAND, []);
        Decider.Given(Drafted, Presented).When(new SubmitConfirmationDocument(1, submission)).Then(new ConfirmationDocumentSubmitted(1, submission));
        Decider.Given(Drafted, Presented, new ConfirmationDocumentSubmitted(1, submission)).When(new SubmitConfirmationDocument(1, submission))
            .Then(ConfirmationDocumentRefusals.AlreadySubmitted);
    }

    [Theory]
    [InlineData(1, "date-in-future")]
    [InlineData(-1, "before-presented")]
    public void It_is_submitted_between_its_presenting_and_today(int days, string code) =>
        Decider.Given(Drafted, Presented).When(new SubmitConfirmationDocument(1, new DocumentSubmission(Today.AddDays(days), SubmissionWay.MAIL, [])))
            .Then(new Domain.Refusal(code, default, new("", "")));

    [Fact]
    public void A_wrong_day_of_submission_is_mended_with_its_reason()
    {
        var submitted = new ConfirmationDocumentSubmitted(1, new DocumentSubmission(Today, SubmissionWay.POST, []));
        var correction = new CorrectDocumentSubmission(1, Today.AddDays(1), "消印の日付。");
        Decider.Given(Drafted, Presented, submitted).On(Today.AddDays(2)).When(correction).Then(new ConfirmationDocumentSubmissionCorrected(1, Today, Today.AddDays(1), "消印の日付。"))
            .ThenState(state => (state.Version(1)!.Submission!.On, state.SubmissionCorrected).ShouldBe((Today.AddDays(1), true)));
        Decider.Given(Drafted, Presented, submitted).On(Today.AddDays(2)).When(correction with { On = Today }).ThenNothing();
        Decider.Given(Drafted, Presented, submitted).On(Today.AddDays(2)).When(correction with { On = Today.AddDays(3) }).Then(ConfirmationDocumentRefusals.DateInFuture);
        Decider.Given(Drafted, Presented, submitted).On(Today.AddDays(2)).When(correction with { On = Today.AddDays(-1) }).Then(ConfirmationDocumentRefusals.BeforePresented);
        Decider.Given(Drafted, Presented, submitted).On(Today.AddDays(2)).When(correction with { Reason = " " }).Then(new Domain.Refusal("text-missing", default, new("", "")));
        Decider.Given(Drafted, Presented, submitted).On(Today.AddDays(2)).When(correction with { Number = 2 }).Then(ConfirmationDocumentRefusals.VersionUnknown);
        Decider.Given(Drafted, Presented).When(correction).Then(ConfirmationDocumentRefusals.NotSubmitted);
    }

    [Fact]
    public void A_wrong_way_of_submission_is_mended_with_its_reason()
    {
        var submitted = new ConfirmationDocumentSubmitted(1, new DocumentSubmission(Today, SubmissionWay.POST, []));
        var correction = new CorrectDocumentSubmissionWay(1, SubmissionWay.MAIL, "メールで送っていた。", SectionIsHere: false);
        Decider.Given(Drafted, Presented, submitted).When(correction).Then(new ConfirmationDocumentSubmissionWayCorrected(1, SubmissionWay.POST, SubmissionWay.MAIL, "メールで送っていた。"))
            .ThenState(state => (state.Version(1)!.Submission!.Via, state.Version(1)!.Submission!.On, state.SubmissionCorrected).ShouldBe((SubmissionWay.MAIL, Today, true)));
        Decider.Given(Drafted, Presented, submitted).When(correction with { Via = SubmissionWay.POST }).ThenNothing();
        Decider.Given(Drafted, Presented, submitted).When(correction with { Via = SubmissionWay.SYSTEM }).Then(SubmissionRefusals.SectionNotHere);
        Decider.Given(Drafted, Presented, submitted).When(correction with { Via = (SubmissionWay)9 }).Then(ConfirmationDocumentRefusals.ViaUnknown);
        Decider.Given(Drafted, Presented, submitted).When(correction with { Reason = " " }).Then(new Domain.Refusal("text-missing", default, new("", "")));
        Decider.Given(Drafted, Presented, submitted).When(correction with { Number = 2 }).Then(ConfirmationDocumentRefusals.VersionUnknown);
        Decider.Given(Drafted, Presented).When(correction).Then(ConfirmationDocumentRefusals.NotSubmitted);
    }

    [Fact]
    public void A_version_that_is_not_there_is_not_submitted() =>
        Decider.Given(Drafted, Presented).When(new SubmitConfirmationDocument(2, new DocumentSubmission(Today, SubmissionWay.MAIL, [])))
            .Then(ConfirmationDocumentRefusals.VersionUnknown);

    [Fact]
    public void From_when_it_applies_is_set_as_long_as_no_later_one_does()
    {
        Decider.Given(Drafted, Presented).When(new SetDocumentEffectiveFrom(1, Day("2026-12-01"), Term, Superseded: false))
            .Then(new ConfirmationDocumentEffectiveFromSet(1, Day("2026-12-01")));
        Decider.Given(Drafted, Presented).When(new SetDocumentEffectiveFrom(1, Day("2026-12-01"), Term, Superseded: true))
            .Then(ConfirmationDocumentRefusals.Superseded);
    }

    [Fact]
    public void Erasing_wants_a_reason_and_someone_who_is_there()
    {
        Decider.Given(Drafted).When(new EraseDocumentPerson(Takano, "退職のため")).Then(new ConfirmationDocumentPersonErased(Takano, "退職のため"));
        Decider.Given(Drafted).When(new EraseDocumentPerson(Takano, " ")).Then(ConfirmationDocumentRefusals.ReasonMissing);
        Decider.Given(Drafted).When(new EraseDocumentPerson(Guid.NewGuid(), "退職のため")).Then(ConfirmationDocumentRefusals.PersonUnknown);
    }

    [Fact]
    public void Someone_who_was_taken_off_the_roster_can_still_be_erased_from_its_versions() =>
        Decider.Given(Drafted, Presented, Redrafted, new ConfirmationDocumentPersonRemoved(Takano)).When(new EraseDocumentPerson(Takano, "退職のため"))
            .Then(new ConfirmationDocumentPersonErased(Takano, "退職のため"));
}
