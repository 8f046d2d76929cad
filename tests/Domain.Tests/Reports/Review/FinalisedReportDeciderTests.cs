using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Files;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using static SecurityTracker.DomainTests.Deadlines.Days;
using static SecurityTracker.DomainTests.Reports.ReportExamples;

namespace SecurityTracker.DomainTests.Reports.Review;

public sealed class FinalisedReportDeciderTests
{
    private static readonly Specification<Report, IReportEvent, IFinalisedReportCommand> Decider =
        new(Report.Initial, ReportDecider.Evolve, FinalisedReportDecider.Decide, Day("2026-10-15"));

    private static readonly Guid Other = new("01980000-0000-7000-8000-0000000000aa");
    private static readonly DateOnly Today = Day("2026-10-15");
    private static readonly FileRef Stamp = new(Other, "ab", "受付印.pdf", 10);
    private static readonly ReportFinalised Frozen = new(Files, Header);
    private static readonly ReportSubmitted HandedIn = new(SubmissionWay.HAND, Day("2026-10-13"), [], []);
    private static readonly SubmitReport BySystem = new(SubmissionWay.SYSTEM, On: null, [], FinalisedOn: Day("2026-10-12"), ByLead: true, Replaced: null);
    private static readonly ReviewConsultation Agreed = new(Day("2026-10-15"), "担当職員", "情報セキュリティ責任者", "手順が不足", "手順書を改訂する", Day("2026-12-31"));

    private static ReportRowsReviewed Said(params VerdictGiven[] rows) => new(rows);

    private static VerdictGiven Queried(int number) => new(number, RowVerdict.QUERIED, "補足してください。");

    private static VerdictGiven Confirmed(int number) => new(number, RowVerdict.CONFIRMED, Comment: null);

    [Fact]
    public void By_this_system_it_is_handed_in_today() =>
        Decider.Given(Drafted, Frozen).When(BySystem).Then(new ReportSubmitted(SubmissionWay.SYSTEM, Today, [], []))
            .ThenState(report => report.Stage.ShouldBe(ReportStage.SUBMITTED));

    [Fact]
    public void On_paper_it_was_handed_in_on_the_day_that_is_said() =>
        Decider.Given(Drafted, Frozen).When(BySystem with { Via = SubmissionWay.POST, On = Day("2026-10-13"), Files = [Stamp] })
            .Then(new ReportSubmitted(SubmissionWay.POST, Day("2026-10-13"), [Stamp], []));

    [Theory]
    [InlineData(SubmissionWay.SYSTEM, "2026-10-14", "on-not-today")]
    [InlineData(SubmissionWay.MAIL, "2026-10-16", "date-in-future")]
    [InlineData(SubmissionWay.HAND, "2026-10-11", "before-finalisation")]
    public void A_day_that_cannot_be_is_refused(SubmissionWay via, string on, string code) =>
        Decider.Given(Drafted, Frozen).When(BySystem with { Via = via, On = Day(on) }).Then(Code(code));

    [Fact]
    public void A_draft_is_not_handed_in() => Decider.Given(Drafted).When(BySystem).Then(FinalisedReportRefusals.NotFinalised);

    [Fact]
    public void Nothing_is_handed_in_twice() => Decider.Given(Drafted, Frozen, HandedIn).When(BySystem).Then(FinalisedReportRefusals.AlreadySubmitted);

    [Fact]
    public void Only_the_lead_member_hands_in() => Decider.Given(Drafted, Frozen).When(BySystem with { ByLead = false }).Then(SubcontractorRefusals.LeadOnly);

    [Fact]
    public void What_is_being_corrected_is_not_handed_in() =>
        Decider.Given(Drafted, Frozen, new ReportReplacementStarted(Other)).When(BySystem).Then(FinalisedReportRefusals.ReplacementUnderWay);

    [Fact]
    public void What_was_replaced_is_not_handed_in() =>
        Decider.Given(Drafted, Frozen, new ReportReplaced(Other)).When(BySystem).Then(FinalisedReportRefusals.Replaced);

    [Fact]
    public void An_officer_notes_the_receipt() =>
        Decider.Given(Drafted, Frozen, HandedIn).When(new RecordReceipt(Today, "第12号", Stamp, Side.OFFICER))
            .Then(new ReportReceived(Today, "第12号", Stamp, Side.OFFICER))
            .ThenState(report => (report.Stage, report.Submission!.Receipt!.Confirmed).ShouldBe((ReportStage.RECEIVED, true)));

    [Fact]
    public void What_the_contractor_notes_waits_for_an_officer()
    {
        var noted = new ReportReceived(Today, Number: null, File: null, Side.CONTRACTOR);
        Decider.Given(Drafted, Frozen, HandedIn, noted).ThenState(report => report.HasUnconfirmedRecord.ShouldBeTrue());
        Decider.Given(Drafted, Frozen, HandedIn, noted).When(new ConfirmReceipt(SamePerson: false)).Then(new ReportReceiptConfirmed())
            .ThenState(report => report.HasUnconfirmedRecord.ShouldBeFalse());
        Decider.Given(Drafted, Frozen, HandedIn, noted).When(new ConfirmReceipt(SamePerson: true)).Then(FinalisedReportRefusals.SamePerson);
        Decider.Given(Drafted, Frozen, HandedIn, noted).When(new RecordReceipt(Today, "第12号", File: null, Side.OFFICER))
            .Then(new ReportReceived(Today, "第12号", File: null, Side.OFFICER));
        Decider.Given(Drafted, Frozen, HandedIn, noted).When(new RecordReceipt(Today, "別", File: null, Side.CONTRACTOR)).Then(FinalisedReportRefusals.AlreadyReceived);
    }

    [Theory]
    [InlineData("2026-10-16", "date-in-future")]
    [InlineData("2026-10-12", "before-submission")]
    public void A_receipt_on_a_day_that_cannot_be(string on, string code) =>
        Decider.Given(Drafted, Frozen, HandedIn).When(new RecordReceipt(Day(on), Number: null, File: null, Side.OFFICER)).Then(Code(code));

    [Fact]
    public void What_was_not_handed_in_is_not_received() =>
        Decider.Given(Drafted, Frozen).When(new RecordReceipt(Today, Number: null, File: null, Side.OFFICER)).Then(FinalisedReportRefusals.NotSubmitted);

    [Fact]
    public void A_query_waits_for_an_answer_and_then_for_the_officer()
    {
        Decider.Given(Drafted, Frozen, HandedIn).When(new SendReview([Queried(5)], SamePerson: false)).Then(Said(Queried(5)))
            .ThenState(report => report.Stage.ShouldBe(ReportStage.QUERIED));
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5))).When(new AnswerQuery(5, "ありません。")).Then(new ReportQueryAnswered(5))
            .ThenState(report => report.Stage.ShouldBe(ReportStage.ANSWERED));
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5))).When(new AnswerQuery(6, "ありません。")).Then(FinalisedReportRefusals.RowNotQueried);
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5))).When(new AnswerQuery(5, " ")).Then(TextRefusals.Missing);
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5))).When(new AnswerQuery(99, "x")).Then(ReportRefusals.RowUnknown);
    }

    [Fact]
    public void Answers_are_sent_by_a_person_who_says_how_and_may_have_said_it_wrongly()
    {
        var (answered, sent) = (new ReportQueryAnswered(5), new ReportAnswersSent(SubmissionWay.MAIL, Today, [5]));
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5)), answered).When(new RecordAnswersSent(SubmissionWay.MAIL, Today)).Then(sent)
            .ThenState(report => report.ReviewOf(5)!.AnswerSent.ShouldBe(new AnswerSent(SubmissionWay.MAIL, Today)));
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5))).When(new RecordAnswersSent(SubmissionWay.MAIL, Today)).Then(FinalisedReportRefusals.NoAnswerToSend);
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5)), answered, sent).When(new RecordAnswersSent(SubmissionWay.MAIL, Today)).Then(FinalisedReportRefusals.NoAnswerToSend);
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5)), answered).When(new RecordAnswersSent(SubmissionWay.SYSTEM, Today)).Then(SubmissionRefusals.SectionNotHere);
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5)), answered).When(new RecordAnswersSent(SubmissionWay.POST, Today.AddDays(1))).Then(FinalisedReportRefusals.DateInFuture);
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5)), answered, sent).When(new TakeAnswersSentBack()).Then(new ReportAnswersNotSent([5]))
            .ThenState(report => report.ReviewOf(5)!.AnswerSent.ShouldBeNull());
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5)), answered).When(new TakeAnswersSentBack()).Then(FinalisedReportRefusals.NoAnswerSent);
        // What is added to an answer that was sent is sent anew.
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5)), answered, sent).When(new AnswerQuery(5, "補足します。"))
            .ThenState(report => report.ReviewOf(5)!.AnswerSent.ShouldBeNull());
    }

    [Fact]
    public void The_same_person_is_not_on_both_sides()
    {
        Decider.Given(Drafted, Frozen, HandedIn).When(new SendReview([Queried(5)], SamePerson: true)).Then(FinalisedReportRefusals.SamePerson);
        Decider.Given(Drafted, Frozen, HandedIn).When(new FindRowInsufficient(5, Agreed, SamePerson: true)).Then(FinalisedReportRefusals.SamePerson);
    }

    [Fact]
    public void Nothing_is_said_of_what_was_not_handed_in_or_was_replaced()
    {
        Decider.Given(Drafted, Frozen).When(new SendReview([Queried(5)], SamePerson: false)).Then(FinalisedReportRefusals.NotUnderReview);
        Decider.Given(Drafted, Frozen, HandedIn, new ReportReplaced(Other)).When(new SendReview([Queried(5)], SamePerson: false)).Then(FinalisedReportRefusals.NotUnderReview);
    }

    private static readonly ReportRowsReviewed AllButEight = Said([.. Drafted.Rows.Select(row => Confirmed(row.Number)).Where(row => row.Number != 8)]);

    [Fact]
    public void It_is_settled_when_every_row_is_confirmed()
    {
        Decider.Given(Drafted, Frozen, HandedIn, AllButEight).ThenState(report => report.Settled.ShouldBeFalse());
        Decider.Given(Drafted, Frozen, HandedIn, AllButEight).When(new SendReview([Confirmed(8)], SamePerson: false)).Then(Said(Confirmed(8)))
            .ThenState(report => (report.Settled, report.Stage).ShouldBe((true, ReportStage.SETTLED)));
    }

    [Fact]
    public void A_row_found_insufficient_keeps_it_open_until_the_measure_is_confirmed()
    {
        var found = new ReportRowFoundInsufficient(8, Agreed);
        Decider.Given(Drafted, Frozen, HandedIn, AllButEight).When(new FindRowInsufficient(8, Agreed, SamePerson: false)).Then(found)
            .ThenState(report => (report.Settled, report.Stage, report.ReviewOf(8)!.Consultation, report.MeasureBy)
                .ShouldBe((false, ReportStage.MEASURE_AGREED, Agreed, Agreed.By)));
        Decider.Given(Drafted, Frozen, HandedIn, found).ThenState(report => (report.Stage, report.MeasureBy).ShouldBe((ReportStage.SUBMITTED, Agreed.By)));
        Decider.Given(Drafted, Frozen, HandedIn, AllButEight, found, Said(Queried(5))).ThenState(report => report.Stage.ShouldBe(ReportStage.QUERIED));
        Decider.Given(Drafted, Frozen, HandedIn, AllButEight, found).When(new SendReview([Confirmed(8)], SamePerson: false)).Then(Said(Confirmed(8)))
            .ThenState(report => (report.Settled, report.Stage, report.MeasureBy).ShouldBe((true, ReportStage.SETTLED, null)));
    }

    [Fact]
    public void A_measure_is_carried_on_by_the_report_in_its_place()
    {
        var found = new ReportRowFoundInsufficient(8, Agreed);
        Decider.Given(Drafted, Frozen, HandedIn, found, new ReportReplaced(Other)).ThenState(report => report.MeasureBy.ShouldBeNull());
        Decider.Given(Drafted, Frozen, HandedIn with { Carried = [new(8, RowVerdict.INSUFFICIENT, Comment: null, Carried: true, Consultation: Agreed)] })
            .ThenState(report => report.MeasureBy.ShouldBe(Agreed.By));
    }

    [Fact]
    public void The_thread_tells_that_an_insufficient_row_was_confirmed()
    {
        RowReview insufficient = new(8, RowVerdict.INSUFFICIENT, Comment: null, Consultation: Agreed);
        RowThread.EntryOf(Other, Confirmed(8), insufficient, outside: null)!.Kind.ShouldBe(RowThreadKind.CONFIRMATION);
        RowThread.EntryOf(Other, Confirmed(8), before: null, outside: null).ShouldBeNull();
    }

    [Fact]
    public void A_consultation_says_everything()
    {
        void Refused(ReviewConsultation consultation, string code) =>
            Decider.Given(Drafted, Frozen, HandedIn).When(new FindRowInsufficient(8, consultation, SamePerson: false)).Then(Code(code));
        Refused(Agreed with { MinistrySide = "" }, "text-missing");
        Refused(Agreed with { ContractorSide = "" }, "text-missing");
        Refused(Agreed with { Outcome = " " }, "text-missing");
        Refused(Agreed with { Measure = "" }, "text-missing");
        Refused(Agreed with { On = Day("2026-10-16") }, "date-in-future");
        Refused(Agreed with { By = Day("2026-10-14") }, "measure-before-consultation");
    }

    [Fact]
    public void What_an_officer_said_elsewhere_is_written_down_by_the_contractor()
    {
        var name = new PersonalRef(Other);
        var record = new RecordOutsideReview(Today, OutsideChannel.TELEPHONE, name, "文化 花子", [], [Queried(5), Confirmed(6)]);
        Decider.Given(Drafted, Frozen, HandedIn).When(record).Then(new ReportReviewedOutside(Today, OutsideChannel.TELEPHONE, name, [], record.Rows))
            .ThenState(report => (report.ReviewOf(6)!.RecordedBy, report.ReviewOf(6)!.Confirmed).ShouldBe((Side.CONTRACTOR, false)));
        Decider.Given(Drafted, Frozen, HandedIn).When(record with { OfficerNameText = "" }).Then(TextRefusals.Missing);
        Decider.Given(Drafted, Frozen, HandedIn).When(record with { Rows = [] }).Then(FinalisedReportRefusals.RowsMissing);
        Decider.Given(Drafted, Frozen, HandedIn).When(record with { Rows = [Confirmed(5), Queried(5)] }).Then(FinalisedReportRefusals.RowTwice);
        Decider.Given(Drafted, Frozen, HandedIn).When(record with { Rows = [new(5, RowVerdict.QUERIED, null)] }).Then(FinalisedReportRefusals.CommentMissing);
        Decider.Given(Drafted, Frozen, HandedIn).When(record with { Rows = [new(5, RowVerdict.INSUFFICIENT, "x")] }).Then(FinalisedReportRefusals.ConsultationNeeded);
        Decider.Given(Drafted, Frozen, HandedIn).When(record with { On = Day("2026-10-16") }).Then(FinalisedReportRefusals.DateInFuture);
        Decider.Given(Drafted, Frozen, HandedIn).When(record with { On = Day("2026-10-12") }).Then(FinalisedReportRefusals.BeforeSubmission);
        var written = new ReportReviewedOutside(Today, OutsideChannel.TELEPHONE, name, [], record.Rows);
        Decider.Given(Drafted, Frozen, HandedIn, written).When(new ConfirmOutsideReview(SamePerson: false)).Then(new ReportOutsideReviewConfirmed());
        Decider.Given(Drafted, Frozen, HandedIn).When(new ConfirmOutsideReview(SamePerson: false)).Then(FinalisedReportRefusals.NothingToConfirm);
    }

    [Fact]
    public void A_replacement_wants_a_query_or_a_reason()
    {
        Decider.Given(Drafted, Frozen, HandedIn).When(new StartReplacement(Other, Reason: null)).Then(FinalisedReportRefusals.NothingQueried);
        Decider.Given(Drafted, Frozen, HandedIn, Said(Queried(5))).When(new StartReplacement(Other, Reason: null)).ThenNothing();
        Decider.Given(Drafted, Frozen).When(new StartReplacement(Other, Reason: null)).Then(FinalisedReportRefusals.ReplacementReasonMissing);
        Decider.Given(Drafted, Frozen).When(new StartReplacement(Other, "宛先の誤り")).Then(new ReportReplacementStarted(Other));
        Decider.Given(Drafted).When(new StartReplacement(Other, "宛先の誤り")).Then(FinalisedReportRefusals.NotFinalised);
        Decider.Given(Drafted, Frozen, new ReportReplacementStarted(Other)).When(new StartReplacement(Other, "再度")).Then(FinalisedReportRefusals.ReplacementUnderWay);
        Decider.Given(Drafted, Frozen, new ReportReplacementStarted(Other), new ReportReplacementDiscarded(Other)).When(new StartReplacement(Other, "再度")).Then(new ReportReplacementStarted(Other));
    }

    [Fact]
    public void A_replacement_is_whole_with_a_date_of_its_own_and_only_queried_rows_open()
    {
        var before = Fold(Drafted, Frozen, HandedIn, Said(Queried(5), Confirmed(6)));
        var draft = ReportDecider.Evolve(Report.Initial, Replacing.Draft(Other, before, submitted: null, reason: null));
        draft.Rows.ShouldBe(before.Rows);
        draft.Header.ShouldBe(before.Header with { ReportedOn = null });
        (draft.IsOpen(5), draft.IsOpen(6)).ShouldBe((true, false));
        ReportDecider.Decide(new ChangeReportRow(6, NotApplicable("なし。")), draft).Refusal.ShouldBe(FinalisedReportRefusals.RowNotReopened);
        ReportDecider.Decide(new TakeOverReportRow(6, Records[4]), draft).Refusal.ShouldBe(FinalisedReportRefusals.RowNotReopened);
        ReportDecider.Decide(new ChangeReportRow(5, NotApplicable("なし。")), draft).Events.ShouldHaveSingleItem();

        var today = new Moment(new DateTimeOffset(Today, default, TimeSpan.Zero));
        var handedIn = FinalisedReportDecider.Decide(BySystem with { Replaced = before }, ReportDecider.Evolve(draft, Frozen), today).Events.ShouldHaveSingleItem().ShouldBeOfType<ReportSubmitted>();
        handedIn.Carried.Select(review => (review.Number, review.Verdict, review.Carried)).ShouldBe([(6, RowVerdict.CONFIRMED, true)]);
    }

    [Fact]
    public void What_is_queried_later_opens_in_the_draft_too()
    {
        var before = Fold(Drafted, Frozen, HandedIn, Said(Queried(5)));
        var draft = Replacing.Draft(Other, before, submitted: null, reason: null);
        Decider.Given(draft).When(new ReopenRows([5, 7])).Then(new ReportRowsReopened([7])).ThenState(report => report.IsOpen(7).ShouldBeTrue());
        Decider.Given(draft, Frozen).When(new ReopenRows([7])).ThenNothing();
    }

    [Fact]
    public void The_period_of_preservation_ends_five_years_after_the_fiscal_year()
    {
        Retention.Until(Day("2026-10-13")).ShouldBe(Day("2032-03-31"));
        Retention.Until(Day("2027-03-31")).ShouldBe(Day("2032-03-31"));
        Retention.Until(Day("2027-04-01")).ShouldBe(Day("2033-03-31"));
    }

    [Fact]
    public void Only_after_it_is_a_report_discarded_or_transferred()
    {
        var after = new DisposeReport(DisposalKind.DISCARDED, Day("2032-04-01"), "廃棄第3号");
        Decider.Given(Drafted, Frozen, HandedIn).On(Day("2032-04-10")).When(after).Then(new ReportDisposed(DisposalKind.DISCARDED, Day("2032-04-01"), "廃棄第3号"))
            .ThenState(report => (report.Stage, report.Files.Count).ShouldBe((ReportStage.DISPOSED, 3)));
        Decider.Given(Drafted, Frozen, HandedIn).On(Day("2032-04-10")).When(after with { On = Day("2032-03-31") }).Then(FinalisedReportRefusals.RetentionNotOver);
        Decider.Given(Drafted, Frozen, HandedIn).On(Day("2032-03-31")).When(after).Then(FinalisedReportRefusals.DateInFuture);
        Decider.Given(Drafted, Frozen, HandedIn).On(Day("2032-04-10")).When(after with { Number = "" }).Then(TextRefusals.Missing);
        Decider.Given(Drafted, Frozen).On(Day("2032-04-10")).When(after).Then(FinalisedReportRefusals.NotSubmitted);
        Decider.Given(Drafted, Frozen, HandedIn, new ReportDisposed(DisposalKind.TRANSFERRED, Day("2032-04-01"), "x")).On(Day("2032-04-10")).When(after).Then(FinalisedReportRefusals.Disposed);
    }

    [Fact]
    public void A_section_that_keeps_longer_or_shorter_disposes_later_or_sooner()
    {
        Retention.Until(Day("2026-10-13"), years: 1).ShouldBe(Day("2028-03-31"));
        var after = new DisposeReport(DisposalKind.DISCARDED, Day("2028-04-01"), "廃棄第3号", RetentionYears: 1);
        Decider.Given(Drafted, Frozen, HandedIn).On(Day("2028-04-10")).When(after).Then(new ReportDisposed(DisposalKind.DISCARDED, Day("2028-04-01"), "廃棄第3号"));
        Decider.Given(Drafted, Frozen, HandedIn).On(Day("2028-04-10")).When(after with { RetentionYears = 2 }).Then(FinalisedReportRefusals.RetentionNotOver);
        Decider.Given(Drafted, Frozen, HandedIn).On(Day("2028-04-10")).When(after with { RetentionYears = null }).Then(FinalisedReportRefusals.RetentionNotOver);
    }

    [Fact]
    public void A_wrong_date_is_mended_by_the_side_that_wrote_it_down()
    {
        var mend = new CorrectReportDate(ReportDate.SUBMITTED_ON, Day("2026-10-14"), "郵便の受領証の日付。", Side.CONTRACTOR, FinalisedOn: Day("2026-10-12"));
        Decider.Given(Drafted, Frozen, HandedIn).When(mend)
            .Then(new ReportDateCorrected(ReportDate.SUBMITTED_ON, Day("2026-10-13"), Day("2026-10-14"), "郵便の受領証の日付。", Side.CONTRACTOR))
            .ThenState(report => (report.Submission!.On, report.Submission.CorrectedFor).ShouldBe((Day("2026-10-14"), Side.OFFICER)));
        Decider.Given(Drafted, Frozen, HandedIn).When(mend with { On = Day("2026-10-13") }).ThenNothing();
        Decider.Given(Drafted, Frozen, HandedIn).When(mend with { Side = Side.OFFICER }).Then(FinalisedReportRefusals.CorrectionNotYours);
        Decider.Given(Drafted, Frozen, HandedIn).When(mend with { Reason = " " }).Then(TextRefusals.Missing);
        Decider.Given(Drafted, Frozen, HandedIn).When(mend with { On = Day("2026-10-16") }).Then(FinalisedReportRefusals.DateInFuture);
        Decider.Given(Drafted, Frozen, HandedIn).When(mend with { On = Day("2026-10-11") }).Then(FinalisedReportRefusals.BeforeFinalisation);
        Decider.Given(Drafted, Frozen, HandedIn, new ReportReceived(Day("2026-10-13"), null, null, Side.OFFICER)).When(mend).Then(FinalisedReportRefusals.AfterReceipt);
        Decider.Given(Drafted, Frozen, HandedIn with { Via = SubmissionWay.SYSTEM }).When(mend).Then(FinalisedReportRefusals.DatedBySystem);
        Decider.Given(Drafted, Frozen).When(mend).Then(FinalisedReportRefusals.NotSubmitted);
        Decider.Given(Drafted, Frozen, HandedIn, new ReportDisposed(DisposalKind.DISCARDED, Day("2032-04-01"), "x")).When(mend).Then(FinalisedReportRefusals.Disposed);
    }

    [Fact]
    public void A_receipt_that_was_mended_by_the_contractor_waits_for_the_officer_again()
    {
        var mend = new CorrectReportDate(ReportDate.RECEIVED_ON, Day("2026-10-13"), "受付印の日付。", Side.CONTRACTOR, FinalisedOn: Day("2026-10-12"));
        ReportReceived noted = new(Day("2026-10-14"), Number: null, File: null, Side.CONTRACTOR);
        Decider.Given(Drafted, Frozen, HandedIn, noted, new ReportReceiptConfirmed()).When(mend)
            .Then(new ReportDateCorrected(ReportDate.RECEIVED_ON, Day("2026-10-14"), Day("2026-10-13"), "受付印の日付。", Side.CONTRACTOR))
            .ThenState(report => (report.Submission!.Receipt!.On, report.Submission.Receipt.Confirmed, report.HasUnconfirmedRecord).ShouldBe((Day("2026-10-13"), false, true)));
        Decider.Given(Drafted, Frozen, HandedIn, noted with { RecordedBy = Side.OFFICER }).When(mend with { Side = Side.OFFICER })
            .Then(new ReportDateCorrected(ReportDate.RECEIVED_ON, Day("2026-10-14"), Day("2026-10-13"), "受付印の日付。", Side.OFFICER))
            .ThenState(report => (report.Submission!.Receipt!.Confirmed, report.Submission.CorrectedFor).ShouldBe((true, Side.CONTRACTOR)));
        Decider.Given(Drafted, Frozen, HandedIn, noted).When(mend with { Side = Side.OFFICER }).Then(FinalisedReportRefusals.CorrectionNotYours);
        Decider.Given(Drafted, Frozen, HandedIn).When(mend).Then(FinalisedReportRefusals.NotReceived);
        Decider.Given(Drafted, Frozen, HandedIn, noted).When(mend with { On = Day("2026-10-12") }).Then(FinalisedReportRefusals.BeforeSubmission);
    }

    [Fact]
    public void What_can_be_confirmed_is_said_as_it_is_decided()
    {
        ReportReviewedOutside outside = new(Today, OutsideChannel.TELEPHONE, new PersonalRef(Other), [], [Confirmed(5)]);
        ReportReceived noted = new(Today, Number: null, File: null, Side.CONTRACTOR);
        var waiting = Fold(Drafted, Frozen, HandedIn, noted, outside);
        var gone = Fold(Drafted, Frozen, HandedIn, noted, outside, new ReportDisposed(DisposalKind.DISCARDED, Day("2032-04-01"), "x"));

        (FinalisedReportDecider.NotToConfirmReceipt(waiting), FinalisedReportDecider.NotToConfirmReview(waiting)).ShouldBe((null, null));
        FinalisedReportDecider.NotToConfirmReceipt(gone).ShouldBe(FinalisedReportRefusals.NothingToConfirm);
        FinalisedReportDecider.NotToConfirmReview(gone).ShouldBe(FinalisedReportRefusals.NothingToConfirm);
        FinalisedReportDecider.NotToConfirmReceipt(Fold(Drafted, Frozen, HandedIn, outside)).ShouldBe(FinalisedReportRefusals.NothingToConfirm);
        FinalisedReportDecider.NotToConfirmReview(Fold(Drafted, Frozen, HandedIn, noted)).ShouldBe(FinalisedReportRefusals.NothingToConfirm);
    }

    [Fact]
    public void Nothing_waits_on_a_report_that_is_gone_and_no_row_on_one_that_was_replaced()
    {
        ReportReviewedOutside outside = new(Today, OutsideChannel.TELEPHONE, new PersonalRef(Other), [], [Confirmed(5)]);
        ReportReceived noted = new(Today, Number: null, File: null, Side.CONTRACTOR);
        Decider.Given(Drafted, Frozen, HandedIn, outside).ThenState(report => report.HasUnconfirmedRecord.ShouldBeTrue());
        Decider.Given(Drafted, Frozen, HandedIn, outside, new ReportReplaced(Other)).ThenState(report => report.HasUnconfirmedRecord.ShouldBeFalse());
        Decider.Given(Drafted, Frozen, HandedIn, noted, new ReportReplaced(Other)).ThenState(report => report.HasUnconfirmedRecord.ShouldBeTrue());
        Decider.Given(Drafted, Frozen, HandedIn, noted, outside, new ReportDisposed(DisposalKind.DISCARDED, Day("2032-04-01"), "x")).ThenState(report => report.HasUnconfirmedRecord.ShouldBeFalse());
    }

    private static Report Fold(params IReportEvent[] events) => events.Aggregate(Report.Initial, ReportDecider.Evolve);

    private static Refusal Code(string code) => new(code, RefusalKind.INVALID, new("", ""));

    [Fact]
    public void To_a_section_that_is_not_here_nothing_is_handed_in_by_this_system()
    {
        Decider.Given(Drafted, Frozen).When(BySystem with { SectionIsHere = false }).Then(SubmissionRefusals.SectionNotHere);
        Decider.Given(Drafted, Frozen).When(BySystem with { SectionIsHere = false, Via = SubmissionWay.MAIL }).Then(new ReportSubmitted(SubmissionWay.MAIL, Today, [], []));
    }

    [Fact]
    public void The_way_is_mended_and_what_was_never_handed_in_is_taken_back()
    {
        var bySystem = HandedIn with { Via = SubmissionWay.SYSTEM };
        var mend = new CorrectSubmissionWay(SubmissionWay.POST, "郵送した。", Side.CONTRACTOR, SectionIsHere: true);
        Decider.Given(Drafted, Frozen, HandedIn).When(mend).Then(new ReportSubmissionWayCorrected(SubmissionWay.HAND, SubmissionWay.POST, "郵送した。"));
        Decider.Given(Drafted, Frozen, HandedIn).When(mend with { Reason = "" }).Then(Code("text-missing"));
        Decider.Given(Drafted, Frozen, HandedIn).When(mend with { Side = Side.OFFICER }).Then(FinalisedReportRefusals.CorrectionNotYours);
        Decider.Given(Drafted, Frozen, HandedIn).When(mend with { Via = SubmissionWay.SYSTEM }).Then(SubmissionRefusals.SectionNotHere);
        Decider.Given(Drafted, Frozen, bySystem).When(mend).Then(FinalisedReportRefusals.DatedBySystem);
        Decider.Given(Drafted, Frozen, bySystem).When(mend with { SectionIsHere = false }).Then(new ReportSubmissionWayCorrected(SubmissionWay.SYSTEM, SubmissionWay.POST, "郵送した。"));

        var back = new WithdrawSubmission("まだ送っていなかった。", Side.CONTRACTOR, SectionIsHere: false);
        Decider.Given(Drafted, Frozen, HandedIn).When(back).Then(new ReportSubmissionWithdrawn(SubmissionWay.HAND, HandedIn.On, "まだ送っていなかった。"))
            .ThenState(report => report.Stage.ShouldBe(ReportStage.FINALISED));
        Decider.Given(Drafted, Frozen, HandedIn, Said(Confirmed(2))).When(back).Then(FinalisedReportRefusals.SubmissionStands);
        Decider.Given(Drafted, Frozen, bySystem).When(back with { SectionIsHere = true }).Then(FinalisedReportRefusals.SubmissionStands);
        Decider.Given(Drafted, Frozen).When(back).Then(FinalisedReportRefusals.NotSubmitted);
    }
}
