using System.Globalization;
using System.Text.RegularExpressions;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>A row as it stands in a file: the label, and the other two cells in the order of the table.</summary>
internal sealed record ReadRow(string Label, string Second, string Third);

/// <summary>
/// Puts the rows of a table together again. In a Word file or a workbook a row may have been continued under the same label;
/// in a PDF each line is a row of its own, and the label is spread over three of them and said again on the next page.
/// </summary>
internal static partial class FormRows
{
    /// <summary>The rows after a heading, as long as the table lasts.</summary>
    public static IReadOnlyList<ReadRow> Of(IEnumerable<ReadBlock> table, IReadOnlyList<string> heading, string joint)
    {
        var rows = new List<GrowingRow>();
        foreach (var cells in table.Select(block => block.Cells).Where(cells => cells.Count >= 2 && !IsHeading(cells, heading)))
        {
            var (label, second, third) = (MatchText.KeyOf(cells[0]), cells[1], cells.Count > 2 ? cells[2] : "");
            if (rows.Count > 0 && Continues(rows[^1].Label, label))
            {
                rows[^1].Label += label;
                rows[^1].Add(second, third);
            }
            else
            {
                rows.Add(new GrowingRow(label, joint).Add(second, third));
            }
        }

        return [.. Merged(rows.Select(row => row.Read()), joint).Select(row => row.Read())];
    }

    /// <summary>The three columns' heads, in any spacing.</summary>
    public static bool IsHeading(IReadOnlyList<string> cells, IReadOnlyList<string> heading) =>
        cells.Count >= heading.Count && heading.Select((word, column) => MatchText.KeyOf(cells[column]) == word).All(same => same);

    /// <summary>The requirement's number in a label or at the start of a line, and ⑩ or (10) after it; null where there is none.</summary>
    public static (int Number, string Statement, int Length)? NumberOf(string key)
    {
        var match = Numbered().Match(key);
        return match.Success
            ? (int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["statement"].Value, match.Length)
            : null;
    }

    private static bool Continues(string before, string label) =>
        label.Length == 0
        || MatchText.KeyOf(RowParts.Continued) == label
        || (!Complete().IsMatch(before) && Annex.StartsWith(before, StringComparison.Ordinal) && !label.StartsWith(Annex, StringComparison.Ordinal))
        || (NumberOf(before) is { Statement: "" } && label.Length > 0 && label[0] is >= '①' and <= '⑳');

    private static List<GrowingRow> Merged(IEnumerable<ReadRow> rows, string joint)
    {
        var merged = new List<GrowingRow>();
        foreach (var row in rows)
        {
            var label = row.Label.Replace(MatchText.KeyOf(RowParts.Continued), "", StringComparison.Ordinal);
            if (merged.Count == 0 || merged[^1].Label != label)
            {
                merged.Add(new(label, joint));
            }

            merged[^1].Add(row.Second, row.Third);
        }

        return merged;
    }

    private const string Annex = "情報セキュリティに関する事項";

    [GeneratedRegex(@"^(情報セキュリティに関する)?(事項)?\(?(?<number>\d{1,2})\)(?<statement>[①-⑳]|\(\d{1,2}\))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\d\)|^追加事項\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Complete();

    private sealed class GrowingRow(string label, string joint)
    {
        private readonly GrowingText second = new(joint);
        private readonly GrowingText third = new(joint);

        public string Label { get; set; } = label;

        public GrowingRow Add(string moreOfSecond, string moreOfThird)
        {
            second.Add(moreOfSecond);
            third.Add(moreOfThird);
            return this;
        }

        public ReadRow Read() => new(Label, second.ToString(), third.ToString());
    }
}
