using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SecurityTracker.Domain;

/// <summary>
/// Names of people, organisations and 課室. They stand in mails to people outside, who would take an address in them for ours; so a
/// name holds none, however it is spelt, and nothing that a reader cannot see.
/// </summary>
public static partial class Names
{
    // Signs that join letters in some scripts and variation selectors of kanji are part of real names.
    private static readonly Rune[] Joiners = [new(0x200C), new(0x200D)];

    /// <summary>One line without addresses and hidden signs, at most <paramref name="max"/> characters.</summary>
    public static Refusal? Line(string? text, int max, string pointer) => Texts.Line(text, max, pointer) ?? (text is null ? null : Check(text)?.At(pointer));

    /// <summary>Why a text that is otherwise fine is no name, or null.</summary>
    public static Refusal? Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Any(IsHidden) ? NameRefusals.HoldsHidden : HoldsAddress(text) ? NameRefusals.HoldsAddress : null;
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !Joiners.Contains(rune);

    /// <summary>Whether a reader, or the reader's mail program, would find an address in it.</summary>
    private static bool HoldsAddress(string text)
    {
        var plain = SoundText.Normal(text).ToLowerInvariant().Replace('。', '.').Replace('｡', '.');
        var spelt = Disguised().Replace(string.Concat(plain.EnumerateRunes().Where(rune => !Joiners.Contains(rune))), ".");
        return Scheme().IsMatch(spelt) || Mail().IsMatch(spelt) || Host().IsMatch(spelt) || Numbers().IsMatch(spelt);
    }

    /// <summary>Dots as people write them who do not want to be found: [.] (dot) {.} [dot].</summary>
    [GeneratedRegex(@"\s*[\[\(\{（［｛]\s*(?:\.|dot|ドット)\s*[\]\)\}）］｝]\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Disguised();

    /// <summary>https:// and its disguises, and www.</summary>
    [GeneratedRegex(@"[a-z]\s*:\s*[/\\⁄∕]\s*[/\\⁄∕]|h(?:tt|xx|\*\*)ps?\s*:|mailto\s*:|(?:^|[^a-z0-9])www\s*\.", RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();

    /// <summary>somebody@somewhere, also with (at).</summary>
    [GeneratedRegex(@"[^\s@]\s*(?:@|[\[\(\{]\s*(?:at|アット)\s*[\]\)\}])\s*[^\s@]+\.[^\s@]", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    /// <summary>A host: a label, a dot, and a country's two letters or a domain that is in use. 株式会社Ａ．Ｂ and J.Smith are none.</summary>
    [GeneratedRegex(
        @"[\p{L}\p{N}][\p{L}\p{N}-]+\.(?:[a-z]{2}|com|net|org|info|biz|edu|gov|mil|int|app|dev|web|site|online|shop|store|xyz|top|club|link|click|page|pages|cloud|live|life|work|works|zip|mov|icu|vip|pro|name|mobi|asia|tokyo|osaka|example|test|local|localhost|invalid|onion|xn--[a-z0-9-]+|みんな|コム|セール|ファッション|ストア|グーグル|アマゾン|クラウド|ポイント|ニュース)(?:$|[^\p{L}\p{N}])",
        RegexOptions.NonBacktracking)]
    private static partial Regex Host();

    /// <summary>192.0.2.1.</summary>
    [GeneratedRegex(@"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}

/// <summary>Why a text is no name.</summary>
public static class NameRefusals
{
    /// <summary>A web or mail address in a name.</summary>
    public static readonly Refusal HoldsAddress = new("name-holds-address", RefusalKind.INVALID, new(
        "名称・氏名に、Webアドレスやメールアドレスは入れられません。取り除いてください。",
        "A name cannot hold a web or mail address. Remove it."));

    /// <summary>Signs that nobody sees, or that turn the direction of the text.</summary>
    public static readonly Refusal HoldsHidden = new("name-holds-hidden", RefusalKind.INVALID, new(
        "名称・氏名に、目に見えない文字（文字の向きを変える記号など）が含まれています。取り除いてください。",
        "The name holds invisible characters, such as those that turn the direction of the text. Remove them."));
}
