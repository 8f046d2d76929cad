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
            0x75465A4C when size <= Largest => new Unpacking(packed[Header..], (int)size).Run(),
            _ => null,
        };
    }

    private enum Step
    {
        GOES_ON,
        ENDS,
        IS_DAMAGED,
    }

    /// <summary>Goes through what is packed: after each byte of eight bits come eight bytes, or references to what stood in the window before.</summary>
    private ref struct Unpacking(ReadOnlySpan<byte> packed, int size)
    {
        private readonly ReadOnlySpan<byte> packed = packed;
        private readonly byte[] window = [.. Dictionary, .. new byte[Window - Dictionary.Length]];
        private readonly List<byte> unpacked = new(Math.Min(size, packed.Length * 4));
        private int at;
        private int written = Dictionary.Length;

        public byte[]? Run()
        {
            while (at < packed.Length)
            {
                var control = packed[at++];
                for (var bit = 0; bit < 8; bit++)
                {
                    var step = (control >> bit & 1) == 0 ? TakeByte() : TakeReference();
                    if (step != Step.GOES_ON)
                    {
                        return step == Step.ENDS ? [.. unpacked] : null;
                    }
                }
            }

            return null;
        }

        private Step TakeByte()
        {
            if (at >= packed.Length || unpacked.Count >= size)
            {
                return Step.IS_DAMAGED;
            }

            Put(packed[at++]);
            return Step.GOES_ON;
        }

        // One that points to where the next byte would go is the end.
        private Step TakeReference()
        {
            if (at + 1 >= packed.Length)
            {
                return Step.IS_DAMAGED;
            }

            var reference = packed[at] << 8 | packed[at + 1];
            at += 2;
            var (from, length) = (reference >> 4, (reference & 0xF) + 2);
            if (from == written % Window)
            {
                return Step.ENDS;
            }

            if (unpacked.Count + length > size)
            {
                return Step.IS_DAMAGED;
            }

            for (var i = 0; i < length; i++)
            {
                Put(window[(from + i) % Window]);
            }

            return Step.GOES_ON;
        }

        private void Put(byte value)
        {
            unpacked.Add(value);
            window[written++ % Window] = value;
        }
    }
}
