using System.Globalization;

namespace SecurityTracker.Formats.Documents;

/// <summary>Check boxes and ticks, which Word keeps in many ways.</summary>
internal static class DocxSymbols
{
    /// <summary>A ticked box.</summary>
    public const string Ticked = "☑";

    /// <summary>An empty box.</summary>
    public const string Empty = "☐";

    /// <summary>A box as a file says it.</summary>
    public static string Box(bool isTicked) => isTicked ? Ticked : Empty;

    /// <summary>Text as it shows: signs of Wingdings are often kept as private characters (U+F0xx) among others.</summary>
    public static string Plain(string text) => text.AsSpan().ContainsAnyInRange('\uF020', '\uF0FF')
        ? string.Concat(text.Select(c => c is >= '\uF020' and <= '\uF0FF' ? Of("Wingdings", ((int)c).ToString("X4", CultureInfo.InvariantCulture)) : c.ToString()))
        : text;

    /// <summary>What a sign of a symbol font (w:sym) shows; nothing for one that is no box or tick.</summary>
    /// <param name="code">Hexadecimal, often with F000 added.</param>
    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sign))
        {
            return "";
        }

        return (font?.ToUpperInvariant(), sign & 0xFF) switch
        {
            ("WINGDINGS", 0xFE or 0xFD or 0xFC or 0xFB) => Ticked,
            ("WINGDINGS", 0x6F or 0x70 or 0x71 or 0x72 or 0xA8) => Empty,
            ("WINGDINGS", 0x6E) => "■",
            ("WINGDINGS 2", 0x50 or 0x51 or 0x52 or 0x53 or 0x54) => Ticked,
            ("WINGDINGS 2", 0xA3 or 0x2A or 0x35) => Empty,
            ("WINGDINGS", _) or ("WINGDINGS 2", _) or ("WINGDINGS 3", _) or ("WEBDINGS", _) or ("SYMBOL", _) => "",
            _ => sign is > 0x20 and < 0xD800 ? ((char)sign).ToString() : "",
        };
    }
}
