using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>What each row must have by 記載要領 1, and what deserves a second look beside the report before and the record.</summary>
internal static class RowChecks
{
    /// <summary>The findings on one row.</summary>
    public static IEnumerable<ReportCheck> Run(Report report, ReportRow row, ReportFacts facts) => new[]
    {
        StatusMissing(row),
        ReasonMissing(row),
        Placeholder(row, "reason", "の理由", row.Answer.Reason),
        Placeholder(row, "explanation", "⑩の説明", row.Answer.Explanation),
        Explanation(row, facts),
        WordsChanged(report, row, facts),
        CarriedOver(row),
        DiffersFromRecord(row, facts),
        ReasonUnchanged(report, row),
    }.OfType<ReportCheck>();

    private static ReportCheck? StatusMissing(ReportRow row) => row.Answer.Status is not null ? null
        : Blocking("status-missing", row.Number, "status", new(
            $"{Name(row.Number)}の実施状況が未記入です。「実施」「未実施」「該当なし」のいずれかを選んでください。",
            $"Choose a status for {row.Number})."));

    private static ReportCheck? ReasonMissing(ReportRow row) => !row.Answer.LacksReason ? null
        : Blocking("reason-missing", row.Number, "reason", new(
            $"{Name(row.Number)}の理由が未記入です。別葉に印刷する理由を記入してください。",
            $"Give the reason for {row.Number}); it prints on the reason sheet."));

    private static ReportCheck? Placeholder(ReportRow row, string field, string label, string? text) => Placeholders.InText(text) is not { } placeholder ? null
        : Blocking("text-placeholder", row.Number, field, new(
            $"{Name(row.Number)}{label}に「{placeholder}」が残っています。実際の内容に改めてください。",
            $"The text of {row.Number}) still holds “{placeholder}”. Write what belongs there."));

    // 15) wholly 該当なし: the form prints its reason for ⑩, so that nobody writes it twice.
    private static ReportCheck? Explanation(ReportRow row, ReportFacts facts) => row.Answer switch
    {
        _ when !ReportRows.WantsExplanation(facts.Edition, row.Number) => null,
        { Explanation: var explanation } when !Texts.IsBlank(explanation) => null,
        { Status: ImplementationStatus.NOT_APPLICABLE, LacksReason: false } => Notice("explanation-from-reason", row.Number, new(
            $"{Name(row.Number)}⑩の説明が空欄のため、該当なしの理由を⑩にも印刷します。",
            $"The statement of {row.Number}) that is always explained has no text: the reason prints for it too.")),
        _ => Blocking("explanation-missing", row.Number, "explanation", new(
            $"{Name(row.Number)}⑩は、実施の場合はその内容、未実施・該当なしの場合は理由等を必ず報告します。記入してください。",
            $"{row.Number}) has a statement that is explained whatever its status. Write what was done, or why not.")),
    };

    private static ReportCheck? WordsChanged(Report report, ReportRow row, ReportFacts facts) =>
        report.State != ReportState.DRAFT || !facts.Records.Any(record => record.Number == row.Number && record.LookWanted) ? null
        : Notice("words-changed", row.Number, new(
            $"{Name(row.Number)}は、変更契約で条文が変わってから記録が見直されていません。条文を読み、記録をご確認ください。",
            $"{row.Number}) was recorded for other words, which an amendment changed since. Read the clause, and look at the record."));

    private static ReportCheck? CarriedOver(ReportRow row) => row.Origin != RowOrigin.LAST_REPORT ? null
        : Notice("carried-over", row.Number, new(
            $"{Name(row.Number)}は記録がないため、前回の報告の内容を引き継いでいます。今期も同じかご確認ください。",
            $"Nothing is recorded on {row.Number}): the answer is the last report's. Check that it still holds."));

    private static ReportCheck? DiffersFromRecord(ReportRow row, ReportFacts facts) => ReportChecks.DiffersFromRecord(row, facts.Records) is null ? null
        : Notice("differs-from-record", row.Number, new(
            $"{Name(row.Number)}は、現在の記録と異なります。必要であれば記録を取り込んでください。",
            $"{row.Number}) differs from what is recorded now. Take the record over if you wish."));

    private static ReportCheck? ReasonUnchanged(Report report, ReportRow row) =>
        !FilledForm.NeedsReason(row.Answer.Status) || Texts.IsBlank(row.Answer.Reason)
            || report.PreviousAnswerOn(row.Number) is not { } before || (before.Status, before.Reason) != (row.Answer.Status, row.Answer.Reason) ? null
        : Notice("reason-unchanged", row.Number, new(
            $"{Name(row.Number)}の理由が前回と同じ文です。今期の状況に合っているかご確認ください。",
            $"The reason for {row.Number}) is word for word the last report's. Check that it still fits."));

    private static ReportCheck Blocking(string code, int number, string field, Message messages) =>
        new(code, CheckSeverity.BLOCKING, number, messages, $"/rows/{number}/{field}");

    internal static ReportCheck Notice(string code, int number, Message messages) =>
        new(code, CheckSeverity.NOTICE, number, messages, $"/rows/{number}");

    internal static string Name(int number) =>
        number < Contracts.ExtraItem.FirstNumber ? $"{number})" : $"追加事項{number - Contracts.ExtraItem.FirstNumber + 1}";
}
