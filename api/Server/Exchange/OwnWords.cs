using System.Text.RegularExpressions;

namespace SecurityTracker.Server.Exchange;

/// <summary>
/// What a mail's writer has written, without what the mail quotes: the ways of Outlook, Gmail, Apple Mail, Thunderbird, Becky!,
/// Shuriken, Notes and their like to mark the mail that is answered.
/// </summary>
internal static partial class OwnWords
{
    // No program marks what it quotes by a longer line; a line may be a megabyte.
    private const int LongestMark = 400;

    /// <summary>The lines of the writer's own, without blank ones; one pass over the text.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var own = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, next) = (lines[i], i + 1 < lines.Count ? lines[i + 1] : "");
            if (IsQuoted(line))
            {
                continue;
            }

            if (line.Length > LongestMark)
            {
                own.Add(line);
                continue;
            }

            if (IsAttribution(line) || (Begins().IsMatch(line) && IsAttribution(next)))
            {
                // What is marked line by line may be answered below; what is not goes on to the end.
                if (IsQuoted(next) || IsAttribution(next))
                {
                    continue;
                }

                break;
            }

            if (line == "--" || Separator().IsMatch(line.Length > LongestMark ? line[..LongestMark] : line) || Sender().IsMatch(line) || (Field().IsMatch(line) && Field().IsMatch(next)))
            {
                break;
            }

            own.Add(line);
        }

        return own;
    }

    private static bool IsAttribution(string line) => line.Length <= LongestMark && Attribution().IsMatch(line);

    private static bool IsQuoted(string line) => line.Length > 0 && (line[0] is '>' or '＞' or '|' or '｜' or '│' or '≫' or '》' || Initials().IsMatch(line));

    [GeneratedRegex("^[A-Za-z]{1,4}[>＞]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Initials();

    /// <summary>「-----元のメッセージ-----」, 「---------- Forwarded message ---------」, Outlook's rule, 「Begin forwarded message:」.</summary>
    [GeneratedRegex("^[-_=*＿ー―─－]{2,}.{0,60}(original|message|wrote|forward|元の|メッセージ|メール|転送|返信|引用)|^[_＿]{8,}$|^[-=─―－]{20,}$|^begin forwarded message|^転送されたメッセージ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[*＊]?(差出人|送信元|送信者|発信者|発信元|from|von|de)[*＊]?\s*[:：]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sender();

    /// <summary>A field of a quoted header; one alone may be the writer's own.</summary>
    [GeneratedRegex(@"^[*＊]?(宛先|to|cc|送信日時|送信日|日時|日付|sent|date|件名|subject)[*＊]?\s*[:：]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    /// <summary>「On Fri, Nov 27, 2026 at 10:15 AM X wrote:」, 「2026年11月27日(金) 10:15 X &lt;x@…&gt;:」, 「… さんは書きました:」, 「…のメール：」.</summary>
    [GeneratedRegex(@"(wrote|writes|書きました|書かれました|のメッセージ|のメール|さんは)\s*[:：]?\s*[-]*$|^[^。]{0,120}\d{4}[^。]{0,120}[<＜][^<>＜＞\s]{1,120}@[^<>＜＞\s]{1,120}[>＞]\s*[:：]$|^[^。]{0,80}\d{4}\s?[/年-]\s?\d{1,2}\s?[/月-]\s?\d{1,2}日?[^。]{0,80}[:：]$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribution();

    /// <summary>The first of two lines of such words, and Notes' line of name, date and hour.</summary>
    [GeneratedRegex(@"^on\s.{0,160}\d|^\d{4}[年/-]\d{1,2}[月/-]\d{1,2}.{0,120}$|^.{1,80}/.{1,80}\d{4}/\d{1,2}/\d{1,2}\s+\d{1,2}:\d{2}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Begins();
}
