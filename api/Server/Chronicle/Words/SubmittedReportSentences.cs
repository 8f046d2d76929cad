using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using static SecurityTracker.Server.Chronicle.ChronicleKind;
using static SecurityTracker.Server.Chronicle.Words.Said;

namespace SecurityTracker.Server.Chronicle.Words;

/// <summary>What happens to a report that was handed in, and on the ministry's own side of its review. What an officer only noted is told once it is sent.</summary>
internal static class SubmittedReportSentences
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ChronicleWords words)
    {
        Course(words);
        Review(words);
        Ministry(words);
    }

    private static void Course(ChronicleWords words) => words
        .Tell<ReportSubmitted>((e, thing) => On(thing, $"を{Day(e.On).Ja}に提出しました（{Way(e.Via).Ja}）。", $"was handed in on {Day(e.On).En} by {Way(e.Via).En}"), REPORT)
        .Tell<ReportSubmissionWayCorrected>(
            (e, thing) => Because(On(thing, $"の提出方法を{Way(e.Before).Ja}から{Way(e.Via).Ja}に訂正しました。", $"has its way of submission corrected from {Way(e.Before).En} to {Way(e.Via).En}"), e.Reason), CORRECTION, REPORT)
        .Tell<ReportSubmissionWithdrawn>(
            (e, thing) => Because(On(thing, $"の提出の記録（{Day(e.On).Ja}、{Way(e.Via).Ja}）を取り消しました。", $"was not handed in after all ({Day(e.On).En}, {Way(e.Via).En})"), e.Reason), CORRECTION, REPORT)
        .Tell<ReportReceived>((e, thing) => On(thing, $"の受領（{Day(e.On).Ja}{(e.Number is { } number ? $"、{Short(number)}" : "")}）を記録しました。", $"was received on {Day(e.On).En}{(e.Number is { } n ? $" ({Short(n)})" : "")}"), REPORT)
        .Tell<ReportReceiptConfirmed>((_, thing) => On(thing, "の受領の記録を確認しました。", "has its receipt confirmed"), REPORT)
        .Tell<ReportDateCorrected>(
            (e, thing) => Because(On(thing, $"の{(e.Date == ReportDate.RECEIVED_ON ? "受領日" : "提出日")}を{Day(e.Before).Ja}から{Day(e.On).Ja}に訂正しました。", $"has its day of {(e.Date == ReportDate.RECEIVED_ON ? "receipt" : "submission")} corrected from {Day(e.Before).En} to {Day(e.On).En}"), e.Reason),
            CORRECTION, REPORT)
        .Tell<ReportReplaced>((_, thing) => On(thing, "は差し替えられました。", "was replaced by another"), REPORT)
        .Tell<ReportDisposed>(
            (e, thing) => e.Kind == DisposalKind.TRANSFERRED
                ? On(thing, $"を{Day(e.On).Ja}に移管しました（{Short(e.Number)}）。", $"was transferred on {Day(e.On).En} ({Short(e.Number)})")
                : On(thing, $"を{Day(e.On).Ja}に廃棄しました（{Short(e.Number)}）。", $"was disposed of on {Day(e.On).En} ({Short(e.Number)})"),
            REPORT);

    private static void Review(ChronicleWords words) => words
        .Tell<ReportRowsReviewed>((e, thing) => On(thing, $"を確認しました（{Verdicts(e.Rows).Ja}）。", $"was reviewed ({Verdicts(e.Rows).En})"), REPORT, INQUIRY)
        .Tell<ReportReviewedOutside>(
            (e, thing) => On(thing, $"についての担当職員の確認（{Day(e.On).Ja}、{Verdicts(e.Rows).Ja}）を受注者が記録しました。", $"has what the officer said on {Day(e.On).En} recorded by the contractor ({Verdicts(e.Rows).En})"), REPORT, INQUIRY)
        .Tell<ReportOutsideReviewConfirmed>((_, thing) => On(thing, "についての受注者による記録を確認しました。", "has the contractor's record of the review confirmed"), REPORT)
        .Tell<ReportQueryAnswered>((e, thing) => On(thing, $"の{Item(e.Number).Ja}への照会に回答しました。", $"has the query on {Item(e.Number).En} answered"), INQUIRY, REPORT)
        .Tell<ReportAnswersSent>((e, thing) => On(thing, $"の照会（{Items(e.Rows)}）への回答の送付を記録しました（{Day(e.On).Ja}、{Way(e.Via).Ja}）。", $"has the answers on {Items(e.Rows)} sent on {Day(e.On).En} by {Way(e.Via).En}"), INQUIRY, REPORT)
        .Tell<ReportAnswersNotSent>((e, thing) => On(thing, $"の照会（{Items(e.Rows)}）への回答は送っていなかったと訂正しました。", $"has the answers on {Items(e.Rows)} recorded as not sent after all"), CORRECTION, REPORT)
        .Tell<ReportRowFoundInsufficient>(
            (e, thing) => On(thing, $"の{Item(e.Number).Ja}を協議で不十分とし、{Day(e.Consultation.By).Ja}までの対策を定めました。", $"has {Item(e.Number).En} found insufficient, with a measure by {Day(e.Consultation.By).En}"), REPORT)
        .Leave<RowThreadEntryAdded, ReportRowsReviewed>();

    private static void Ministry(ChronicleWords words) => words
        .Tell<ReportInternalCheckChanged>((e, thing) => e.UnderWay ? On(thing, "を省内で確認中です。", "is being checked in the ministry") : On(thing, "の省内の確認が終わりました。", "is no longer being checked in the ministry"), REPORT)
        .Tell<InternalApprovalNoted>(
            (e, thing) => On(
                thing,
                $"の省内決裁を記録しました（{e.State switch { InternalApprovalState.UNDER_WAY => "確認中", InternalApprovalState.APPROVED => "決裁済み", _ => "なし" }}{(e.Number is { } number ? $"、{Short(number)}" : "")}）。",
                $"has its approval in the ministry noted ({e.State switch { InternalApprovalState.UNDER_WAY => "under way", InternalApprovalState.APPROVED => "approved", _ => "none" }}{(e.Number is { } n ? $", {Short(n)}" : "")})"),
            REPORT)
        .Tell<DisclosureMarked>((e, thing) => On(thing, $"の開示請求のための写しを作りました（不開示部分{e.Withheld.Count}か所）。", $"has a copy for disclosure with {e.Withheld.Count} parts withheld"), REPORT)
        .Leave<RowVerdictDrafted, ReportRowsReviewed>()
        .Leave<UnchangedRowsDrafted, ReportRowsReviewed>()
        .Leave<RowVerdictTakenBack, ReportRowsReviewed>()
        .Leave<ReviewSent, ReportRowsReviewed>();

    private static Message On(ChronicleThing thing, string ja, string en) => new($"{Report(thing).Ja}{ja}", $"T{Report(thing).En[1..]} {en}.");

    private static Message Verdicts(IReadOnlyList<VerdictGiven> rows)
    {
        var queried = rows.Where(row => row.Verdict == RowVerdict.QUERIED).Select(row => row.Number).ToList();
        var confirmed = rows.Count - queried.Count;
        return queried.Count == 0
            ? new($"確認済{confirmed}件", $"{confirmed} confirmed")
            : new($"確認済{confirmed}件、照会{queried.Count}件：{Items(queried)}", $"{confirmed} confirmed, {queried.Count} queried: {Items(queried)}");
    }
}
