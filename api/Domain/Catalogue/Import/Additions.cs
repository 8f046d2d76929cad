namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>
/// Tells words that somebody has added to a text from what stands between its lines by layout alone: a stamp, a running title.
/// In doubt it is an addition, for a change that is called a stamp would be lost.
/// </summary>
internal static class Additions
{
    private const int LongestBracket = 300;
    private const string Opening = "【[〔({〈《";
    private static readonly System.Buffers.SearchValues<char> AnyOpening = System.Buffers.SearchValues.Create(Opening);
    private const string Closing = "】]〕)}〉》";
    private static readonly string[] Predicates =
        ["ただし", "但し", "なお、", "場合", "限り", "除く", "除き", "こと", "とき", "ものと", "しない", "でない", "できる", "準ずる", "認め"];

    /// <summary>Whether a line, in the form of the key, says something: it has brackets, is marked as a note, ends with what is left of a label, or is a sentence.</summary>
    public static bool Is(ReadOnlySpan<char> line) => line.Length > 0
        && (line[0] == '※' || line.ContainsAny(AnyOpening) || (line.Length > 1 && line[^1] == ')' && char.IsAsciiDigit(line[^2])) || IsSentence(line));

    /// <summary>Whether a line has what sentences have and titles have not.</summary>
    public static bool IsSentence(ReadOnlySpan<char> line)
    {
        if (line.Contains('。'))
        {
            return true;
        }

        foreach (var word in Predicates)
        {
            if (line.IndexOf(word, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the bracket ends that begins here; -1 where none begins, or none ends soon.</summary>
    public static int BracketEnd(string key, int at, int to)
    {
        var kind = at < to ? Opening.IndexOf(key[at], StringComparison.Ordinal) : -1;
        var close = kind < 0 ? -1 : key.IndexOf(Closing[kind], at, Math.Min(to, at + LongestBracket) - at);
        return close < 0 ? -1 : close + 1;
    }
}
