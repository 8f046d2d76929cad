using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using static SecurityTracker.DomainTests.Deadlines.Days;
using static SecurityTracker.DomainTests.Reports.ReportExamples;

namespace SecurityTracker.DomainTests.Reports.Review;

public sealed class ReportReviewTests
{
    private static readonly Specification<ReportReview, IReportReviewEvent, IReportReviewCommand> Decider =
        new(ReportReview.Initial, ReportReviewDecider.Evolve, ReportReviewDecider.Decide, Day("2026-10-15"));

    private static readonly Guid Id = new("01980000-0000-7000-8000-0000000000bb");
    private static readonly DateOnly Today = Day("2026-10-15");

    // 5) and 9) are as in the last report, the others are not.
    private static readonly Report UnderReview = Fold(
        Drafted with { Previous = [.. Drafted.Rows.Select(row => new PreviousAnswer(row.Number, row.Number is 5 or 9 ? row.Answer : NotApplicable("なし。")))] },
        new ReportFinalised(Files, Header),
        new ReportSubmitted(SubmissionWay.SYSTEM, Today, [], []));

    private static readonly DraftRemainingRows TheRest = new(Id, UnderReview, new HashSet<int>(), SamePerson: false);

    private static DraftVerdict Draft(int number, RowVerdict verdict, string? comment = null) => new(Id, new(number, verdict, comment), UnderReview, SamePerson: false);

    private static RowVerdictDrafted Drafting(int number, RowVerdict verdict, string? comment = null) => new(Id, new(number, verdict, comment));

    [Fact]
    public void A_row_is_confirmed_or_queried_with_a_comment()
    {
        Decider.Given().When(Draft(5, RowVerdict.CONFIRMED)).Then(Drafting(5, RowVerdict.CONFIRMED));
        Decider.Given().When(Draft(5, RowVerdict.QUERIED, "補足を。")).Then(Drafting(5, RowVerdict.QUERIED, "補足を。"));
        Decider.Given().When(Draft(1, RowVerdict.CONFIRMED)).Then(ReportRefusals.RowUnknown);
        Decider.Given(Drafting(5, RowVerdict.CONFIRMED)).When(Draft(5, RowVerdict.CONFIRMED)).ThenNothing();
    }

    [Fact]
    public void A_query_without_words_takes_the_place_of_the_older_note_and_holds_up_the_sending()
    {
        Decider.Given(Drafting(5, RowVerdict.CONFIRMED), Drafting(9, RowVerdict.CONFIRMED)).When(Draft(5, RowVerdict.QUERIED, " "))
            .Then(Drafting(5, RowVerdict.QUERIED))
            .ThenState(review => review.DraftOf(5)!.Verdict.ShouldBe(RowVerdict.QUERIED));
        IReportReviewEvent[] noted = [Drafting(5, RowVerdict.CONFIRMED), Drafting(9, RowVerdict.QUERIED), Drafting(5, RowVerdict.QUERIED)];
        foreach (var missing in new[] { true, false })
        {
            Decider.Given(noted).When(new SendDrafts(missing)).Then(FinalisedReportRefusals.QueriesWithoutWords([5, 9]));
        }

        FinalisedReportRefusals.QueriesWithoutWords([5, 9]).Message.Ja.ShouldStartWith("5)、9)の照会");
        Decider.Given([.. noted, Drafting(9, RowVerdict.QUERIED, "補足を。"), Drafting(5, RowVerdict.QUERIED, "補足を。"), Drafting(5, RowVerdict.QUERIED)])
            .When(new SendDrafts(SecondPersonMissing: false)).Then(FinalisedReportRefusals.QueriesWithoutWords([5]));
        Decider.Given([.. noted, new RowVerdictTakenBack(5), Drafting(9, RowVerdict.QUERIED, "補足を。")])
            .When(new SendDrafts(SecondPersonMissing: false)).Then(new ReviewSent([9]));
    }

    [Fact]
    public void Insufficient_is_no_note_and_unchanged_is_for_all_at_once()
    {
        Decider.Given().When(Draft(5, RowVerdict.INSUFFICIENT, "不十分")).Then(FinalisedReportRefusals.ConsultationNeeded);
        Decider.Given().When(Draft(5, RowVerdict.CONFIRMED_UNCHANGED)).Then(FinalisedReportRefusals.UnchangedAllAtOnce);
    }

    [Fact]
    public void Who_acted_for_the_contractor_notes_nothing()
    {
        Decider.Given().When(Draft(5, RowVerdict.CONFIRMED) with { SamePerson = true }).Then(FinalisedReportRefusals.SamePerson);
        Decider.Given().When(TheRest with { SamePerson = true }).Then(FinalisedReportRefusals.SamePerson);
    }

    [Fact]
    public void What_was_not_handed_in_is_not_reviewed() => Decider.Given()
        .When(Draft(5, RowVerdict.CONFIRMED) with { Report = Fold(Drafted, new ReportFinalised(Files, Header)) }).Then(FinalisedReportRefusals.NotUnderReview);

    [Fact]
    public void What_is_left_is_noted_in_one_stroke_but_no_row_that_has_its_own_word()
    {
        Decider.Given().When(TheRest).Then(new UnchangedRowsDrafted(Id, [5, 9]))
            .ThenState(review => review.DraftOf(9)!.Verdict.ShouldBe(RowVerdict.CONFIRMED_UNCHANGED));
        Decider.Given(Drafting(5, RowVerdict.QUERIED, "補足を。")).When(TheRest).Then(new UnchangedRowsDrafted(Id, [9]));
        Decider.Given(new UnchangedRowsDrafted(Id, [5, 9])).When(TheRest).Then(FinalisedReportRefusals.NoRemainingRows);
    }

    [Fact]
    public void A_row_that_no_report_had_before_is_confirmed_with_the_rest_where_it_says_実施()
    {
        var first = UnderReview with { Previous = [] };
        var (done, others) = (first.Rows.Where(row => row.Answer.Status == ImplementationStatus.IMPLEMENTED).Select(row => row.Number).ToList(), first.Rows.Count);
        done.Count.ShouldBeInRange(1, others - 1);
        Decider.Given().When(TheRest with { Report = first }).Then([.. done.Select(number => Drafting(number, RowVerdict.CONFIRMED))]);
        var mixed = UnderReview with { Previous = [new(5, Implemented), new(6, NotApplicable("なし。"))] };
        Decider.Given().When(TheRest with { Report = mixed })
            .Then([new UnchangedRowsDrafted(Id, [5]), .. done.Where(number => number is not (5 or 6)).Select(number => Drafting(number, RowVerdict.CONFIRMED))]);
    }

    [Fact]
    public void A_row_that_contradicts_something_is_left_for_a_look_of_its_own()
    {
        Decider.Given().When(TheRest with { Contradicting = new HashSet<int> { 6, 9 } }).Then(new UnchangedRowsDrafted(Id, [5]));
        Decider.Given().When(TheRest with { Contradicting = new HashSet<int> { 5, 9 } }).Then(FinalisedReportRefusals.NoRemainingRows);
        Decider.Given().When(Draft(9, RowVerdict.CONFIRMED)).Then(Drafting(9, RowVerdict.CONFIRMED));
    }

    [Fact]
    public void All_notes_are_sent_together_by_a_second_person_where_one_is_wanted()
    {
        IReportReviewEvent[] noted = [Drafting(9, RowVerdict.CONFIRMED), Drafting(5, RowVerdict.QUERIED, "補足を。")];
        Decider.Given(noted).When(new SendDrafts(SecondPersonMissing: false)).Then(new ReviewSent([5, 9])).ThenState(review => review.Drafts.ShouldBeEmpty());
        Decider.Given(noted).When(new SendDrafts(SecondPersonMissing: true)).Then(FinalisedReportRefusals.SecondPersonRequired);
        Decider.Given().When(new SendDrafts(SecondPersonMissing: false)).Then(FinalisedReportRefusals.NothingDrafted);
        Decider.Given([.. noted, new RowVerdictTakenBack(5)]).When(new SendDrafts(SecondPersonMissing: false)).Then(new ReviewSent([9]));
    }

    [Fact]
    public void The_internal_approval_has_a_number_and_a_date()
    {
        var note = new NoteInternalApproval(Id, InternalApprovalState.APPROVED, "情第7号", Today, UnderReview);
        Decider.Given().When(note).Then(new InternalApprovalNoted(Id, InternalApprovalState.APPROVED, "情第7号", Today));
        Decider.Given().When(note with { Number = null }).Then(FinalisedReportRefusals.ApprovalIncomplete);
        Decider.Given().When(note with { On = null }).Then(FinalisedReportRefusals.ApprovalIncomplete);
        Decider.Given().When(note with { On = Day("2026-10-16") }).Then(FinalisedReportRefusals.DateInFuture);
        Decider.Given().When(note with { State = InternalApprovalState.UNDER_WAY }).Then(new InternalApprovalNoted(Id, InternalApprovalState.UNDER_WAY, Number: null, On: null));
        Decider.Given().When(note with { State = InternalApprovalState.NONE }).ThenNothing();
    }

    [Fact]
    public void Only_parts_that_are_there_are_withheld()
    {
        MarkDisclosure Mark(params string[] parts) => new(Id, [.. parts.Select(part => new WithheldPart(part, DisclosureGround.ARTICLE_5_1))], "ab", UnderReview);
        Decider.Given().When(Mark("/rows/8/reason", "/rows/15/explanation", "/header/representativeName"))
            .ThenState(review => review.Disclosures.ShouldHaveSingleItem().Number.ShouldBe(1));
        Decider.Given().When(Mark("/rows/5/reason")).Then(FinalisedReportRefusals.PartUnknown);
        Decider.Given().When(Mark("/rows/99/reason")).Then(FinalisedReportRefusals.PartUnknown);
        Decider.Given().When(Mark("/header/contractSignedOn")).Then(FinalisedReportRefusals.PartUnknown);
        Decider.Given().When(Mark("/rows/8/reason", "/rows/8/reason")).Then(FinalisedReportRefusals.PartTwice);
        Decider.Given().When(Mark() with { Report = Fold(Drafted, new ReportFinalised(Files, Header)) }).Then(FinalisedReportRefusals.NotSubmitted);
    }

    [Fact]
    public void What_is_withheld_is_taken_out_with_its_ground_and_without_its_length()
    {
        var redacted = Withholding.Apply(
            [new("/rows/8/reason", DisclosureGround.ARTICLE_5_2), new("/header/representativeName", DisclosureGround.ARTICLE_5_1)], UnderReview, Header, "山田 太郎");
        redacted.Report.Row(8)!.Answer.Reason.ShouldBe("■■■■■■（不開示：第５条第２号）");
        redacted.RepresentativeName.ShouldBe("■■■■■■（不開示：第５条第１号）");
        redacted.Header.ShouldBe(Header);
        redacted.Report.Row(15)!.Answer.ShouldBe(UnderReview.Row(15)!.Answer);
    }

    private static Report Fold(params IReportEvent[] events) => events.Aggregate(Report.Initial, ReportDecider.Evolve);
}
