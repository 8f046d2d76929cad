using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using static SecurityTracker.Server.Chronicle.ChronicleKind;
using static SecurityTracker.Server.Chronicle.Words.Said;

namespace SecurityTracker.Server.Chronicle.Words;

/// <summary>What happens to a report until it is handed in, and to a 導入前の記録. What is written in a draft is told by its 確定.</summary>
internal static class ReportSentences
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ChronicleWords words) => words
        .Tell<ReportDrafted>((e, thing) => e.Replaces is null ? On(thing, "の案を作り始めました。", "Began a draft of") : On(thing, "の差替えの案を作り始めました。", "Began a replacement of"), REPORT)
        .Leave<ReportHeaderChanged, ReportFinalised>()
        .Leave<ReportRowChanged, ReportFinalised>()
        .Leave<ReportRowTakenOver, ReportFinalised>()
        .Tell<ReportFinalised>((_, thing) => On(thing, "を確定しました。", "Finalised"), REPORT)
        .Tell<ReportDiscarded>((_, thing) => On(thing, "の案を破棄しました。", "Discarded the draft of"), REPORT)
        .Leave<ReportReplacementStarted, ReportDrafted>()
        .Leave<ReportReplacementDiscarded, ReportDiscarded>()
        .Leave<ReportRowsReopened, ReportRowsReviewed>()
        .Tell<PriorReportRecorded>(
            (e, thing) => new($"導入前の記録として{Report(thing).Ja}を保存しました（{Short(e.Source.Name)}）。", $"Kept {Report(thing).En} from before this program ({Short(e.Source.Name)})."), REPORT)
        .Tell<PriorReportWithdrawn>((e, thing) => Because(new($"導入前の記録の{Report(thing).Ja}を取り消しました。", $"Took back {Report(thing).En} from before this program."), e.Reason), CORRECTION, REPORT);

    private static Message On(ChronicleThing thing, string ja, string en) => new($"{Report(thing).Ja}{ja}", $"{en} {Report(thing).En}.");
}
