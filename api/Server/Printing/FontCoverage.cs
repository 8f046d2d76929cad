using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace SecurityTracker.Server.Printing;

/// <summary>
/// Which characters and variants a font can print, read from its cmap table (OpenType 1.9: formats 4 and 12 for characters,
/// format 14 for a character followed by a variation selector).
/// </summary>
internal sealed class FontCoverage
{
    private readonly System.Collections.BitArray characters = new(0x110000);
    private readonly HashSet<(uint Selector, uint Base)> variants = [];
    private readonly List<(uint Selector, uint First, uint Last)> usual = [];

    private FontCoverage()
    {
    }

    /// <summary>Reads an OpenType or TrueType font (no collection). Throws <see cref="InvalidDataException"/> for anything else.</summary>
    public static FontCoverage Of(ReadOnlySpan<byte> font)
    {
        var tables = ReadUInt16BigEndian(font[4..]);
        for (var table = 0; table < tables; table++)
        {
            var record = font[(12 + 16 * table)..];
            if (record[..4].SequenceEqual("cmap"u8))
            {
                return OfCmap(font.Slice((int)ReadUInt32BigEndian(record[8..]), (int)ReadUInt32BigEndian(record[12..])));
            }
        }

        throw new InvalidDataException("The font has no cmap.");
    }

    /// <summary>The font has the character by itself.</summary>
    public bool Has(Rune character) => characters[character.Value];

    /// <summary>The font has the character in the variant that the selector asks for.</summary>
    public bool Has(Rune character, Rune selector)
    {
        var (wanted, given) = ((uint)character.Value, (uint)selector.Value);
        return variants.Contains((given, wanted)) || usual.Exists(range => range.Selector == given && range.First <= wanted && wanted <= range.Last);
    }

    private static FontCoverage OfCmap(ReadOnlySpan<byte> cmap)
    {
        var coverage = new FontCoverage();
        var encodings = ReadUInt16BigEndian(cmap[2..]);
        for (var encoding = 0; encoding < encodings; encoding++)
        {
            var record = cmap[(4 + 8 * encoding)..];
            var subtable = cmap[(int)ReadUInt32BigEndian(record[4..])..];
            switch (ReadUInt16BigEndian(subtable))
            {
                case 4:
                    coverage.AddSegments(subtable);
                    break;
                case 12:
                    coverage.AddGroups(subtable);
                    break;
                case 14:
                    coverage.AddVariants(subtable);
                    break;
            }
        }

        return coverage;
    }

    private void AddSegments(ReadOnlySpan<byte> subtable)
    {
        var segments = ReadUInt16BigEndian(subtable[6..]) / 2;
        var (ends, starts, deltas, offsets) = (14, 16 + 2 * segments, 16 + 4 * segments, 16 + 6 * segments);
        for (var segment = 0; segment < segments; segment++)
        {
            uint start = ReadUInt16BigEndian(subtable[(starts + 2 * segment)..]);
            uint end = ReadUInt16BigEndian(subtable[(ends + 2 * segment)..]);
            var delta = ReadUInt16BigEndian(subtable[(deltas + 2 * segment)..]);
            var offset = ReadUInt16BigEndian(subtable[(offsets + 2 * segment)..]);
            for (var code = start; code <= end && code < 0xFFFF; code++)
            {
                var glyph = offset == 0
                    ? (ushort)(code + delta)
                    : ReadUInt16BigEndian(subtable[(offsets + 2 * segment + offset + 2 * (int)(code - start))..]);
                if (glyph != 0)
                {
                    Add(code, code);
                }
            }
        }
    }

    private void AddGroups(ReadOnlySpan<byte> subtable)
    {
        var groups = ReadUInt32BigEndian(subtable[12..]);
        for (var group = 0; group < groups; group++)
        {
            var record = subtable[(16 + 12 * group)..];
            var skip = ReadUInt32BigEndian(record[8..]) == 0 ? 1u : 0u;
            Add(ReadUInt32BigEndian(record) + skip, ReadUInt32BigEndian(record[4..]));
        }
    }

    private void AddVariants(ReadOnlySpan<byte> subtable)
    {
        var selectors = ReadUInt32BigEndian(subtable[6..]);
        for (var index = 0; index < selectors; index++)
        {
            var record = subtable[(10 + 11 * index)..];
            var selector = ReadUInt24(record);
            if (ReadUInt32BigEndian(record[3..]) is > 0 and var ranges)
            {
                var table = subtable[(int)ranges..];
                for (var range = 0; range < ReadUInt32BigEndian(table); range++)
                {
                    var first = ReadUInt24(table[(4 + 4 * range)..]);
                    usual.Add((selector, first, first + table[7 + 4 * range]));
                }
            }

            if (ReadUInt32BigEndian(record[7..]) is > 0 and var mappings)
            {
                var table = subtable[(int)mappings..];
                for (var mapping = 0; mapping < ReadUInt32BigEndian(table); mapping++)
                {
                    variants.Add((selector, ReadUInt24(table[(4 + 5 * mapping)..])));
                }
            }
        }
    }

    private void Add(uint first, uint last)
    {
        for (var code = first; code <= last && code < characters.Length; code++)
        {
            characters[(int)code] = true;
        }
    }

    private static uint ReadUInt24(ReadOnlySpan<byte> bytes) => (uint)(bytes[0] << 16 | bytes[1] << 8 | bytes[2]);
}
