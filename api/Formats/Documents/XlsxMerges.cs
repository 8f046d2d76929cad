namespace SecurityTracker.Formats.Documents;

/// <summary>
/// The ranges of a sheet whose cells are merged. What such a cell says holds for each of its rows; whether a row takes it is for
/// whoever knows the table to say.
/// </summary>
internal sealed class XlsxMerges(DocumentLimits limits)
{
    private readonly List<(int From, int To, int Column)> ranges = [];

    /// <summary>Takes a range (C5:C7); one of a single row says nothing.</summary>
    public void Take(string? reference)
    {
        if (reference?.Split(':') is [var first, var last] && XlsxReference.Of(first) is { } from && XlsxReference.Of(last) is { } to && to.Row > from.Row)
        {
            limits.Take(1);
            ranges.Add((from.Row, to.Row, from.Column));
        }
    }

    /// <summary>Says in the rows of a sheet what reaches down into them.</summary>
    public void Apply(List<XlsxRow> rows)
    {
        if (ranges.Count == 0 || rows.Count == 0)
        {
            return;
        }

        foreach (var (at, below) in Reached(rows))
        {
            rows[at].Block = rows[at].Block with { FromAbove = below };
        }
    }

    /// <summary>By the rows' places in the list, and within a row by column, what the cells say that begin further up.</summary>
    private Dictionary<int, Dictionary<int, string>> Reached(List<XlsxRow> rows)
    {
        var numbers = rows.Select((row, at) => (row.Number, at)).OrderBy(row => row.Number).ToList();
        var cells = new Dictionary<int, Dictionary<int, string>>();
        var reached = new Dictionary<int, Dictionary<int, string>>();
        foreach (var (from, to, column) in ranges)
        {
            var at = numbers.BinarySearch((from, -1));
            at = at < 0 ? ~at : at;
            if (at >= numbers.Count || numbers[at].Number != from || Known(cells, numbers[at].at, () => TextsOf(rows[numbers[at].at].Block)).GetValueOrDefault(column) is not { } text)
            {
                continue;
            }

            for (at++; at < numbers.Count && numbers[at].Number <= to; at++)
            {
                limits.Take(text.Length);
                Known(reached, numbers[at].at, () => [])[column] = text;
            }
        }

        return reached;
    }

    private static Dictionary<int, string> Known(Dictionary<int, Dictionary<int, string>> all, int at, Func<Dictionary<int, string>> make) =>
        all.TryGetValue(at, out var known) ? known : all[at] = make();

    private static Dictionary<int, string> TextsOf(ReadBlock row)
    {
        var texts = new Dictionary<int, string>();
        for (var index = 0; index < row.Cells.Count; index++)
        {
            texts[row.ColumnOf(index)] = row.Cells[index];
        }

        return texts;
    }
}
