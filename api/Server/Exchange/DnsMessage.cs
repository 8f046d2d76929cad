using System.Buffers.Binary;
using System.Text;

namespace SecurityTracker.Server.Exchange;

/// <summary>What came back: the texts, or that they did not fit.</summary>
internal sealed record DnsAnswer(IReadOnlyList<string> Texts, bool Truncated);

/// <summary>Writes and reads messages of the DNS (RFC 1035, 6891), for TXT records alone.</summary>
internal static class DnsMessage
{
    private const int Header = 12;
    private const ushort Text = 16;

    /// <summary>A question; null for a name that cannot be one.</summary>
    public static byte[]? Question(string name, ushort number)
    {
        var message = new List<byte> { (byte)(number >> 8), (byte)number, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 1 };
        foreach (var label in name.TrimEnd('.').Split('.'))
        {
            if (label.Length is 0 or > 63 || !label.All(char.IsAscii))
            {
                return null;
            }

            message.Add((byte)label.Length);
            message.AddRange(Encoding.ASCII.GetBytes(label));
        }

        // The end of the name, TXT, IN; then that answers of up to 1,232 bytes fit.
        message.AddRange([0, 0, (byte)Text, 0, 1, 0, 0, 41, 0x04, 0xD0, 0, 0, 0, 0, 0, 0]);
        return message.Count <= 300 ? [.. message] : null;
    }

    /// <summary>Reads an answer; null where it is none to this question.</summary>
    public static DnsAnswer? Answer(ReadOnlySpan<byte> question, ReadOnlySpan<byte> message)
    {
        var asked = question[Header..(question.Length - 11)];
        var after = Header + asked.Length;
        if (message.Length < after || !message[..2].SequenceEqual(question[..2]) || (message[2] & 0x80) == 0 || !EqualsIgnoringCase(message[Header..after], asked))
        {
            return null;
        }

        var truncated = (message[2] & 0x02) != 0;
        return new(truncated ? [] : Texts(message, after, BinaryPrimitives.ReadUInt16BigEndian(message[6..])), truncated);
    }

    private static List<string> Texts(ReadOnlySpan<byte> message, int at, int count)
    {
        var texts = new List<string>();
        for (var record = 0; record < count && SkipName(message, at) is var fixedPart and > 0 && fixedPart + 10 <= message.Length; record++)
        {
            var data = fixedPart + 10;
            var length = BinaryPrimitives.ReadUInt16BigEndian(message[(fixedPart + 8)..]);
            if (data + length > message.Length)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16BigEndian(message[fixedPart..]) == Text)
            {
                texts.Add(Joined(message.Slice(data, length)));
            }

            at = data + length;
        }

        return texts;
    }

    /// <summary>A record's strings are one text.</summary>
    private static string Joined(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Length; at += data[at] + 1)
        {
            text.Append(Encoding.Latin1.GetString(data.Slice(at + 1, Math.Min(data[at], data.Length - at - 1))));
        }

        return text.ToString();
    }

    /// <summary>Where a name ends; names are passed over and not read, so pointers lead nowhere. -1 where it does not end.</summary>
    private static int SkipName(ReadOnlySpan<byte> message, int at)
    {
        while (at < message.Length)
        {
            switch (message[at])
            {
                case 0:
                    return at + 1;
                case >= 0xC0:
                    return at + 2;
                default:
                    at += message[at] + 1;
                    break;
            }
        }

        return -1;
    }

    private static bool EqualsIgnoringCase(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        Encoding.Latin1.GetString(left).Equals(Encoding.Latin1.GetString(right), StringComparison.OrdinalIgnoreCase);
}
