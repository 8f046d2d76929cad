using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>What each row must have by 記載要領 1, and what deserves a second look beside the report before and the record.</summary>
internal static class RowChecks
{
    public static IEnumerable<ReportCheck> Run(Report report, ReportRow row, ReportFacts facts)
    {
        var (number, answer) = (row.Number, row.Answer);
        if (answer.Status is null)
        {
            yield return Blocking("status-missing", number, "status",
                new($"{Name(number)}の実施状況が未記入です。「実施」「未実施」「該当なし」のいずれかを選んでください。", $"Choose a status for {number})."));
        }

        if (answer.LacksReason)
        {
            yield return Blocking("reason-missing", number, "reason",
                new($"{Name(number)}の理由が未記入です。別葉に印刷する理由を記入してください。", $"Give the reason for {number}); it prints on the reason sheet."));
        }

        foreach (var (field, label, text) in new[] { ("reason", "の理由", answer.Reason), ("explanation", "⑩の説明", answer.Explanation) })
        {
            if (Placeholders.InText(text) is { } placeholder)
            {
                yield return Blocking("text-placeholder", number, field,
                    new($"{Name(number)}{label}に「{placeholder}」が残っています。実際の内容に改めてください。",
                        $"The text of {number}) still holds “{placeholder}”. Write what belongs there."));
            }
        }

        if (ReportRows.WantsExplanation(facts.Edition, number) && Texts.IsBlank(answer.Explanation))
        {
            yield return Explanation(number, answer);
        }

        if (report.State == ReportState.DRAFT && facts.Records.Any(record => record.Number == number && record.LookWanted))
        {
            yield return Notice("words-changed", number,
                new($"{Name(number)}は、変更契約で条文が変わってから記録が見直されていません。条文を読み、記録をご確認ください。",
                    $"{number}) was recorded for other words, which an amendment changed since. Read the clause, and look at the record."));
        }

        if (row.Origin == RowOrigin.LAST_REPORT)
        {
            yield return Notice("carried-over", number,
                new($"{Name(number)}は記録がないため、前回の報告の内容を引き継いでいます。今期も同じかご確認ください。",
                    $"Nothing is recorded on {number}): the answer is the last report's. Check that it still holds."));
        }

        if (ReportChecks.DiffersFromRecord(row, facts.Records) is not null)
        {
            yield return Notice("differs-from-record", number,
                new($"{Name(number)}は、現在の記録と異なります。必要であれば記録を取り込んでください。",
                    $"{number}) differs from what is recorded now. Take the record over if you wish."));
        }

        if (FilledForm.NeedsReason(answer.Status) && !Texts.IsBlank(answer.Reason)
            && report.PreviousAnswerOn(number) is { } before && before.Status == answer.Status && before.Reason == answer.Reason)
        {
            yield return Notice("reason-unchanged", number,
                new($"{Name(number)}の理由が前回と同じ文です。今期の状況に合っているかご確認ください。",
                    $"The reason for {number}) is word for word the last report's. Check that it still fits."));
        }
    }

    // 15) wholly 該当なし: the form prints its reason for ⑩, so that nobody writes it twice.
    private static ReportCheck Explanation(int number, RowAnswer answer) =>
        answer is { Status: ImplementationStatus.NOT_APPLICABLE, LacksReason: false }
            ? Notice("explanation-from-reason", number,
                new($"{Name(number)}⑩の説明が空欄のため、該当なしの理由を⑩にも印刷します。",
                    $"The statement of {number}) that is always explained has no text: the reason prints for it too."))
            : Blocking("explanation-missing", number, "explanation",
                new($"{Name(number)}⑩は、実施の場合はその内容、未実施・該当なしの場合は理由等を必ず報告します。記入してください。",
                    $"{number}) has a statement that is explained whatever its status. Write what was done, or why not."));

    private static ReportCheck Blocking(string code, int number, string field, Message messages) =>
        new(code, CheckSeverity.BLOCKING, number, messages, $"/rows/{number}/{field}");

    internal static ReportCheck Notice(string code, int number, Message messages) =>
        new(code, CheckSeverity.NOTICE, number, messages, $"/rows/{number}");

    internal static string Name(int number) =>
        number < Contracts.ExtraItem.FirstNumber ? $"{number})" : $"追加事項{number - Contracts.ExtraItem.FirstNumber + 1}";
}
