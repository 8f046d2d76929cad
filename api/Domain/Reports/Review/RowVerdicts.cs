namespace SecurityTracker.Domain.Reports.Review;

/// <summary>What may be said of rows, and by whom.</summary>
public static class RowVerdicts
{
    private const int MostOfName = 200;
    private const int MostOfSide = 300;

    /// <summary>Whether it is a query that has no words yet.</summary>
    public static bool AsksNothing(VerdictGiven given) => given.Verdict == RowVerdict.QUERIED && Texts.IsBlank(given.Comment);

    /// <summary>Why this cannot be said of a row of the report, or null.</summary>
    public static Refusal? Refusal(VerdictGiven given, Report report) =>
        NotToDraft(given, report) ?? (AsksNothing(given) ? FinalisedReportRefusals.CommentMissing : null);

    /// <summary>Why this cannot be noted of a row of the report, to be sent later, or null.</summary>
    public static Refusal? NotToDraft(VerdictGiven given, Report report) => given switch
    {
        _ when report.Row(given.Number) is null => ReportRefusals.RowUnknown,
        { Verdict: RowVerdict.INSUFFICIENT } => FinalisedReportRefusals.ConsultationNeeded,
        { Verdict: RowVerdict.CONFIRMED_UNCHANGED } => FinalisedReportRefusals.UnchangedAllAtOnce,
        _ when AsksNothing(given) => null,
        { Comment: { } comment } => Texts.Paragraphs(comment, "/comment"),
        _ => null,
    };

    internal static Decision Send(SendReview c, Report state) => FinalisedReportDecider.NotUnderReview(state) is { } refusal
        ? Decision.Refuse(refusal)
        : c.SamePerson ? Decision.Refuse(FinalisedReportRefusals.SamePerson) : Decision.Accept(new ReportRowsReviewed(c.Rows));

    internal static Decision RecordOutside(RecordOutsideReview c, Report state, Moment moment)
    {
        var refusal = FinalisedReportDecider.NotUnderReview(state)
            ?? state.Submission?.NotOn(c.On, moment)
            ?? Texts.Line(c.OfficerNameText, MostOfName, "/officerName")
            ?? (c.Rows.Count == 0 ? FinalisedReportRefusals.RowsMissing : null)
            ?? (c.Rows.DistinctBy(row => row.Number).Count() < c.Rows.Count ? FinalisedReportRefusals.RowTwice : null)
            ?? c.Rows.Select((row, index) => Refusal(row, state) is { } wrong ? wrong.At($"/rows/{index}{wrong.Pointer}") : null)
                .FirstOrDefault(wrong => wrong is not null);
        return refusal is null
            ? Decision.Accept(new ReportReviewedOutside(c.On, c.Channel, c.OfficerName, c.Files, c.Rows))
            : Decision.Refuse(refusal);
    }

    internal static Decision FindInsufficient(FindRowInsufficient c, Report state, Moment moment)
    {
        const string At = "/consultation";
        var refusal = FinalisedReportDecider.NotUnderReview(state)
            ?? (state.Row(c.Number) is null ? ReportRefusals.RowUnknown : null)
            ?? (c.SamePerson ? FinalisedReportRefusals.SamePerson : null)
            ?? (c.Consultation.On > moment.Today ? FinalisedReportRefusals.DateInFuture.At($"{At}/on") : null)
            ?? Texts.Line(c.Consultation.MinistrySide, MostOfSide, $"{At}/ministrySide")
            ?? Texts.Line(c.Consultation.ContractorSide, MostOfSide, $"{At}/contractorSide")
            ?? Texts.Paragraphs(c.Consultation.Outcome, $"{At}/outcome")
            ?? Texts.Paragraphs(c.Consultation.Measure, $"{At}/measure")
            ?? (c.Consultation.By < c.Consultation.On ? FinalisedReportRefusals.MeasureBeforeConsultation : null);
        return refusal is null ? Decision.Accept(new ReportRowFoundInsufficient(c.Number, c.Consultation)) : Decision.Refuse(refusal);
    }
}
