namespace SecurityTracker.Formats.Mails;

/// <summary>Base64 and quoted-printable, read as far as they can be: what belongs to neither is left out.</summary>
internal static class TransferEncodings
{
    /// <summary>The content of a part, by its Content-Transfer-Encoding.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> content, string? encoding) => encoding?.Trim().ToUpperInvariant() switch
    {
        "BASE64" => Base64(content),
        "QUOTED-PRINTABLE" => QuotedPrintable(content),
        _ => content.ToArray(),
    };

    /// <summary>Base64 with whatever stands between its characters; several pieces, each with its own padding, are read on.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        var (length, bits, held) = (0, 0, 0);
        foreach (var character in text)
        {
            var value = ValueOf(character);
            if (value < 0)
            {
                if (character == (byte)'=')
                {
                    (bits, held) = (0, 0);
                }

                continue;
            }

            (bits, held) = (((bits << 6) | value) & 0xFFFF, held + 6);
            if (held >= 8)
            {
                held -= 8;
                bytes[length++] = (byte)(bits >> held);
            }
        }

        return bytes[..length];
    }

    /// <summary>Quoted-printable: soft line ends and spaces before line ends go.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != (byte)'=')
            {
                bytes[length++] = text[at];
            }
            else if (at + 2 < text.Length && char.IsAsciiHexDigit((char)text[at + 1]) && char.IsAsciiHexDigit((char)text[at + 2]))
            {
                bytes[length++] = (byte)((Convert.FromHexString([(char)text[at + 1], (char)text[at + 2]]))[0]);
                at += 2;
            }
            else
            {
                at = EndOfSoftBreak(text, at);
            }
        }

        return bytes[..length];
    }

    private static int EndOfSoftBreak(ReadOnlySpan<byte> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            end++;
        }

        return end < text.Length && text[end] == (byte)'\n' ? end : at;
    }

    private static int ValueOf(byte character) => character switch
    {
        >= (byte)'A' and <= (byte)'Z' => character - 'A',
        >= (byte)'a' and <= (byte)'z' => character - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => character - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
