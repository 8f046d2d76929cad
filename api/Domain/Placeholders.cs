using System.Text.RegularExpressions;

namespace SecurityTracker.Domain;

/// <summary>
/// What stands in a form where somebody is still to write: the circles of a pattern (経済産業省○○○課長), a date without its figures
/// (令和　年　月　日). A document that is frozen with one of them says nothing in that place.
/// </summary>
public static partial class Placeholders
{
    private const string Kanji = "一二三四五六七八九十百千";

    /// <summary>The first placeholder in a line of a header, as it is written there, or null. Beside circles the other marks of patterns count here.</summary>
    public static string? InLine(string? text) => InText(text) ?? First(Marks(), text);

    /// <summary>The first placeholder in a text of its own words, or null: two circles or more, or a date without figures.</summary>
    public static string? InText(string? text) => First(Circles(), text) ?? First(BlankDate(), text);

    private static string? First(Regex pattern, string? text) =>
        pattern.Matches(text ?? "").Select(match => match.Value).FirstOrDefault(found => found.Length > 0);

    // 〇 is the zero of figures in kanji, too: 二〇〇〇年 is none.
    [GeneratedRegex($"(?<![{Kanji}〇])(?:[○〇◯●][\\s　]?){{2,}}(?![{Kanji}])|(?<=[{Kanji}])[○◯●]{{2,}}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Circles();

    [GeneratedRegex("[△▲□◇×＊*＿_]{2,}|[（(][\\s　]+[）)]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("[\\s　○◯●＿_]+年[\\s　○◯●＿_]+月|年[\\s　○◯●＿_]+月[\\s　○◯●＿_]+日", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlankDate();
}
