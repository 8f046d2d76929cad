using System.Globalization;
using System.Text.RegularExpressions;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>A row as it stands in a file: the label, and what stands under the other two headings.</summary>
/// <param name="Place">Where it stands, or null where the file knows no such place.</param>
internal sealed record ReadRow(string Label, string Second, string Third, string? Place = null);

/// <summary>
/// Puts the rows of a table together again. In a Word file or a workbook a row may have been continued under the same label, or
/// under one that is merged over its rows; in a PDF each line is a row of its own, and the label is spread over three of them
/// and said again on the next page.
/// </summary>
internal sealed partial class FormRows
{
    private readonly List<Open> rows = [];
    private readonly List<string> unread = [];
    private readonly string joint;
    private FormColumns columns;
    private bool isFirst = true;
    private bool goesOn;

    /// <summary>Reads the rows under a heading.</summary>
    /// <param name="below">What stands below it, as far as the table may reach; lines between are not its own.</param>
    public FormRows(FormColumns columns, IEnumerable<ReadBlock> below, string joint)
    {
        (this.columns, this.joint) = (columns, joint);
        unread.AddRange(columns.Others.Values.Select(name => $"列の見出し：{name}"));
        foreach (var block in below)
        {
            Take(block);
        }
    }

    /// <summary>The rows, in their order.</summary>
    public IReadOnlyList<ReadRow> Rows => [.. Merged().Select(row => row.Close(joint))];

    /// <summary>What stands in the rows under no heading of the table, each with its place.</summary>
    public IReadOnlyList<string> Unread => unread;

    /// <summary>What stands between and below the rows.</summary>
    public List<ReadBlock> Lines { get; } = [];

    /// <summary>Which of the columns is the third cannot be told.</summary>
    public bool IsAmbiguous => columns.Third < 0;

    /// <summary>The requirement's number in a label or at the start of a line, and ⑩ or (10) after it; null where there is none.</summary>
    public static (int Number, string Statement, int Length)? NumberOf(string key)
    {
        var match = Numbered().Match(key);
        return match.Success
            ? (int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["statement"].Value, match.Length)
            : null;
    }

    private static bool Continues(string before, string label) =>
        IsMark(label)
        || (before.Length < LongestLabel && !Complete().IsMatch(before) && Annex.StartsWith(before, StringComparison.Ordinal) && !label.StartsWith(Annex, StringComparison.Ordinal))
        || (NumberOf(before) is { Statement: "" } && label.Length > 0 && label[0] is >= '①' and <= '⑳');

    private void Take(ReadBlock block)
    {
        var (wasFirst, wasRow) = (isFirst, goesOn);
        (isFirst, goesOn) = (false, false);
        if (wasFirst && columns.Divided(block) is { } divided)
        {
            columns = divided;
            unread.AddRange(columns.Others.Values.Select(name => $"列の見出し：{name}"));
        }
        else if (!IsRow(block, wasRow))
        {
            Lines.Add(block);
        }
        else if (FormColumns.OfForm(block) is null && FormColumns.OfReasons(block) is null)
        {
            goesOn = true;
            Add(block);
        }
        else
        {
            // The heading again, on the next page.
            goesOn = wasRow;
        }
    }

    // A sheet is all cells: a row of the table has a label of a row, or goes on in the row above it.
    private bool IsRow(ReadBlock block, bool wasRow)
    {
        if (block.IsBox)
        {
            return false;
        }

        if (block.Sheet is null)
        {
            return block.InTable && block.Cells.Count >= 2;
        }

        var label = MatchText.KeyOf(columns.LabelOf(block));
        var holds = !string.IsNullOrWhiteSpace(block.At(columns.Second)) || !string.IsNullOrWhiteSpace(block.At(columns.Third));
        return label.Length == 0 ? wasRow : holds || NumberOf(label) is { } found && found.Length == label.Length;
    }

    private void Add(ReadBlock block)
    {
        var (label, second, third) = (MatchText.KeyOf(columns.LabelOf(block)), block.At(columns.Second), block.At(columns.Third));
        for (var index = 0; index < block.Cells.Count; index++)
        {
            var column = block.ColumnOf(index);
            if (!columns.IsLabel(column) && column != columns.Second && column != columns.Third && !string.IsNullOrWhiteSpace(block.Cells[index]))
            {
                var place = block.Place ?? (label.Length > 0 ? label : rows.Count > 0 ? rows[^1].Label : "");
                unread.Add($"{place}：{(columns.Others.TryGetValue(column, out var name) ? name : $"列{column + 1}")}「{block.Cells[index].Trim()}」");
            }
        }

        if (rows.Count > 0 && Continues(rows[^1].Label, label))
        {
            rows[^1].GoOn(IsMark(label) ? rows[^1].Label : rows[^1].Label + label, second, third);
        }
        else
        {
            // One status may be merged over several numbers; what goes on under the same number has said it already.
            rows.Add(new(label, second, third.Length == 0 && block.FromAbove?.GetValueOrDefault(columns.Third) is { } merged ? merged : third, block.Place));
        }
    }

    private List<Open> Merged()
    {
        var merged = new List<Open>();
        foreach (var row in rows)
        {
            var label = row.Label.Replace(Continued, "", StringComparison.Ordinal);
            if (merged.Count > 0 && merged[^1].Label == label && (row.Label != label || !Complete().IsMatch(label) || joint.Length == 0))
            {
                merged[^1].GoOn(label, row);
            }
            else
            {
                merged.Add(new Open(label, row));
            }
        }

        return merged;
    }

    // No label at all, or （続き） alone.
    private static bool IsMark(string label) => label.Length == 0 || label == Continued;

    private const int LongestLabel = 200;
    private static readonly string Continued = MatchText.KeyOf(RowSlices.Continued);
    private const string Annex = "情報セキュリティに関する事項";

    [GeneratedRegex(@"^(情報セキュリティに関する)?(事項)?\(?(?<number>\d{1,2})\)(?<statement>[①-⑳]|\(\d{1,2}\))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\d\)|^追加事項\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Complete();

    /// <summary>A row that may still go on.</summary>
    private sealed class Open(string label, string second, string third, string? place)
    {
        private readonly List<string> seconds = [second];
        private readonly List<string> thirds = [third];

        public Open(string label, Open other)
            : this(label, "", "", other.Place) => GoOn(label, other);

        public string Label { get; private set; } = label;

        public string? Place { get; } = place;

        public void GoOn(string label, string second, string third)
        {
            Label = label;
            seconds.Add(second);
            thirds.Add(third);
        }

        public void GoOn(string label, Open other)
        {
            Label = label;
            seconds.AddRange(other.seconds);
            thirds.AddRange(other.thirds);
        }

        // A status that each part of a row says is said once.
        public ReadRow Close(string joint) => new(
            Label,
            string.Join(joint, seconds.Where(text => text.Length > 0)),
            Joined(thirds, joint),
            Place);

        private static string Joined(IReadOnlyList<string> texts, string joint)
        {
            var all = new GrowingText(joint);
            foreach (var text in texts)
            {
                if (all.Length is 0 or > LongestLabel || FormWords.StatusOf(all.ToString()) is not { } status || FormWords.StatusOf(text) != status)
                {
                    all.Add(text);
                }
            }

            return all.ToString();
        }
    }
}
