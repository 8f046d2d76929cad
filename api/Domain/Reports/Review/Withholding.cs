using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>
/// 不開示部分 of a copy for 開示請求. What is withheld is taken out of the report before anything is printed, so that no file
/// can hold it; its length is not told either.
/// </summary>
public static class Withholding
{
    private const string Header = "/header/";
    private const string Rows = "/rows/";

    /// <summary>A report with its parts taken out.</summary>
    public sealed record Redacted(Report Report, ReportHeader Header, string RepresentativeName);

    /// <summary>第５条第１号 and so on.</summary>
    public static string WordOf(DisclosureGround ground) => ground switch
    {
        DisclosureGround.ARTICLE_5_1 => "第５条第１号",
        DisclosureGround.ARTICLE_5_1_2 => "第５条第１号の２",
        DisclosureGround.ARTICLE_5_2 => "第５条第２号",
        DisclosureGround.ARTICLE_5_3 => "第５条第３号",
        DisclosureGround.ARTICLE_5_4 => "第５条第４号",
        DisclosureGround.ARTICLE_5_5 => "第５条第５号",
        DisclosureGround.ARTICLE_5_6 => "第５条第６号",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "A ground without a word"),
    };

    /// <summary>What prints in place of a part.</summary>
    public static string MarkOf(DisclosureGround ground) => $"■■■■■■（不開示：{WordOf(ground)}）";

    /// <summary>Why no copy of the report is disclosed, or null.</summary>
    public static Refusal? NotToDisclose(Report report) => report switch
    {
        { Disposal: not null } => FinalisedReportRefusals.Disposed,
        { Submission: null } => FinalisedReportRefusals.NotSubmitted,
        _ => null,
    };

    /// <summary>The first part that the report does not have or that is named twice, or null.</summary>
    public static Refusal? Refusal(IReadOnlyList<WithheldPart> withheld, Report report)
    {
        var unknown = withheld.Index().Where(part => !Has(report, part.Item.Part)).Select(part => (int?)part.Index).FirstOrDefault();
        return unknown is { } index ? FinalisedReportRefusals.PartUnknown.At(string.Create(CultureInfo.InvariantCulture, $"/withheld/{index}/part"))
            : withheld.DistinctBy(part => part.Part, StringComparer.Ordinal).Count() < withheld.Count ? FinalisedReportRefusals.PartTwice
            : null;
    }

    /// <summary>The report without what is withheld.</summary>
    public static Redacted Apply(IReadOnlyList<WithheldPart> withheld, Report report, ReportHeader header, string representativeName)
    {
        var marks = withheld.ToDictionary(part => part.Part, part => MarkOf(part.Ground), StringComparer.Ordinal);
        [return: NotNullIfNotNull(nameof(text))]
        string? Line(string field, string? text) => text is { Length: > 0 } && marks.TryGetValue(Header + field, out var mark) ? mark : text;
        var rows = report.Rows.Select(row => row with { Answer = Without(row.Number, row.Answer, marks) });
        return new(
            report with { Rows = [.. rows], ExtraRows = [.. report.ExtraRows.Select(extra => extra with { Text = marks.GetValueOrDefault(PartOf(extra.Number, "text"), extra.Text) })] },
            header with
            {
                DocumentNumber = Line("documentNumber", header.DocumentNumber),
                Addressee = Line("addressee", header.Addressee),
                ContractorAddress = Line("contractorAddress", header.ContractorAddress),
                ContractorName = Line("contractorName", header.ContractorName),
                RepresentativeTitle = Line("representativeTitle", header.RepresentativeTitle),
                ContractName = Line("contractName", header.ContractName),
            },
            Line("representativeName", representativeName));
    }

    // The reason prints for ⑩ where ⑩ has no text of its own: taken out once, it is gone in both places.
    private static RowAnswer Without(int number, RowAnswer answer, Dictionary<string, string> marks) => answer with
    {
        Reason = answer.Reason is null ? null : marks.GetValueOrDefault(PartOf(number, "reason"), answer.Reason),
        Explanation = answer.Explanation is null ? null : marks.GetValueOrDefault(PartOf(number, "explanation"), answer.Explanation),
    };

    private static bool Has(Report report, string part) =>
        part.StartsWith(Header, StringComparison.Ordinal)
            ? part[Header.Length..] is "documentNumber" or "addressee" or "contractorAddress" or "contractorName" or "representativeTitle" or "representativeName" or "contractName"
            : report.Rows.Any(row => Fields(report, row).Any(field => PartOf(row.Number, field) == part));

    private static IEnumerable<string> Fields(Report report, ReportRow row)
    {
        if (row.Answer.Reason is not null)
        {
            yield return "reason";
        }

        if (row.Answer.Explanation is not null)
        {
            yield return "explanation";
        }

        if (report.ExtraRows.Any(extra => extra.Number == row.Number))
        {
            yield return "text";
        }
    }

    private static string PartOf(int number, string field) => string.Create(CultureInfo.InvariantCulture, $"{Rows}{number}/{field}");
}
