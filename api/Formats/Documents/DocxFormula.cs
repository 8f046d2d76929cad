using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// A field of the kind EQ, with which Word writes signs over each other: furigana over its base text, a number in a circle. Its
/// code is all that it has; shown is the base text, and ① for a 1 in a circle.
/// </summary>
internal static partial class DocxFormula
{
    private const int LongestCode = 500;

    /// <summary>Whether a field's code is of this kind.</summary>
    public static bool IsOne(string? code) => code?.TrimStart().StartsWith("EQ ", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What the field shows; nothing for a formula that is none of the two.</summary>
    public static string Shown(string code)
    {
        if (code.Length > LongestCode || Over().Match(code) is not { Success: true } over)
        {
            return "";
        }

        var text = over.Groups["base"].Value;
        return over.Groups["ring"].Value is "○" or "〇" or "◯" && int.TryParse(SoundNumber(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 20
            ? ((char)('①' + number - 1)).ToString()
            : text;
    }

    private static string SoundNumber(string text) => string.Concat(text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));

    // \o\ad(\s\up 9(かな),漢字) and \o\ac(○,1)
    [GeneratedRegex(@"\\o\s*(\\a[a-z]+\s*)?\((\\s\s*\\up\s*[0-9]*\s*\([^()]*\)|(?<ring>[^(),;\\]))\s*[,;](?<base>[^()]*)\)\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Over();
}
