using System.Text;
using System.Text.RegularExpressions;

namespace SecurityTracker.Formats.Mails;

/// <summary>The encodings that mails come in, Japan's above all, under the names that mail programs give them.</summary>
internal static partial class Charsets
{
    private const char Escape = '\u001B';
    private const int LongestHead = 4096;
    private static readonly EncodingProvider Pages = CodePagesEncodingProvider.Instance;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = Strict(932);
    private static readonly Encoding EucJp = Strict(51932);
    private static readonly Encoding Iso2022Jp = Pages.GetEncoding(50220)!;

    /// <summary>The text of bytes that say which encoding they are in; where they lie, or say nothing, the encoding is guessed.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        try
        {
            return Find(charset) is { } encoding ? Printable(encoding.GetString(bytes)) : Guess(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Guess(bytes);
        }
    }

    /// <summary>The text of an HTML page: as it is said outside of it, else as the page itself says, else guessed.</summary>
    /// <returns>The text, and whether it was guessed.</returns>
    public static (string Text, bool Guessed) DecodePage(ReadOnlySpan<byte> page, string? charset)
    {
        foreach (var name in new[] { charset, NamedIn(page) })
        {
            try
            {
                if (Find(name) is { } encoding && (!encoding.Equals(Iso2022Jp) || page.Contains((byte)Escape) || Ascii.IsValid(page)))
                {
                    return (Printable(encoding.GetString(page)), false);
                }
            }
            catch (DecoderFallbackException)
            {
                // It lies.
            }
        }

        return (Guess(page), !Ascii.IsValid(page) || page.Contains((byte)Escape));
    }

    /// <summary>The encoding in the page's own meta element.</summary>
    private static string? NamedIn(ReadOnlySpan<byte> page)
    {
        var head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, LongestHead)]);
        return MetaCharset().Match(head) is { Success: true } found ? found.Groups["name"].Value : null;
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?\\s*(?<name>[A-Za-z0-9_:.-]{1,40})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetaCharset();

    /// <summary>Header text that was read byte by byte as Latin-1, as what it was meant to be.</summary>
    public static string FromLatin1(string text) => text.All(char.IsAscii) && !text.Contains(Escape, StringComparison.Ordinal)
        ? text
        : Guess(Encoding.Latin1.GetBytes(text));

    private static string Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)Escape) is var escape and >= 0 && escape + 1 < bytes.Length && bytes[escape + 1] is (byte)'$' or (byte)'(')
        {
            return Printable(Iso2022Jp.GetString(bytes));
        }

        foreach (var encoding in (ReadOnlySpan<Encoding>)[Utf8, EucJp, ShiftJis])
        {
            try
            {
                return Printable(encoding.GetString(bytes));
            }
            catch (DecoderFallbackException)
            {
                // Not this one.
            }
        }

        return Printable(Encoding.UTF8.GetString(bytes));
    }

    private static Encoding? Find(string? charset)
    {
        switch (charset?.Trim().ToUpperInvariant())
        {
            case null or "" or "US-ASCII" or "ASCII" or "UNKNOWN-8BIT" or "DEFAULT":
                return null;
            case "UTF-8" or "UTF8" or "CP65001":
                return Utf8;
            case "ISO-2022-JP" or "ISO-2022-JP-1" or "ISO-2022-JP-2" or "ISO-2022-JP-MS" or "CP50220" or "CP50221" or "CSISO2022JP":
                return Iso2022Jp;
            case "SHIFT_JIS" or "SHIFT-JIS" or "SJIS" or "X-SJIS" or "WINDOWS-31J" or "CP932" or "MS932" or "MS_KANJI":
                return ShiftJis;
            case "EUC-JP" or "EUCJP" or "X-EUC-JP" or "EUCJP-MS" or "CP51932":
                return EucJp;
            case { Length: <= 40 } other:
                return Other(other);
            default:
                return null;
        }
    }

    private static Encoding? Other(string name)
    {
        try
        {
            return Pages.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding Strict(int page) => Pages.GetEncoding(page, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Without what no text holds and no database takes.</summary>
    private static string Printable(string text) => text.Replace("\0", "", StringComparison.Ordinal).TrimStart('\uFEFF');
}
