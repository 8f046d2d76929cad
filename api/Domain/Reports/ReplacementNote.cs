namespace SecurityTracker.Domain.Reports;

/// <summary>What a 差替え says of itself: beside the form, whose own words it leaves alone, in its mail and in the names of its files.</summary>
/// <param name="ReportedOn">The date above the report that it stands in for.</param>
/// <param name="Changed">The labels of the rows that say something else than there, in the order of print.</param>
public sealed record ReplacementNote(DateOnly? ReportedOn, IReadOnlyList<string> Changed)
{
    /// <summary>The word for such a report.</summary>
    public const string Mark = "差替え";

    /// <summary>What it stands in for: 令和８年１０月１５日付けの報告書.</summary>
    public string Replaced => ReportedOn is { } day ? $"{Wareki.Format(day)}付けの報告書" : "先に提出した報告書";

    /// <summary>８）、１５）; なし where only the date is new.</summary>
    public string Rows => Changed.Count == 0 ? "なし" : string.Join('、', Changed);

    /// <summary>All of it in one line.</summary>
    public string Sentence => $"{Mark}（{Replaced}に代わるもの。変更した項目：{Rows}）";

    /// <summary>Of a report beside the one that was handed in before it; null where none was.</summary>
    /// <param name="report">The replacement.</param>
    /// <param name="handedIn">The report that it stands in for, as it was handed in.</param>
    public static ReplacementNote? Of(Report report, Report? handedIn)
    {
        ArgumentNullException.ThrowIfNull(report);
        return handedIn is null ? null : new(
            handedIn.Header.ReportedOn,
            [.. report.Rows.Where(row => handedIn.Row(row.Number)?.Answer != row.Answer).Select(row => LabelOf(row.Number))]);
    }

    private static string LabelOf(int number) => number >= Contracts.ExtraItem.FirstNumber
        ? $"追加事項{Wareki.FullWidth(number - Contracts.ExtraItem.FirstNumber + 1)}"
        : $"{Wareki.FullWidth(number)}）";
}
