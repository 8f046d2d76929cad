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

        var numbers = rows.Select((row, at) => (row.Number, at)).OrderBy(row => row.Number).ToList();
        var cells = new Dictionary<int, Dictionary<int, string>>();
        var reached = new Dictionary<int, Dictionary<int, string>>();
        foreach (var (from, to, column) in ranges)
        {
            var at = numbers.BinarySearch((from, -1));
            at = at < 0 ? ~at : at;
            if (at >= numbers.Count || numbers[at].Number != from || TextsOf(numbers[at].at).GetValueOrDefault(column) is not { } text)
            {
                continue;
            }

            for (at++; at < numbers.Count && numbers[at].Number <= to; at++)
            {
                limits.Take(text.Length);
                var below = reached.TryGetValue(numbers[at].at, out var known) ? known : reached[numbers[at].at] = [];
                below[column] = text;
            }
        }

        foreach (var (at, below) in reached)
        {
            rows[at].Block = rows[at].Block with { FromAbove = below };
        }

        Dictionary<int, string> TextsOf(int at)
        {
            if (!cells.TryGetValue(at, out var texts))
            {
                cells[at] = texts = [];
                for (var index = 0; index < rows[at].Block.Cells.Count; index++)
                {
                    texts[rows[at].Block.ColumnOf(index)] = rows[at].Block.Cells[index];
                }
            }

            return texts;
        }
    }
}
