using System.Runtime.InteropServices;

namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>A row's label, in up to three pieces where a narrow column or a page break has torn it apart.</summary>
internal sealed record RowLabel(int Number, IReadOnlyList<Stretch> Pieces);

/// <summary>A stretch of the document's key.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(int From, int To);

/// <summary>Tells the labels 1), 2) … and 情報セキュリティに関する事項２） from the many places where the text itself mentions them.</summary>
internal static class Labels
{
    private const int FarthestNumber = 1500;
    private const int FarthestTail = 300;
    private const int MostSkipped = 2;

    /// <summary>The number n of 「n)」 at this place and the place after it, or null when there is none.</summary>
    public static (int Number, int End)? NumberAt(TenderText tender, int at)
    {
        var key = tender.Key;
        var end = at;
        while (end < key.Length && end - at < 3 && char.IsAsciiDigit(key[end]))
        {
            end++;
        }

        return end > at && end - at <= 2 && end < key.Length && key[end] == ')' && key[at] != '0'
            && (tender.StartsLine(at) || !(char.IsAsciiDigit(key[at - 1]) || key[at - 1] == '('))
            ? (int.Parse(key.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture), end + 1)
            : null;
    }

    /// <summary>A requirement's label: at the start of a line or after a sentence, and not the beginning of 「1)から」, 「2)に掲げる」 …</summary>
    public static (int Number, int End)? ItemAt(TenderText tender, int at, int partStart) =>
        (at == partStart || tender.StartsLine(at) || tender.Key[at - 1] is '。' or '】' or ']' or '〕' || FollowsWords(tender, at)) && NumberAt(tender, at) is { } label && !IsMention(tender, label.End)
            ? label
            : null;

    /// <summary>After 「（追加）」, but not after 「(1)」 or 「(a)」.</summary>
    private static bool FollowsWords(TenderText tender, int at) => at > 1 && tender.Key[at - 1] == ')' && !char.IsAscii(tender.Key[at - 2]);

    /// <summary>「【追加】8)」 at the start of a line: words in brackets that mark an item before its label, and belong to it.</summary>
    public static (int Number, int MarkEnd, int End)? MarkedItemAt(TenderText tender, int at, int to) =>
        tender.StartsLine(at) && Additions.BracketEnd(tender.Key, at, to) is > 0 and var markEnd && !tender.StartsLine(markEnd)
        && !tender.Key.AsSpan(at, markEnd - at).Contains('。') && !char.IsAscii(tender.Key[at + 1])
        && NumberAt(tender, markEnd) is { } label && label.End <= to && !IsMention(tender, label.End)
            ? (label.Number, markEnd, label.End)
            : null;

    /// <summary>The labels of the form's rows in a stretch, in the order of the document.</summary>
    public static List<RowLabel> Rows(TenderText tender, int from, int to)
    {
        var labels = new List<RowLabel>();
        var end = from;
        foreach (var at in tender.Occurrences(AnnexWords.TitleHead, from, to))
        {
            if (at >= end && RowAt(tender, at, from, to, labels.Count > 0 ? labels[^1] : null) is { } label)
            {
                labels.Add(label);
                end = label.Pieces[0].To;
            }
        }

        return labels;
    }

    private static RowLabel? RowAt(TenderText tender, int at, int from, int to, RowLabel? last)
    {
        var startsCell = at == from || tender.StartsLine(at) || tender.Key[at - 1] is '。' || at == last?.Pieces[^1].To
            || tender.HasAt(at - AnnexWords.Columns.Length, AnnexWords.Columns);
        if (tender.HasAt(at, AnnexWords.Title))
        {
            var end = at + AnnexWords.Title.Length;
            if (NumberAt(tender, end) is { } number)
            {
                var whole = tender.StartsLine(at) && tender.StartsLine(number.End) && number.Number - (last?.Number ?? 1) is 0 or 1;
                return startsCell && (whole || !IsMention(tender, number.End)) ? new(number.Number, [new(at, number.End)]) : null;
            }

            return startsCell ? Torn(tender, [new(at, end)], to, last) : null;
        }

        // 情報セキュリティ / に関する事項 / ２） on three lines with lines of the row's text between them.
        var head = at + AnnexWords.TitleHead.Length;
        if (!tender.StartsLine(at) || !tender.StartsLine(head))
        {
            return null;
        }

        var tail = tender.Occurrences(AnnexWords.TitleTail, head, Math.Min(to, head + FarthestTail)).Where(tender.StartsLine).DefaultIfEmpty(-1).First();
        if (tail < 0)
        {
            return null;
        }

        var tailEnd = tail + AnnexWords.TitleTail.Length;
        return NumberAt(tender, tailEnd) is { } together
            ? new(together.Number, [new(at, head), new(tail, together.End)])
            : Torn(tender, [new(at, head), new(tail, tailEnd)], to, last);
    }

    /// <summary>The label's number, torn from its words: the next number in the count, at the start of a line if lines are left.</summary>
    private static RowLabel? Torn(TenderText tender, IReadOnlyList<Stretch> words, int to, RowLabel? last)
    {
        var next = (last?.Number ?? 1) + 1;
        (int At, int End)? loose = null;
        for (var at = words[^1].To; at < Math.Min(to, words[^1].To + FarthestNumber); at++)
        {
            if (BeginsLabel(tender, at))
            {
                break;
            }

            if (NumberAt(tender, at) is not { } number)
            {
                continue;
            }

            if (tender.StartsLine(at) && (number.Number - next is >= 0 and <= MostSkipped || tender.StartsLine(number.End)))
            {
                return new(number.Number, [.. words, new(at, number.End)]);
            }

            if (number.Number == next && tender.Key[at - 1] is not ('項' or '及' or '」'))
            {
                loose ??= (at, number.End);
            }
        }

        return loose is { } found ? new(next, [.. words, new(found.At, found.End)]) : null;
    }

    /// <summary>The next row's label: its words together, or their first line alone. Wrapped text may begin with the same words.</summary>
    private static bool BeginsLabel(TenderText tender, int at) =>
        tender.StartsLine(at) && tender.HasAt(at, AnnexWords.TitleHead) && !IsTitleMention(tender, at)
        && (tender.HasAt(at, AnnexWords.Title) || tender.StartsLine(at + AnnexWords.TitleHead.Length));

    /// <summary>「情報セキュリティに関する事項１２）及び…」: the words of a label, spoken of in a row's text.</summary>
    private static bool IsTitleMention(TenderText tender, int at) =>
        tender.HasAt(at, AnnexWords.Title) && NumberAt(tender, at + AnnexWords.Title.Length) is { } number && IsMention(tender, number.End);

    /// <summary>What follows shows that the number is spoken of, not that an item begins.</summary>
    private static bool IsMention(TenderText tender, int after) =>
        after >= tender.Key.Length
        || tender.Key[after] is 'に' or 'の' or 'と' or 'を' or 'は' or 'が' or 'や' or '、' or '。' or '~' or '」' or ')' or ',' or '-' or '・'
        || tender.HasAt(after, "から") || tender.HasAt(after, "まで") || tender.HasAt(after, "及び") || tender.HasAt(after, "又は")
        || tender.HasAt(after, "並びに") || tender.HasAt(after, "以降");
}
