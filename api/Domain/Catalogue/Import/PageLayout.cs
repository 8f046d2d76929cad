namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// Takes the layout out of an extracted document without moving a single character: HTML tags, table pipes and tabs, markdown
/// bullets and rules, page numbers, and headers and footers that repeat beside page breaks become white space, so that every
/// offset still points into the document as it came. One pass over the text, then one over its lines.
/// </summary>
internal static class PageLayout
{
    private const int LongestTag = 120;
    private const int LongestPageNumberLine = 24;
    private const int LongestHeaderLine = 60;
    private const int SamePage = 120;

    private static readonly System.Buffers.SearchValues<char> RuleCharacters = System.Buffers.SearchValues.Create("-=_*:+ ");

    private static readonly System.Buffers.SearchValues<char> PageNumberCharacters = System.Buffers.SearchValues.Create("0123456789-–—―‐−─ー~[]<>/.PageAGEpofページ頁");

    private static readonly string[] PageNumberDress = ["Page", "page", "PAGE", "ページ", "頁", "p.", "P."];

    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "div", "span", "table", "thead", "tbody", "tr", "td", "th", "ul", "ol", "li", "b", "i", "u", "em", "strong", "sup",
        "sub", "font", "a", "hr", "img", "h1", "h2", "h3", "h4", "h5", "h6", "html", "body", "section", "article", "caption", "col",
    };

    /// <summary>The document with its layout blanked out, of the same length; lines and table cells are divided by line feeds.</summary>
    public static string Blank(string raw)
    {
        var text = raw.ToCharArray();
        var pageBreaks = BlankMarkup(text);
        var lines = Lines(text);
        foreach (var line in lines)
        {
            BlankBullet(text, line);
        }

        BlankPageNumbers(text, lines, pageBreaks);
        BlankRepeatedHeaders(text, lines, pageBreaks);
        return new(text);
    }

    /// <summary>Tags, entities, pipes and emphasis; answers the offsets of form feeds.</summary>
    private static List<int> BlankMarkup(char[] text)
    {
        var pageBreaks = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\f':
                    pageBreaks.Add(i);
                    text[i] = '\n';
                    break;
                case '\t' or '|' or '\v' or '\u0085' or '\u2028' or '\u2029':
                    text[i] = '\n';
                    break;
                case '\r':
                    text[i] = i + 1 < text.Length && text[i + 1] == '\n' ? ' ' : '\n';
                    break;
                case '<' when TagLength(text, i) is > 0 and var length:
                    text.AsSpan(i, length).Fill(' ');
                    text[i] = '\n';
                    break;
                case '&' when text.AsSpan(i).StartsWith("&nbsp;"):
                    text.AsSpan(i, 6).Fill(' ');
                    break;
                case '&' when text.AsSpan(i).StartsWith("&amp;"):
                    text.AsSpan(i + 1, 4).Fill(' ');
                    break;
                case '*' when i + 1 < text.Length && text[i + 1] == '*':
                    text.AsSpan(i, 2).Fill(' ');
                    break;
            }
        }

        return pageBreaks;
    }

    private static int TagLength(char[] text, int at)
    {
        var name = at + 1;
        if (name < text.Length && text[name] == '/')
        {
            name++;
        }

        var end = name;
        while (end < text.Length && end - at < LongestTag && text[end] is not ('>' or '<' or '\n'))
        {
            end++;
        }

        if (end >= text.Length || text[end] != '>')
        {
            return 0;
        }

        var word = new string(text, name, end - name).TrimEnd('/').Split(' ', 2)[0];
        return Tags.Contains(word) ? end - at + 1 : 0;
    }

    private static List<(int From, int To)> Lines(char[] text)
    {
        var lines = new List<(int, int)>();
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\n')
            {
                continue;
            }

            var (start, end) = (from, i);
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > start)
            {
                lines.Add((start, end));
            }

            from = i + 1;
        }

        return lines;
    }

    /// <summary>A markdown bullet, quote mark or heading mark before the text of a line, and lines that are only a rule.</summary>
    private static void BlankBullet(char[] text, (int From, int To) line)
    {
        var content = text.AsSpan(line.From, line.To - line.From);
        if (content.Length >= 2 && content.IndexOfAnyExcept(RuleCharacters) < 0)
        {
            content.Fill(' ');
            return;
        }

        while (content.Length > 1 && content[0] is '-' or '*' or '+' or '>' or '#' or '•' or '‣' or '●' or '■' && (content[0] is '#' or '•' or '‣' or '●' or '■' || content[1] == ' '))
        {
            // "- 12 -" is a page number and is looked at as a whole.
            if (content[0] == '-' && content[^1] == '-')
            {
                return;
            }

            content[0] = ' ';
            content = content[(content.Length - content.TrimStart().Length)..];
        }
    }

    private static void BlankPageNumbers(char[] text, List<(int From, int To)> lines, List<int> pageBreaks)
    {
        foreach (var (from, to) in lines)
        {
            if (to - from <= LongestPageNumberLine && IsPageNumber(MatchText.KeyOf(new(text, from, to - from))))
            {
                text.AsSpan(from, to - from).Fill(' ');
                pageBreaks.Add(from);
            }
        }
    }

    /// <summary>12, -12-, 12/34, p.12, Page12of34, 12ページ: nothing but a number dressed as a page number.</summary>
    private static bool IsPageNumber(string key)
    {
        if (key.AsSpan().ContainsAnyExcept(PageNumberCharacters))
        {
            return false;
        }

        var bare = key.Trim('-', '–', '—', '―', '‐', '−', '─', 'ー', '~', '[', ']', '<', '>');
        foreach (var dress in PageNumberDress)
        {
            bare = bare.Replace(dress, "", StringComparison.Ordinal);
        }

        var numbers = bare.Replace("of", "/", StringComparison.Ordinal).Split('/');
        return numbers.Length <= 2 && numbers.All(n => n.Length is > 0 and <= 4 && n.All(char.IsAsciiDigit));
    }

    /// <summary>Short lines right beside page breaks that come back with the same words (digits aside) on most pages.</summary>
    private static void BlankRepeatedHeaders(char[] text, List<(int From, int To)> lines, List<int> pageBreaks)
    {
        var pages = PageCount(pageBreaks);
        var beside = new Dictionary<int, string>();
        foreach (var at in pageBreaks)
        {
            var next = lines.BinarySearch((at, int.MaxValue));
            next = next < 0 ? ~next : next;
            for (var i = Math.Max(0, next - 2); i < Math.Min(lines.Count, next + 2); i++)
            {
                if (lines[i].To - lines[i].From <= LongestHeaderLine && text[lines[i].From] != ' ')
                {
                    beside.TryAdd(i, Masked(new(text, lines[i].From, lines[i].To - lines[i].From)));
                }
            }
        }

        foreach (var repeated in beside.GroupBy(l => l.Value, StringComparer.Ordinal).Where(g => OnMostPages(g.Count(), pages) && CanBeHeader(g.Key, g.Count(), pages)))
        {
            foreach (var (i, _) in repeated)
            {
                text.AsSpan(lines[i].From, lines[i].To - lines[i].From).Fill(' ');
            }
        }
    }

    /// <summary>A form feed and a page number close together are one break.</summary>
    private static int PageCount(List<int> pageBreaks)
    {
        var (pages, last) = (0, int.MinValue / 2);
        foreach (var at in pageBreaks.Order())
        {
            pages += at - last > SamePage ? 1 : 0;
            last = at;
        }

        return pages;
    }

    /// <summary>A sentence that is printed twice may stand beside a page break twice; only what most pages bear is a header.</summary>
    private static bool OnMostPages(int count, int pages) => count >= Math.Min(3, Math.Max(2, pages)) && count * 2 >= pages;

    private static string Masked(string line)
    {
        var key = MatchText.KeyOf(line);
        return string.Concat(key.Where((c, i) => i == 0 || !(char.IsAsciiDigit(c) && char.IsAsciiDigit(key[i - 1]))).Select(c => char.IsAsciiDigit(c) ? '#' : c));
    }

    /// <summary>
    /// A sentence, its wrapped tail, or a piece of a row's label is not a header however often it comes; a line in brackets, which
    /// may mark additions, is one only where nearly every page bears it.
    /// </summary>
    private static bool CanBeHeader(string masked, int count, int pages) =>
        masked.Length >= 3 && !Additions.IsSentence(masked) && !AnnexWords.Title.Contains(masked, StringComparison.Ordinal)
        && !masked.StartsWith(AnnexWords.Title, StringComparison.Ordinal) && !masked.EndsWith(')')
        && (!Additions.Is(masked) || (count >= 3 && count * 10 >= pages * 9));
}
