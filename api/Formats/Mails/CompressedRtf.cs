using System.Buffers.Binary;
using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>Unpacks the rich text of a .msg ([MS-OXRTFCP]). What it unpacks to is limited by what came in and by <see cref="Largest"/>.</summary>
internal static class CompressedRtf
{
    private const int Header = 16;
    private const int Window = 4096;
    private const int Largest = 10 * 1024 * 1024;

    private static readonly byte[] Dictionary = Encoding.ASCII.GetBytes(
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx");

    /// <summary>The rich text, or null where it is damaged.</summary>
    public static byte[]? Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < Header)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(packed[4..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(packed[8..]) switch
        {
            0x414C454D when size <= packed.Length - Header => packed.Slice(Header, (int)size).ToArray(),
            0x75465A4C when size <= Largest => Unpack(packed[Header..], (int)size),
            _ => null,
        };
    }

    private static byte[]? Unpack(ReadOnlySpan<byte> packed, int size)
    {
        var window = new byte[Window];
        Dictionary.CopyTo(window, 0);
        var (at, written, control, bit) = (0, Dictionary.Length, 0, 8);
        var unpacked = new List<byte>(Math.Min(size, packed.Length * 4));
        while (true)
        {
            if (bit == 8)
            {
                if (at >= packed.Length)
                {
                    return null;
                }

                (control, bit) = (packed[at++], 0);
            }

            if ((control >> bit++ & 1) == 0)
            {
                if (at >= packed.Length || unpacked.Count >= size)
                {
                    return null;
                }

                Put(packed[at++]);
                continue;
            }

            if (at + 1 >= packed.Length)
            {
                return null;
            }

            var reference = packed[at] << 8 | packed[at + 1];
            at += 2;
            var (from, length) = (reference >> 4, (reference & 0xF) + 2);
            if (from == written % Window)
            {
                return [.. unpacked];
            }

            if (unpacked.Count + length > size)
            {
                return null;
            }

            for (var i = 0; i < length; i++)
            {
                Put(window[(from + i) % Window]);
            }
        }

        void Put(byte value)
        {
            unpacked.Add(value);
            window[written++ % Window] = value;
        }
    }
}
