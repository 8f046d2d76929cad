using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// What the document around the annex says about the contract. Each is a proposal that a person confirms; what is not said
/// plainly is left out.
/// </summary>
internal static partial class TenderProposals
{
    private const int HeadLength = 700;
    private const int ReiwaBegins = 2018;

    /// <summary>Reads the proposals from the document before the annex and from the annex itself.</summary>
    public static ContractProposals Read(TenderText tender, AnnexReading reading, IReadOnlyList<ImportedRequirement> requirements)
    {
        var body = reading.Region.From;
        var head = tender.Key[..Math.Min(body, HeadLength)];
        var (office, section) = Inquiry(tender, body);
        var (startsOn, endsOn) = ContractTerm.Find(tender.Key, body);
        return new(
            ContractName(tender, head),
            section,
            office,
            startsOn,
            endsOn,
            Addressee(tender, reading),
            NamedNorm(requirements),
            Date().Matches(head).Select(Day).FirstOrDefault(d => d is not null),
            Year(head));
    }

    /// <summary>The title of the call up to 「に係る…募集要領」 or 「の概要」.</summary>
    private static string? ContractName(TenderText tender, string head)
    {
        var end = TitleEnd().Match(head);
        if (!end.Success)
        {
            return null;
        }

        var year = FiscalYear().Match(head, 0, end.Index);
        var from = year.Success ? year.Index : 0;
        return end.Index - from is > 3 and <= 200 ? tender.Printed(from, end.Index).Replace("\n", "", StringComparison.Ordinal) : null;
    }

    /// <summary>The latest fiscal year in the title (a supplementary budget comes before the year it is spent in), else the first one spoken of.</summary>
    private static int? Year(string head)
    {
        var title = TitleEnd().Match(head);
        var years = FiscalYear().Matches(title.Success ? head[..title.Index] : head).Select(y => ReiwaBegins + Number(y.Groups["year"].Value)).ToList();
        return years.Count == 0 ? null : title.Success ? years.Max() : years[0];
    }

    /// <summary>The line above 「担当：」 in the block for inquiries: ministry, bureau, division. A regional bureau bears the ministry's name.</summary>
    private static (string? Office, string? Section) Inquiry(TenderText tender, int body)
    {
        var at = body > 0 ? tender.Key.LastIndexOf("担当:", body - 1, StringComparison.Ordinal) : -1;
        while (at > 0 && !tender.StartsLine(at))
        {
            at = tender.Key.LastIndexOf("担当:", at - 1, StringComparison.Ordinal);
        }

        if (at <= 0)
        {
            return (null, null);
        }

        var line = at - 1;
        while (line > 0 && !tender.StartsLine(line))
        {
            line--;
        }

        var words = tender.Words(line, at);
        var ministry = words.Count > 0 && words[0].EndsWith('省') ? words[0] : null;
        var sections = words.Where(w => w[^1] is '課' or '室' or '係').ToList();
        return (words.LastOrDefault(w => ministry is not null && w.EndsWith('局') && w.Contains(ministry[..^1], StringComparison.Ordinal)) ?? ministry,
            sections.Count > 0 ? string.Join(' ', sections) : null);
    }

    private static string? Addressee(TenderText tender, AnnexReading reading)
    {
        if (reading.Region.Form is not { } form || !form.Fixed.TryGetValue("addresseePattern", out var at))
        {
            return null;
        }

        return reading.Edition?.Form?.AddresseePattern is { } own && MatchText.KeyOf(own) == tender.Key[at.From..at.To]
            ? own
            : tender.Printed(at.From, at.To - 1) + " 殿";
    }

    /// <summary>The last norm that a requirement names in quotes with its edition, e.g. 「…統一基準群（令和…年度版）」.</summary>
    private static string? NamedNorm(IReadOnlyList<ImportedRequirement> requirements) =>
        requirements.Where(r => r.Match != PieceMatch.MISSING).Select(r => Norm().Match(r.Text)).Where(m => m.Success)
            .Select(m => m.Groups["norm"].Value).FirstOrDefault();

    private static DateOnly? Day(Match date)
    {
        var (year, month, day) = (ReiwaBegins + Number(date.Groups["year"].Value), Number(date.Groups["month"].Value), Number(date.Groups["day"].Value));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(string digits) => digits == "元" ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("令和(?<year>[0-9]{1,2}|元)年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex("令和(?<year>[0-9]{1,2}|元)年度", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FiscalYear();

    [GeneratedRegex("に係る(企画競争|一般競争|総合評価|公募|入札|委託先|募集|仕様)|の(概要|公募|仕様書|企画競争)|(公募|募集)要領|(企画競争|入札)説明書|仕様書", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleEnd();

    [GeneratedRegex("「(?<norm>[^「」]{4,60}[（(]令和[^「」（）()]{1,4}年度版[）)])」", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Norm();
}
