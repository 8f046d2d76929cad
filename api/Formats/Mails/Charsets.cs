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

    /// <summary>The bytes of a header as the standards have them: what lies in them in no encoding that is named is guessed, and becomes UTF-8.</summary>
    public static byte[] Named(byte[] header) => Ascii.IsValid(header) && !header.Contains((byte)Escape) ? header : Encoding.UTF8.GetBytes(Guess(header));

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
        var name = charset?.Trim().ToUpperInvariant();
        if (name is null or "" or "US-ASCII" or "ASCII" or "UNKNOWN-8BIT" or "DEFAULT")
        {
            return null;
        }

        try
        {
            var encoding = Encoding.GetEncoding(name);
            return encoding.CodePage == Utf8.CodePage ? Utf8
                : encoding.CodePage == ShiftJis.CodePage ? ShiftJis
                : encoding.CodePage == EucJp.CodePage ? EucJp
                : encoding;
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
