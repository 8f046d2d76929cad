using System.Globalization;
using System.Text;

namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// A text reduced to what two prints of the same words have in common: NFKC (digits, letters and brackets of any width), kanji
/// in place of radicals, no white space and no variation selectors, ○ as 〇, ･ as ・, 〜 as ~. Circled numbers stay what they are. Every character of the key knows where it came
/// from, so that what is found in the key can be shown as it was printed. Used for matching only, never as a stored text
/// (dossier §4 "Text").
/// </summary>
public sealed class MatchText
{
    private const int LongestCluster = 16;
    private static readonly string?[] Folded = new string?[char.MaxValue + 1];
    private readonly int[] origin;

    private MatchText(string raw, string key, int[] origin) => (Raw, Key, this.origin) = (raw, key, origin);

    /// <summary>The text as it was given.</summary>
    public string Raw { get; }

    /// <summary>The reduced text.</summary>
    public string Key { get; }

    /// <summary>Reduces a text, in time linear to its length.</summary>
    public static MatchText Of(string raw)
    {
        var key = new StringBuilder(raw.Length);
        var origins = new List<int>(raw.Length + 1);
        for (var i = 0; i < raw.Length;)
        {
            var length = ClusterLength(raw, i);
            var folded = length == 1 ? Fold(raw[i]) : FoldCluster(raw.Substring(i, length));
            key.Append(folded);
            for (var k = 0; k < folded.Length; k++)
            {
                origins.Add(i);
            }

            i += length;
        }

        origins.Add(raw.Length);
        return new(raw, key.ToString(), [.. origins]);
    }

    /// <summary>The reduced text alone.</summary>
    public static string KeyOf(string raw) => Of(raw).Key;

    /// <summary>Where in the raw text the key's character at <paramref name="index"/> begins; the raw length for the key's end.</summary>
    public int Origin(int index) => origin[index];

    /// <summary>The raw text behind a stretch of the key, without white space at either end.</summary>
    public string Slice(int from, int to) => Raw[origin[from]..origin[to]].Trim();

    private static int ClusterLength(string raw, int at)
    {
        var length = char.IsHighSurrogate(raw[at]) && at + 1 < raw.Length && char.IsLowSurrogate(raw[at + 1]) ? 2 : 1;
        while (length < LongestCluster && at + length < raw.Length && Joins(raw[at + length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>Combining marks, and the half-width voicing marks that NFKC joins with the kana before them.</summary>
    private static bool Joins(char c) =>
        c is 'ﾞ' or 'ﾟ' || (c >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    private static string Fold(char c) => Folded[c] ??= FoldOne(c);

    private static string FoldOne(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFEFF' or '\u200B' or '\u00AD' => "",
        >= '①' and <= '⑳' => c.ToString(),
        '○' or '◯' => "〇",
        '〜' => "~",
        _ when char.IsSurrogate(c) => c.ToString(),
        _ when KanjiForms.Of(c) is { } kanji => kanji,
        >= '\uFE00' and <= '\uFE0F' => "",
        _ => FoldCluster(c.ToString()),
    };

    private static string FoldCluster(string cluster)
    {
        if (!SoundText.Is(cluster))
        {
            // Half of a pair before a mark: it stays as it is, or two characters would become one.
            return cluster;
        }

        // A variation selector (U+E0100…) chooses among the shapes of one character.
        if (cluster is ['\uDB40', >= '\uDD00' and <= '\uDDEF', ..])
        {
            return "";
        }

        var folded = SoundText.Normal(cluster);
        return folded.AsSpan().ContainsAny(" \u3000\n") || folded.AsSpan().ContainsAnyInRange('\uFE00', '\uFE0F')
            ? string.Concat(folded.Where(c => !char.IsWhiteSpace(c) && c is < '\uFE00' or > '\uFE0F'))
            : folded;
    }
}
