using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// Finds the contract's term in the ways in which tenders write it: from the signing to a day, between two days, or a day by
/// which all is done. Days are of an era or of the Western calendar; 月末 and 年度末 are the last days they name.
/// </summary>
internal static partial class ContractTerm
{
    private const int FarthestDate = 40;
    private const int ReiwaBegins = 2018;
    private const int LastMonthOfFiscalYear = 3;
    private static readonly string[] Periods =
        ["事業実施期間", "実施期間", "契約期間", "委託期間", "履行期間", "事業期間", "業務期間", "作業期間", "調査期間", "委託業務期間", "契約の期間", "履行の期間"];

    private static readonly string[] Deadlines = ["履行期限", "納入期限", "納品期限", "完了期限", "事業完了日", "納期", "完成期限"];

    /// <summary>First and last day; null where the document does not say it, or starts with the signing.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="to">Where the annex begins.</param>
    public static (DateOnly? StartsOn, DateOnly? EndsOn) Find(string key, int to)
    {
        var body = key[..to];
        foreach (Match signing in Signing().Matches(body))
        {
            if (Joined(body, signing.Index + signing.Length, first: null) is { } end)
            {
                return (null, end);
            }
        }

        foreach (var (at, date) in Labelled(body, Periods))
        {
            if (Joined(body, at, date.On) is { } end && end > date.On)
            {
                return (date.On, end);
            }

            if (Until().IsMatch(body, at) || IsJoined(body, date.From))
            {
                return (null, date.On);
            }
        }

        return Labelled(body, Deadlines).Select(found => ((DateOnly?)null, (DateOnly?)found.Date.On)).FirstOrDefault();
    }

    /// <summary>The first day soon after each of the labels, and where it ends.</summary>
    private static IEnumerable<(int End, (DateOnly On, int From) Date)> Labelled(string body, string[] labels)
    {
        foreach (var label in labels)
        {
            for (var at = body.IndexOf(label, StringComparison.Ordinal); at >= 0; at = body.IndexOf(label, at + 1, StringComparison.Ordinal))
            {
                var from = at + label.Length;
                for (var start = from; start < Math.Min(body.Length, from + FarthestDate); start++)
                {
                    if (DayAt(body, start, first: null) is { } date)
                    {
                        yield return (date.End, (date.On, start));
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The day after から, ～ or the like.</summary>
    private static DateOnly? Joined(string body, int at, DateOnly? first) =>
        Joint().Match(body, at) is { Success: true, Length: > 0 } joint && DayAt(body, at + joint.Length, first) is { } end ? end.On : null;

    /// <summary>から, ～ or the like stands before the day: it is the last, whatever the first is called.</summary>
    private static bool IsJoined(string body, int at) =>
        at > 1 && (body[at - 1] is '~' or '―' or '–' or '—' or '→' || string.CompareOrdinal(body, at - 2, "から", 0, 2) == 0);

    /// <summary>The day that is written here, and where its writing ends.</summary>
    private static (DateOnly On, int End)? DayAt(string body, int at, DateOnly? first)
    {
        var match = Day().Match(body, at);
        if (!match.Success || YearOf(match, first) is not { } year)
        {
            return null;
        }

        if (match.Groups["fiscal"].Success)
        {
            return (new(year + 1, LastMonthOfFiscalYear, DateTime.DaysInMonth(year + 1, LastMonthOfFiscalYear)), at + match.Length);
        }

        var month = Number(match.Groups["month"].Value);
        if (month is < 1 or > 12)
        {
            return null;
        }

        var last = DateTime.DaysInMonth(year, month);
        var day = match.Groups["last"].Success ? last : Number(match.Groups["day"].Value);
        return day >= 1 && day <= last ? (new(year, month, day), at + match.Length) : null;
    }

    private static int? YearOf(Match match, DateOnly? first) =>
        match.Groups["reiwa"] is { Success: true } reiwa ? ReiwaBegins + Number(reiwa.Value)
        : match.Groups["western"] is { Success: true } western ? Number(western.Value)
        : match.Groups["bare"] is { Success: true } bare ? (first is null ? null : ReiwaBegins + Number(bare.Value))
        : match.Groups["next"].Success ? first?.Year + 1
        : first?.Year;

    private static int Number(string digits) => digits == "元" ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(委託|請負)?契約(の)?(締結)?(の)?日(\([^()]{0,30}\))?|契約締結後(直ちに|速やかに)?(\([^()]{0,30}\))?|採択(決定)?日(\([^()]{0,30}\))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Signing();

    [GeneratedRegex(@"\G(\([^()]{1,12}\))?(から|より|以降|~|-|ー|―|–|—|−|→|、|,|至|自)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\G(\([^()]{1,12}\))?(まで|迄|限り)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Until();

    [GeneratedRegex(@"\G((令和|R|r)\.?(?<reiwa>[0-9]{1,2}|元)|西暦?(?<western>20[0-9]{2})|(?<western>20[0-9]{2})|(?<same>同年?)|(?<next>翌年?)|(?<bare>[0-9]{1,2})(?=年)|(?=[0-9]{1,2}月))((年度|(?<=[同翌])度)(?<fiscal>末日?)|(年|[./-]|(?<=[同翌年]))?(?<month>[0-9]{1,2})(月((?<day>[0-9]{1,2})日|(?<last>末日?))|[./-](?<day>[0-9]{1,2})))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();
}
