namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>The form as found in a document: its rows as running text, and the stretches of its fixed texts (null where one is not there).</summary>
/// <param name="From">Where the form begins, its header included.</param>
/// <param name="To">Where its last line ends.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Fixed">Name of the fixed text → where it stands, names as in <see cref="ReportForm"/>.</param>
/// <param name="Loose">Words between or after the fixed texts that are additions.</param>
/// <param name="MissingLabels">Labels of its fields that are not there.</param>
internal sealed record ReadForm(
    int From, int To, Passage Rows, IReadOnlyDictionary<string, Stretch> Fixed, IReadOnlyList<Stretch> Loose, IReadOnlyList<string> MissingLabels);

/// <summary>Finds the form behind the requirements and cuts it into header, rows, notes and last line.</summary>
internal static class FormReader
{
    private const int LongestHeader = 250;
    private const int LongestClosing = 200;

    /// <summary>The form in a stretch of the document, or null when there is none.</summary>
    public static ReadForm? Read(TenderText tender, int from, int to)
    {
        var title = tender.Occurrences(AnnexWords.FormTitle, from, to).Where(at => at == 0 || tender.Key[at - 1] != '「').DefaultIfEmpty(-1).First();
        if (title < 0)
        {
            return null;
        }

        var fixedTexts = new Dictionary<string, Stretch>(StringComparer.Ordinal) { ["title"] = new(title, title + AnnexWords.FormTitle.Length) };
        var start = Header(tender, Math.Max(from, title - LongestHeader), title, fixedTexts);
        var (rowsEnd, end) = Tail(tender, title, to, fixedTexts);
        var labels = Labels.Rows(tender, title + AnnexWords.FormTitle.Length, rowsEnd);
        var rowsStart = Beginning(tender, title + AnnexWords.FormTitle.Length, labels.Count > 0 ? labels[0].Pieces[0].From : rowsEnd, fixedTexts);
        var (loose, missing) = FormFrame.Of(tender, start, rowsStart, fixedTexts);
        return new(start, end, Rows(tender, rowsStart, rowsEnd, labels), fixedTexts, [.. loose, .. tender.Lines(end, Following.AdditionsEnd(tender, end, to))], missing);
    }

    /// <summary>別紙, the date and the addressee before the title; answers where the form begins.</summary>
    private static int Header(TenderText tender, int from, int title, Dictionary<string, Stretch> texts)
    {
        var start = title;
        var date = LastDate(tender, from, title);
        if (date is { } found)
        {
            start = found.From;
            texts["date"] = found;
            var honorific = tender.IndexOf("殿", found.To, title);
            if (honorific >= 0)
            {
                texts["addresseePattern"] = new(found.To, honorific + 1);
            }
        }

        foreach (var words in (string[])[$"({AnnexWords.FormMark})", AnnexWords.FormMark])
        {
            var mark = tender.Occurrences(words, from, title).Where(at => at + words.Length <= start && tender.StartsLine(at) | at + words.Length == start)
                .DefaultIfEmpty(-1).Last();
            if (mark >= 0)
            {
                texts["mark"] = new(mark, mark + words.Length);
                return mark;
            }
        }

        return start;
    }

    /// <summary>令和 年 月 日, filled in or not.</summary>
    private static Stretch? LastDate(TenderText tender, int from, int to)
    {
        foreach (var at in tender.Occurrences("令和", from, to).Reverse())
        {
            var end = at + 2;
            foreach (var unit in "年月日")
            {
                while (end < to && (char.IsAsciiDigit(tender.Key[end]) || tender.Key[end] is '元' or '〇'))
                {
                    end++;
                }

                end = end < to && tender.Key[end] == unit ? end + 1 : to + 1;
            }

            if (end <= to)
            {
                return new(at, end);
            }
        }

        return null;
    }

    /// <summary>Preamble, headings and the table's head between title and first row; answers where the rows begin.</summary>
    private static int Beginning(TenderText tender, int from, int to, Dictionary<string, Stretch> texts)
    {
        var contract = tender.IndexOf(AnnexWords.ContractHeading, from, to);
        if (contract >= 0)
        {
            var heading = NumberBefore(tender, contract, from);
            texts["contractHeading"] = new(heading, contract + AnnexWords.ContractHeading.Length);
            var preambleEnd = heading > from && tender.Key[heading - 1] == FormLabels.Centre[0] ? heading - 1 : heading;
            texts["preamble"] = new(from, preambleEnd);
            from = contract + AnnexWords.ContractHeading.Length;
        }

        var report = tender.IndexOf(AnnexWords.ReportHeading, from, to);
        if (report >= 0)
        {
            texts["reportHeading"] = new(NumberBefore(tender, report, from), report + AnnexWords.ReportHeading.Length);
            from = report + AnnexWords.ReportHeading.Length;
        }

        var columns = tender.IndexOf(AnnexWords.Columns, from, to);
        if (columns >= 0)
        {
            texts["columns"] = new(columns, columns + AnnexWords.Columns.Length);
            from = columns + AnnexWords.Columns.Length;
        }

        return from;
    }

    private static int NumberBefore(TenderText tender, int at, int from) =>
        at - 2 >= from && tender.Key[at - 1] is '.' or '、' && char.IsAsciiDigit(tender.Key[at - 2]) ? at - 2 : at;

    /// <summary>記載要領 and the last line; answers where the rows and where the form end.</summary>
    private static (int RowsEnd, int End) Tail(TenderText tender, int title, int to, Dictionary<string, Stretch> texts)
    {
        var closing = tender.IndexOf(AnnexWords.Closing, title, to);
        var limit = closing >= 0 ? closing : to;
        var notes = tender.Occurrences(AnnexWords.Notes, title, limit).DefaultIfEmpty(-1).Last();
        var end = closing >= 0 ? Balanced(tender, closing, Math.Min(to, closing + LongestClosing)) : limit;
        if (closing >= 0)
        {
            texts["closing"] = new(closing, end);
        }

        if (notes >= 0)
        {
            texts["notes"] = new(notes + AnnexWords.Notes.Length, closing >= 0 ? closing : LastSentence(tender, notes, to));
            end = closing >= 0 ? end : texts["notes"].To;
        }

        return (notes >= 0 ? notes : limit, end);
    }

    private static int Balanced(TenderText tender, int from, int to)
    {
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            depth += tender.Key[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return to;
    }

    /// <summary>Without a last line the notes end with their second sentence's line; what follows is something else of the document.</summary>
    private static int LastSentence(TenderText tender, int notes, int to)
    {
        var end = notes + AnnexWords.Notes.Length;
        for (var i = end; i < Math.Min(to, notes + 400); i++)
        {
            if (tender.Key[i] == '。')
            {
                end = i + 1;
            }
        }

        return end;
    }

    private static Passage Rows(TenderText tender, int from, int to, List<RowLabel> labels)
    {
        var cut = new HashSet<int>();
        var starts = new Dictionary<int, int>();
        foreach (var label in labels)
        {
            starts[label.Pieces[0].From] = label.Number;
            cut.UnionWith(label.Pieces.SelectMany(p => Enumerable.Range(p.From, p.To - p.From)));
        }

        foreach (var head in tender.Occurrences(AnnexWords.Columns, from, to))
        {
            cut.UnionWith(Enumerable.Range(head, AnnexWords.Columns.Length));
        }

        var (places, marks) = (new List<int>(to - from), new List<LabelMark>());
        for (var i = Math.Min(from, labels.Count > 0 ? labels[0].Pieces[0].From : from); i < to; i++)
        {
            if (starts.TryGetValue(i, out var number))
            {
                marks.Add(new(places.Count, number));
            }

            if (!cut.Contains(i))
            {
                places.Add(i);
            }
        }

        return new(tender, places, marks, []);
    }
}
