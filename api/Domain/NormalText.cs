using System.Text;

namespace SecurityTracker.Domain;

/// <summary>Texts as they are compared, whatever width and form their letters were typed in.</summary>
public static class NormalText
{
    private const char NotACharacter = '\uFFFE';

    /// <summary>The text in NFKC. What is no character (a half surrogate pair, U+FFFE), on which the framework throws, counts as U+FFFD.</summary>
    public static string Nfkc(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.Value == NotACharacter ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }
}
