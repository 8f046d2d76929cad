using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports.Review;

namespace SecurityTracker.Domain.Reports;

/// <summary>What is asked of a report.</summary>
public interface IReportCommand;

/// <summary>Draft a report. That no two reports of a contract share a day is kept by a constraint of the database.</summary>
/// <param name="Term">The contract's term, ended by 契約解除 if there was one.</param>
/// <param name="Report">What it starts with, from <see cref="ReportDraft"/>.</param>
public sealed record DraftReport(DateSpan Term, ReportDrafted Report) : IReportCommand;

/// <summary>Change what stands above the table.</summary>
/// <param name="RepresentativeName">代表者氏名 itself, of which the header has the id.</param>
public sealed record ChangeReportHeader(ReportHeader Header, [property: Personal] string RepresentativeName) : IReportCommand;

/// <summary>Answer a row in the report itself.</summary>
public sealed record ChangeReportRow(int Number, RowAnswer Answer) : IReportCommand;

/// <summary>Replace a row by what is recorded now.</summary>
/// <param name="Recorded">The record of the requirement, or null where nothing is recorded.</param>
public sealed record TakeOverReportRow(int Number, RecordedAnswer? Recorded) : IReportCommand;

/// <summary>Freeze the report.</summary>
/// <param name="Checks">What <see cref="ReportChecks"/> found on exactly this state.</param>
/// <param name="Files">The files made from it.</param>
/// <param name="Header">The header as printed on them.</param>
/// <param name="ConfirmationDocumentVersion">The version of the 確認書類 in force on the day of the report, or null.</param>
public sealed record FinaliseReport(
    IReadOnlyList<ReportCheck> Checks, IReadOnlyList<ReportFile> Files, ReportHeader Header, int? ConfirmationDocumentVersion = null) : IReportCommand;

/// <summary>Put the draft away.</summary>
public sealed record DiscardReport : IReportCommand;

/// <summary>
/// The rules of a report. It owns its rows, and no state of it locks an obligation: no command here writes one, and none of an
/// obligation's events changes a report.
/// </summary>
public static class ReportDecider
{
    /// <summary>Events or a refusal; a refused command changes nothing.</summary>
    public static Decision Decide(IReportCommand command, Report state) => (command, state.State) switch
    {
        (DraftReport draft, null) => Draft(draft),
        (DiscardReport, ReportState.DISCARDED) => Decision.Nothing,
        _ when NotToChange(state) is { } refusal => Decision.Refuse(refusal),
        (ChangeReportHeader change, ReportState.DRAFT) => ChangeHeader(change, state),
        (ChangeReportRow change, ReportState.DRAFT) => ChangeRow(change, state),
        (TakeOverReportRow take, ReportState.DRAFT) => TakeOver(take, state),
        (FinaliseReport finalise, ReportState.DRAFT) => finalise.Checks.Any(check => check.Severity == CheckSeverity.BLOCKING)
            ? Decision.Refuse(ReportRefusals.Incomplete)
            : Decision.Accept(new ReportFinalised(finalise.Files, finalise.Header, finalise.ConfirmationDocumentVersion)),
        (DiscardReport, ReportState.DRAFT) => Decision.Accept(new ReportDiscarded()),
        _ => throw new ArgumentException($"{command.GetType().Name} on a report that is {state.State?.ToString() ?? "not drafted"}", nameof(command)),
    };

    /// <summary>The state after an event.</summary>
    public static Report Evolve(Report state, IReportEvent e) => e switch
    {
        ReportDrafted drafted => new Report
        {
            State = ReportState.DRAFT,
            ContractId = drafted.ContractId,
            Period = drafted.Period,
            Edition = drafted.Edition,
            Header = drafted.Header,
            Rows = drafted.Rows,
            ExtraRows = drafted.ExtraRows,
            PreviousId = drafted.PreviousId,
            Previous = drafted.Previous,
            Replaces = drafted.Replaces,
        },
        ReportHeaderChanged changed => state with { Header = changed.Header },
        ReportRowChanged changed => With(state, changed.Number, row => row with { Answer = changed.Answer, Origin = RowOrigin.REPORT }),
        ReportRowTakenOver taken => With(state, taken.Number, row =>
            new ReportRow(row.Number, taken.Answer, RowOrigin.RECORD, taken.ObligationVersion)),
        ReportFinalised finalised => state with
        {
            State = ReportState.FINALISED, Files = finalised.Files, Header = finalised.Header, ConfirmationDocumentVersion = finalised.ConfirmationDocumentVersion,
        },
        ReportDiscarded => state with { State = ReportState.DISCARDED },
        _ => FinalisedReportDecider.Evolve(state, e),
    };

    /// <summary>Why nothing of the report is changed any more, or null.</summary>
    public static Refusal? NotToChange(Report state) => state.State switch
    {
        ReportState.FINALISED or ReportState.REPLACED => ReportRefusals.Finalised,
        ReportState.DISCARDED => ReportRefusals.Discarded,
        _ => null,
    };

    private static Decision Draft(DraftReport draft) => draft switch
    {
        { Report.Period: var period } when period.To < period.From => Decision.Refuse(ReportRefusals.PeriodReversed),
        { Report.Period: var period, Term: var term } when !term.Contains(period) => Decision.Refuse(ReportRefusals.PeriodOutsideTerm),
        _ => Decision.Accept(draft.Report),
    };

    private static Decision ChangeHeader(ChangeReportHeader change, Report state) =>
        (AnswerRules.Refusal(change.Header) ?? AnswerRules.Line(change.RepresentativeName, "/representativeName")) is { } refusal ? Decision.Refuse(refusal)
        : change.Header == state.Header ? Decision.Nothing
        : Decision.Accept(new ReportHeaderChanged(change.Header));

    private static Decision ChangeRow(ChangeReportRow change, Report state)
    {
        if (state.Row(change.Number) is not { } row)
        {
            return Decision.Refuse(ReportRefusals.RowUnknown);
        }

        if (!state.IsOpen(change.Number))
        {
            return Decision.Refuse(FinalisedReportRefusals.RowNotReopened);
        }

        var answer = Tidy(change.Answer, row.Answer);
        return AnswerRules.Refusal(answer) is { } refusal ? Decision.Refuse(refusal)
            : answer == row.Answer ? Decision.Nothing
            : Decision.Accept(new ReportRowChanged(change.Number, answer));
    }

    private static Decision TakeOver(TakeOverReportRow take, Report state) => (state.Row(take.Number), take.Recorded) switch
    {
        (null, _) => Decision.Refuse(ReportRefusals.RowUnknown),
        _ when !state.IsOpen(take.Number) => Decision.Refuse(FinalisedReportRefusals.RowNotReopened),
        (_, null or { Answer.Status: null }) => Decision.Refuse(ReportRefusals.NothingRecorded),
        ({ Origin: RowOrigin.RECORD } row, var recorded) when row.Answer == recorded.Answer && row.ObligationVersion == recorded.Version => Decision.Nothing,
        ({ } row, var recorded) when Erases(recorded.Answer, row.Answer) => Decision.Refuse(ReportRefusals.RecordEmpty),
        (_, var recorded) => Decision.Accept(new ReportRowTakenOver(take.Number, recorded.Answer, recorded.Version)),
    };

    // A reason belongs to its status: with another one it goes, and the screen shows both before.
    private static bool Erases(RowAnswer taken, RowAnswer written) =>
        (Texts.IsBlank(taken.Explanation) && !Texts.IsBlank(written.Explanation))
        || (taken.Status == written.Status && Texts.IsBlank(taken.Reason) && !Texts.IsBlank(written.Reason));

    // A blank text is no text; the ⑩ status of a row that keeps its own status is kept when it is not said anew.
    private static RowAnswer Tidy(RowAnswer answer, RowAnswer before) => answer with
    {
        Reason = Texts.IsBlank(answer.Reason) ? null : answer.Reason,
        Explanation = Texts.IsBlank(answer.Explanation) ? null : answer.Explanation,
        ExplanationStatus = answer.ExplanationStatus ?? (answer.Status == before.Status ? before.ExplanationStatus : null),
    };

    private static Report With(Report state, int number, Func<ReportRow, ReportRow> change) =>
        state with { Rows = [.. state.Rows.Select(row => row.Number == number ? change(row) : row)] };
}
