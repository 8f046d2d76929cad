using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SecurityTracker.Domain;

/// <summary>
/// What every text that a person types must be before it may enter an event: something to read, not too long, and nothing
/// that the form, PostgreSQL or XML cannot carry. Texts are kept exactly as they came; nothing is trimmed or normalised.
/// </summary>
public static class Texts
{
    /// <summary>The longest reason, comment or method, in characters (code points).</summary>
    public const int MaxParagraphs = 4000;

    /// <summary>One line, wanted. Refuses blank, longer than <paramref name="max"/> characters, line breaks and control characters.</summary>
    public static Refusal? Line(string? text, int max, string pointer) => Check(text, max, lineBreaks: false)?.At(pointer);

    /// <summary>One line, or null where there is nothing to say; what is given obeys <see cref="Line"/>.</summary>
    public static Refusal? OptionalLine(string? text, int max, string pointer) => text is null ? null : Line(text, max, pointer);

    /// <summary>One or more lines, wanted, at most <see cref="MaxParagraphs"/> characters.</summary>
    public static Refusal? Paragraphs(string? text, string pointer) => Check(text, MaxParagraphs, lineBreaks: true)?.At(pointer);

    /// <summary>Whether there is nothing in the text that a reader would see (spaces and invisible marks alone count as nothing).</summary>
    public static bool IsBlank([NotNullWhen(false)] string? text) => text is null || text.EnumerateRunes().All(Invisible);

    /// <summary>Length in characters as people count them in Japanese text: code points, so that 𠮷 is one.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    private static Refusal? Check(string? text, int max, bool lineBreaks) => text switch
    {
        _ when IsBlank(text) => TextRefusals.Missing,
        _ when Length(text) > max => TextRefusals.TooLong(max),
        _ when !IsPrintable(text, lineBreaks) => TextRefusals.NotPrintable,
        _ => null,
    };

    /// <summary>Whether the text holds nothing but what can be printed and kept: no control characters, no half surrogate pairs.</summary>
    public static bool IsPrintable(string text, bool lineBreaks)
    {
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) ? 2 : 1)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || !IsPrintable(rune, lineBreaks))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrintable(Rune rune, bool lineBreaks) => rune.Value switch
    {
        '\n' or '\r' or '\t' => lineBreaks,
        0xFFFE or 0xFFFF => false,
        _ => Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
    };

    private static bool Invisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}

/// <summary>Refusals of a text field, said at its pointer.</summary>
public static class TextRefusals
{
    /// <summary>Nothing is written in a field that is wanted.</summary>
    public static readonly Refusal Missing = new("text-missing", RefusalKind.INVALID, new(
        "入力が必要な項目です。入力してから、もう一度お試しください。", "This field is required. Fill it in and try again."));

    /// <summary>Control characters and the like, which no form can print.</summary>
    public static readonly Refusal NotPrintable = new("text-not-printable", RefusalKind.INVALID, new(
        "印字できない文字（制御文字など）が含まれています。取り除いてから、もう一度お試しください。",
        "The text holds characters that cannot be printed, such as control characters. Remove them and try again."));

    /// <summary>More than <paramref name="max"/> characters.</summary>
    public static Refusal TooLong(int max) => new("text-too-long", RefusalKind.INVALID, new(
        string.Create(CultureInfo.InvariantCulture, $"{max}文字以内で入力してください。"),
        string.Create(CultureInfo.InvariantCulture, $"Shorten the text to at most {max} characters.")));
}
