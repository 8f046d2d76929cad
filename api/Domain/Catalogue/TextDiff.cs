using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Catalogue;

/// <summary>What became of a stretch of text.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiffOp>))]
public enum DiffOp
{
    /// <summary>It stands in both texts.</summary>
    [JsonStringEnumMemberName("equal")]
    EQUAL,

    /// <summary>It stands in the first text only.</summary>
    [JsonStringEnumMemberName("delete")]
    DELETE,

    /// <summary>It stands in the second text only.</summary>
    [JsonStringEnumMemberName("insert")]
    INSERT,
}

/// <summary>A stretch of text in a diff, as printed (an equal stretch as the second text prints it).</summary>
public sealed record DiffPart(DiffOp Op, string Text);

/// <summary>One difference between two keys: <c>[From, FromEnd)</c> of the first stands where <c>[To, ToEnd)</c> of the second does.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Edit(int From, int FromEnd, int To, int ToEnd);

/// <summary>
/// Differences between two texts, by character (Myers, An O(ND) Difference Algorithm, 1986) over their match keys, so that width
/// and layout are never a difference, then grouped to runs that a person can read. Deterministic.
/// </summary>
public static class TextDiff
{
    // Beyond this many single-character edits two texts have little in common; the rest is then shown as one replacement.
    private const int MostEdits = 1200;

    /// <summary>The second text beside the first; one equal piece when the same words are printed.</summary>
    public static IReadOnlyList<DiffPart> Between(string from, string to) => Between(MatchText.Of(from), MatchText.Of(to));

    /// <summary>The second text beside the first, both already reduced.</summary>
    public static IReadOnlyList<DiffPart> Between(MatchText from, MatchText to)
    {
        var pieces = new List<DiffPart>();
        var at = 0;
        foreach (var edit in Readable(Edits(from.Key, to.Key), from.Key, to.Key))
        {
            Add(pieces, DiffOp.EQUAL, to, at, edit.To);
            Add(pieces, DiffOp.DELETE, from, edit.From, edit.FromEnd);
            Add(pieces, DiffOp.INSERT, to, edit.To, edit.ToEnd);
            at = edit.ToEnd;
        }

        Add(pieces, DiffOp.EQUAL, to, at, to.Key.Length);
        return pieces;
    }

    /// <summary>The smallest differences between two keys, in order.</summary>
    public static IReadOnlyList<Edit> Edits(string from, string to)
    {
        var prefix = from.AsSpan().CommonPrefixLength(to);
        var suffix = 0;
        while (suffix < Math.Min(from.Length, to.Length) - prefix && from[^(suffix + 1)] == to[^(suffix + 1)])
        {
            suffix++;
        }

        var a = from.AsSpan(prefix, from.Length - prefix - suffix);
        var b = to.AsSpan(prefix, to.Length - prefix - suffix);
        if (a.Length == 0 && b.Length == 0)
        {
            return [];
        }

        var path = a.Length == 0 || b.Length == 0 ? null : ShortestPath(a, b);
        return path is null
            ? [new(prefix, prefix + a.Length, prefix, prefix + b.Length)]
            : [.. path.Select(e => new Edit(e.From + prefix, e.FromEnd + prefix, e.To + prefix, e.ToEnd + prefix))];
    }

    /// <summary>How much two keys have in common, from 0 to 1 (Dice's coefficient over pairs of characters).</summary>
    public static double Similarity(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2)
        {
            return one == other ? 1 : 0;
        }

        var pairs = new Dictionary<int, int>();
        for (var i = 1; i < one.Length; i++)
        {
            var pair = (one[i - 1] << 16) | one[i];
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        var common = 0;
        for (var i = 1; i < other.Length; i++)
        {
            var pair = (other[i - 1] << 16) | other[i];
            if (pairs.GetValueOrDefault(pair) is > 0 and var left)
            {
                pairs[pair] = left - 1;
                common++;
            }
        }

        return 2.0 * common / (one.Length + other.Length - 2);
    }

    private static List<Edit>? ShortestPath(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var most = Math.Min(a.Length + b.Length, MostEdits);
        var reach = new int[(2 * most) + 3];
        var middle = most + 1;
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add(reach[(middle - d)..(middle + d + 1)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]) ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
                var y = x - k;
                while (x < a.Length && y < b.Length && a[x] == b[y])
                {
                    x++;
                    y++;
                }

                reach[middle + k] = x;
                if (x >= a.Length && y >= b.Length)
                {
                    return WalkBack(trace, a.Length, b.Length);
                }
            }
        }

        return null;
    }

    private static List<Edit> WalkBack(List<int[]> trace, int x, int y)
    {
        var edits = new List<Edit>();
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var before = trace[d];
            int Reach(int diagonal) => diagonal >= -d && diagonal <= d ? before[diagonal + d] : -1;
            var k = x - y;
            var down = k == -d || (k != d && Reach(k - 1) < Reach(k + 1));
            var fromX = Reach(down ? k + 1 : k - 1);
            var fromY = fromX - (down ? k + 1 : k - 1);
            Prepend(edits, new(fromX, down ? fromX : fromX + 1, fromY, down ? fromY + 1 : fromY));
            (x, y) = (fromX, fromY);
        }

        edits.Reverse();
        return edits;
    }

    private static void Prepend(List<Edit> reversed, Edit edit)
    {
        if (reversed.Count > 0 && reversed[^1] is var last && last.From == edit.FromEnd && last.To == edit.ToEnd)
        {
            reversed[^1] = new(edit.From, last.FromEnd, edit.To, last.ToEnd);
        }
        else
        {
            reversed.Add(edit);
        }
    }

    /// <summary>
    /// Joins edits whose common text between them is no longer than the edits themselves, and widens an edit inside a number or a
    /// Latin word to the whole of it.
    /// </summary>
    private static List<Edit> Readable(IReadOnlyList<Edit> edits, string from, string to)
    {
        var readable = new List<Edit>();
        for (var i = 0; i < edits.Count; i++)
        {
            var joined = WholeWords(edits[i], i == 0 ? 0 : edits[i - 1].FromEnd, i == edits.Count - 1 ? from.Length : edits[i + 1].From, from, to);
            while (readable.Count > 0 && readable[^1] is var last && joined.To - last.ToEnd is var between
                && (between <= 0 || (between <= Size(last) && between <= Size(joined))))
            {
                joined = new(Math.Min(last.From, joined.From), joined.FromEnd, Math.Min(last.To, joined.To), joined.ToEnd);
                readable.RemoveAt(readable.Count - 1);
            }

            readable.Add(joined);
        }

        return readable;
    }

    private static int Size(Edit edit) => Math.Max(edit.FromEnd - edit.From, edit.ToEnd - edit.To);

    /// <summary>Widens an edit over the equal text around it, which reaches from <paramref name="first"/> to <paramref name="last"/> in the first key.</summary>
    private static Edit WholeWords(Edit edit, int first, int last, string from, string to)
    {
        var (start, startTo, end, endTo) = (edit.From, edit.To, edit.FromEnd, edit.ToEnd);
        if (IsWord(from, start, end) || IsWord(to, startTo, endTo))
        {
            while (start > first && char.IsAsciiLetterOrDigit(from[start - 1]))
            {
                start--;
                startTo--;
            }

            while (end < last && char.IsAsciiLetterOrDigit(from[end]))
            {
                end++;
                endTo++;
            }
        }

        return new(start, end, startTo, endTo);
    }

    private static bool IsWord(string text, int from, int to) =>
        to > from && text.AsSpan(from, to - from).IndexOfAnyExcept(WordCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> WordCharacters =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static void Add(List<DiffPart> pieces, DiffOp op, MatchText text, int from, int to)
    {
        if (to > from)
        {
            pieces.Add(new(op, text.Raw[text.Origin(from)..text.Origin(to)]));
        }
    }
}
