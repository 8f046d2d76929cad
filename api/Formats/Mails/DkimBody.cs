using System.Security.Cryptography;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// The body as it is signed (RFC 6376 §3.4.3, §3.4.4): without the empty lines at its end and, relaxed, without differences in
/// white space. It is hashed as it is read and never stands in memory a second time.
/// </summary>
/// <param name="Length">Of that form, in bytes.</param>
internal sealed record DkimBody(byte[] Hash, long Length)
{
    /// <summary>Hashes a body whose lines end in CR LF.</summary>
    public static DkimBody Of(ReadOnlySpan<byte> body, bool relaxed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new byte[body.Length + 2];
        var (length, empty) = (0L, 0L);
        while (!body.IsEmpty)
        {
            var end = body.IndexOf("\r\n"u8);
            var given = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 2)..];
            var count = relaxed ? Collapse(given, line) : Copy(given, line);
            if (count == 0)
            {
                empty++;
                continue;
            }

            for (; empty > 0; empty--)
            {
                hash.AppendData("\r\n"u8);
                length += 2;
            }

            hash.AppendData(line.AsSpan(0, count));
            hash.AppendData("\r\n"u8);
            length += count + 2;
        }

        if (length == 0 && !relaxed)
        {
            hash.AppendData("\r\n"u8);
            length = 2;
        }

        return new(hash.GetHashAndReset(), length);
    }

    private static int Copy(ReadOnlySpan<byte> line, byte[] into)
    {
        line.CopyTo(into);
        return line.Length;
    }

    private static int Collapse(ReadOnlySpan<byte> line, byte[] into)
    {
        var count = 0;
        foreach (var character in line)
        {
            if (character is not ((byte)' ' or (byte)'\t'))
            {
                into[count++] = character;
            }
            else if (count == 0 || into[count - 1] != (byte)' ')
            {
                into[count++] = (byte)' ';
            }
        }

        return count > 0 && into[count - 1] == (byte)' ' ? count - 1 : count;
    }
}
