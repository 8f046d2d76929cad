using System.Buffers;
using System.Text;

namespace SecurityTracker.Domain;

/// <summary>
/// What no text of this program holds, wherever it came from: U+0000 (PostgreSQL), half of a surrogate pair (UTF-8), U+FFFE and U+FFFF
/// (XML and Unicode's own normalisation). Input that has one is refused; what is read out of files and mails is cleaned of it after
/// its last decoding, since an entity or an escape can bring one back that no byte of the file shows.
/// </summary>
public static class SoundText
{
    private static readonly SearchValues<char> Never = SearchValues.Create("\0\uFFFE\uFFFF");

    /// <summary>Whether nothing of the kind stands in the text.</summary>
    public static bool Is(string? text)
    {
        if (text is null || !Suspect(text))
        {
            return true;
        }

        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) ? 2 : 1)
        {
            if (Never.Contains(text[i]) || !Rune.TryGetRuneAt(text, i, out _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text without it; half of a pair is shown as U+FFFD, since something stood there.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Is(text) ? text : string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || !Never.Contains((char)rune.Value)));
    }

    /// <summary>The text, cleaned and in a normal form of Unicode: the only way to one, since the one of strings throws on what is not sound.</summary>
    public static string Normal(string text, NormalizationForm form = NormalizationForm.FormKC) =>
#pragma warning disable RS0030 // This is the one place.
        Of(text).Normalize(form);
#pragma warning restore RS0030

    private static bool Suspect(ReadOnlySpan<char> text) => text.ContainsAny(Never) || text.ContainsAnyInRange('\uD800', '\uDFFF');
}
