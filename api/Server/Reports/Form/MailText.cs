using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reports.Form;

/// <summary>A mail to be sent by a person.</summary>
/// <param name="Subject">The mail's own title, to be put in its place by the contract's rule.</param>
/// <param name="Body">Plain text; lines end with a line feed.</param>
internal sealed record MailDraft(string Subject, string Body);

/// <summary>The mail that carries a report, in the wording of 公用文. It says what the form says and nothing else.</summary>
internal static class MailText
{
    /// <summary>The mail for a filled form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="attachments">The names of the files that go with it.</param>
    /// <param name="reference">Its 整理番号.</param>
    /// <param name="first">A sentence before all others; null for none.</param>
    public static MailDraft Of(FilledForm form, IReadOnlyList<string> attachments, string reference, string? first = null)
    {
        var body = new StringBuilder();
        body.Append(form.Addressee).Append("\n\n")
            .Append("　平素よりお世話になっております。").Append(form.ContractorName).Append("です。\n")
            .Append(first is null ? "" : $"　{first}\n")
            .Append("　下記の契約について、").Append(form.Preamble.Replace("、下記のとおり報告します。", "、", StringComparison.Ordinal))
            .Append('「').Append(form.Title).Append("」を提出します。御確認くださいますようお願いします。\n");
        if (form.Replacement is { } replacement)
        {
            body.Append("　本報告書は、").Append(replacement.Replaced).Append("に代わる").Append(ReplacementNote.Mark).Append("です。変更した項目は、次のとおりです：").Append(replacement.Rows).Append('\n');
        }

        body.Append("\n記\n\n")
            .Append("１　契約件名　　").Append(form.ContractName).Append('\n')
            .Append("２　契約締結日　").Append(form.SignedOn is { } signedOn ? Wareki.Format(signedOn) : "（契約準備中）").Append('\n')
            .Append("３　報告日　　　").Append(Wareki.FormatOrBlank(form.ReportedOn)).Append('\n')
            .Append("４　実施状況　　").Append(Summary(form)).Append('\n')
            .Append("５　添付ファイル\n");
        foreach (var attachment in attachments)
        {
            body.Append("　・").Append(attachment).Append('\n');
        }

        body.Append("６　整理番号　　").Append(reference).Append('\n').Append("\n以上\n\n").Append(form.ContractorName).Append('\n').Append(form.RepresentativeName).Append('\n');
        return new($"情報セキュリティに関する事項の実施状況報告書{(form.Replacement is null ? "" : $"（{ReplacementNote.Mark}）")}の提出について", body.ToString());
    }

    private static string Summary(FilledForm form)
    {
        string[] parts =
        [
            .. ((ImplementationStatus[])[ImplementationStatus.IMPLEMENTED, ImplementationStatus.NOT_IMPLEMENTED, ImplementationStatus.NOT_APPLICABLE])
                .Select(status => (Word: FormWords.Of(status), Count: form.Rows.Count(row => row.Status == status)))
                .Where(part => part.Count > 0)
                .Select(part => $"{part.Word} {Wareki.FullWidth(part.Count)}件"),
        ];
        return string.Join('、', parts) + (form.Reasons.Count > 0 ? "（理由等は別葉のとおり）" : "");
    }
}
