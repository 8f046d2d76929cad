namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// What follows the last text of an annex: as a rule something else of the document, which begins with a title or a number. Sentences
/// and notes right below the annex, and a last line or two with which the document ends, are additions to it.
/// </summary>
internal static class Following
{
    private const int ShortEnd = 100;

    /// <summary>Where the additions end that begin here; <paramref name="from"/> for none.</summary>
    public static int AdditionsEnd(TenderText tender, int from, int to)
    {
        var at = from;
        while (at < to && AdditionEnd(tender, at, to) is > 0 and var end)
        {
            at = end;
        }

        var isLast = to == tender.Key.Length || tender.HasAt(to, AnnexWords.End);
        return isLast && to - at <= ShortEnd && !BeginsPassage(tender, at) && !Stamps.Are(tender.Key.AsSpan(at, to - at)) ? to : at;
    }

    private static int AdditionEnd(TenderText tender, int at, int to)
    {
        if (Additions.BracketEnd(tender.Key, at, to) is > 0 and var close && Additions.IsSentence(tender.Key.AsSpan(at, close - at)))
        {
            return close;
        }

        var line = tender.Lines(at, to).First();
        var words = tender.Key.AsSpan(line.From, line.To - line.From);
        return !tender.StartsLine(at) || words[0] == '※' || (!BeginsPassage(tender, at) && Additions.IsSentence(words)) ? line.To : -1;
    }

    private static bool BeginsPassage(TenderText tender, int at) =>
        at < tender.Key.Length && (tender.Key[at] == '第' || char.IsAsciiDigit(tender.Key[at]) || AnnexWords.OtherPassages.Any(words => tender.HasAt(at, words)));
}
