using System.Text;

namespace SecurityTracker.Formats.Documents;

/// <summary>Text files as Japanese offices keep them: UTF-8 or UTF-16 with or without a mark, or Shift_JIS.</summary>
internal static class PlainText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The lines of a text file; refuses what is text in none of the encodings.</summary>
    public static ReadOutcome<ReadDocument> Read(byte[] bytes)
    {
        var text = Decode(bytes);
        return text is null || text.Contains('\0', StringComparison.Ordinal)
            ? ReadingRefusals.FileUnreadable
            : new ReadDocument([.. LinesOf(text.ReplaceLineEndings("\n")).Select(line => new ReadBlock([line]))]);
    }

    // Two more than may be read are enough to see that there are too many: the last may be what stands after the last line's end.
    private static IEnumerable<string> LinesOf(string text)
    {
        var lines = text.Split('\n', ReadDocument.MostBlocks + 2);
        return lines is [.., _, ""] ? lines.SkipLast(1) : lines;
    }

    private static string? Decode(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Try(Utf8, bytes.AsSpan(3)),
        [0xFF, 0xFE, ..] => Try(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
        [0xFE, 0xFF, ..] => Try(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
        _ => Try(Utf8, bytes) ?? Try(ShiftJis, bytes),
    };

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
