using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// Reads <c>=?charset?B?…?=</c> in header texts (RFC 2047), also as it is done and not as it should be: characters cut in half
/// between two words, words inside quotes, bytes without any word at all.
/// </summary>
internal static class EncodedWords
{
    /// <summary>The text of a header that was read byte by byte as Latin-1.</summary>
    public static string Decode(string text)
    {
        var decoded = new StringBuilder();
        var pending = new List<byte>();
        string? charset = null;
        var at = 0;
        while (at < text.Length)
        {
            var begin = text.IndexOf("=?", at, StringComparison.Ordinal);
            var word = begin < 0 ? null : Word.At(text, begin);
            var between = text[at..(begin < 0 ? text.Length : word is null ? begin + 2 : begin)];
            // White space between two words is no text; bytes of one character may lie on both sides of it.
            if (charset is null || word is null || !string.IsNullOrWhiteSpace(between))
            {
                Flush();
                decoded.Append(Charsets.FromLatin1(between));
            }

            if (word is null)
            {
                at = begin < 0 ? text.Length : begin + 2;
                continue;
            }

            if (charset is not null && !charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
            }

            charset = word.Charset;
            pending.AddRange(word.Bytes);
            at = word.End;
        }

        Flush();
        return decoded.ToString();

        void Flush()
        {
            if (charset is not null)
            {
                decoded.Append(Charsets.Decode([.. pending], charset));
                pending.Clear();
                charset = null;
            }
        }
    }

    private sealed record Word(string Charset, byte[] Bytes, int End)
    {
        private const int Longest = 4096;

        /// <summary>The word that begins here, or null if none does.</summary>
        public static Word? At(string text, int begin)
        {
            var first = text.IndexOf('?', begin + 2);
            if (first < 0 || first - begin > 60 || first + 2 >= text.Length || text[first + 2] != '?')
            {
                return null;
            }

            var end = text.IndexOf("?=", first + 3, Math.Min(Longest, text.Length - first - 3), StringComparison.Ordinal);
            if (end < 0)
            {
                return null;
            }

            var content = text[(first + 3)..end];
            // A language may follow the charset (RFC 2231 §5).
            var charset = text[(begin + 2)..first].Split('*')[0];
            return char.ToUpperInvariant(text[first + 1]) switch
            {
                'B' => new(charset, TransferEncodings.Base64(Encoding.Latin1.GetBytes(content)), end + 2),
                'Q' => new(charset, TransferEncodings.QuotedPrintable(Encoding.Latin1.GetBytes(content.Replace('_', ' '))), end + 2),
                _ => null,
            };
        }
    }
}
