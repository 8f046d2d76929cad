using System.Buffers.Binary;
using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>A folder in a compound file.</summary>
internal sealed record CompoundStorage(string Name, IReadOnlyDictionary<string, CompoundStream> Streams, IReadOnlyList<CompoundStorage> Storages);

/// <summary>A file in a compound file; its bytes are read when they are asked for.</summary>
internal sealed record CompoundStream(uint Start, long Size);

/// <summary>
/// Reads Microsoft's compound files ([MS-CFB]), in which .msg keeps its parts. The file is untrusted: every chain is as long as
/// the file at most, every entry is visited once, and no more is read out than twice what came in. Whatever does not fit is an
/// <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint LargestSector = 0xFFFFFFFA;
    private const int SmallSector = 64;
    private const int EntrySize = 128;
    private const int MostEntries = 20000;
    private readonly byte[] bytes;
    private readonly int sectorSize;
    private readonly long smallLimit;
    private readonly uint[] table;
    private readonly uint[] smallTable;
    private readonly byte[] small;
    private readonly byte[] entries;
    private readonly bool[] visited;
    private long left;

    private CompoundFile(byte[] bytes)
    {
        this.bytes = bytes;
        left = (bytes.LongLength * 2) + 65536;
        sectorSize = U16(30) switch { 9 => 512, 12 => 4096, _ => throw new InvalidDataException("No such size of sectors") };
        smallLimit = U32(56);
        table = ReadTable();
        entries = ReadChain(U32(48), (long)MostEntries * EntrySize, mustFill: false);
        visited = new bool[entries.Length / EntrySize];
        smallTable = U32(60) >= LargestSector ? [] : Numbers(ReadChain(U32(60), bytes.Length, mustFill: false));
        if (visited.Length == 0)
        {
            throw new InvalidDataException("No entries");
        }

        var (start, size) = Place(0);
        small = size == 0 ? [] : ReadChain(start, size, mustFill: true);
        Root = Storage(0, depth: 0);
    }

    /// <summary>The outermost folder.</summary>
    public CompoundStorage Root { get; }

    /// <summary>Whether bytes begin as a compound file does.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Opens a compound file.</summary>
    public static CompoundFile Open(byte[] bytes) => bytes.Length >= 512 && IsOne(bytes) ? new(bytes) : throw new InvalidDataException("No compound file");

    /// <summary>The bytes of a stream.</summary>
    public byte[] Read(CompoundStream stream)
    {
        if (stream.Size > bytes.Length)
        {
            throw new InvalidDataException("A stream larger than its file");
        }

        return stream.Size == 0 ? [] : stream.Size < smallLimit ? ReadSmallChain(stream.Start, (int)stream.Size) : ReadChain(stream.Start, stream.Size, mustFill: true);
    }

    private CompoundStorage Storage(uint entry, int depth)
    {
        if (depth > 10)
        {
            throw new InvalidDataException("Folders lie too deep");
        }

        var streams = new Dictionary<string, CompoundStream>(StringComparer.OrdinalIgnoreCase);
        var storages = new List<CompoundStorage>();
        var waiting = new Stack<uint>([Link(entry, 76)]);
        while (waiting.TryPop(out var next))
        {
            if (next >= visited.Length || visited[next])
            {
                continue;
            }

            visited[next] = true;
            waiting.Push(Link(next, 68));
            waiting.Push(Link(next, 72));
            switch (entries[(next * EntrySize) + 66])
            {
                case 1:
                    storages.Add(Storage(next, depth + 1));
                    break;
                case 2:
                    var (start, size) = Place(next);
                    streams.TryAdd(NameOf(next), new(start, size));
                    break;
            }
        }

        return new(NameOf(entry), streams, storages);
    }

    private uint[] ReadTable()
    {
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            sectors.Add(U32(76 + (i * 4)));
        }

        var next = U32(68);
        for (var more = 0; next < LargestSector; more++)
        {
            var numbers = Numbers(Sector(next));
            sectors.AddRange(numbers[..^1]);
            next = numbers[^1];
            if (more > bytes.Length / sectorSize)
            {
                throw new InvalidDataException("A circle");
            }
        }

        var used = sectors.Where(sector => sector < LargestSector).ToList();
        return used.Count <= (bytes.Length / sectorSize) + 1
            ? [.. used.SelectMany(sector => Numbers(Sector(sector)))]
            : throw new InvalidDataException("A table larger than its file");
    }

    private byte[] ReadChain(uint first, long size, bool mustFill)
    {
        var read = new MemoryStream();
        for (var sector = first; sector < LargestSector && read.Length < size; sector = sector < table.Length ? table[sector] : EndOfChain)
        {
            Spend(sectorSize);
            read.Write(Sector(sector));
            if (read.Length > bytes.Length)
            {
                throw new InvalidDataException("A circle");
            }
        }

        return Exactly(read, size, mustFill);
    }

    private byte[] ReadSmallChain(uint first, int size)
    {
        var read = new MemoryStream();
        for (var sector = first; sector < LargestSector && read.Length < size; sector = sector < smallTable.Length ? smallTable[sector] : EndOfChain)
        {
            Spend(SmallSector);
            var at = (long)sector * SmallSector;
            if (at + SmallSector > small.Length)
            {
                throw new InvalidDataException("A sector outside the file");
            }

            read.Write(small, (int)at, SmallSector);
        }

        return Exactly(read, size, mustFill: true);
    }

    private static byte[] Exactly(MemoryStream read, long size, bool mustFill) => read.Length >= size
        ? read.ToArray()[..(int)size]
        : mustFill ? throw new InvalidDataException("A chain that is too short") : read.ToArray();

    private void Spend(int length)
    {
        left -= length;
        if (left < 0)
        {
            throw new InvalidDataException("More to read than there is");
        }
    }

    /// <summary>A sector; the last one of a file may be cut short.</summary>
    private byte[] Sector(uint number)
    {
        var at = ((long)number + 1) * sectorSize;
        if (at >= bytes.Length)
        {
            throw new InvalidDataException("A sector outside the file");
        }

        var sector = new byte[sectorSize];
        bytes.AsSpan((int)at, (int)Math.Min(sectorSize, bytes.Length - at)).CopyTo(sector);
        return sector;
    }

    private (uint Start, long Size) Place(uint entry)
    {
        var at = entries.AsSpan((int)entry * EntrySize, EntrySize);
        // In files with sectors of 512 bytes the upper half of the size is not always cleared.
        return (BinaryPrimitives.ReadUInt32LittleEndian(at[116..]), BinaryPrimitives.ReadUInt32LittleEndian(at[120..]));
    }

    private uint Link(uint entry, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(entries.AsSpan((int)(entry * EntrySize) + offset));

    private string NameOf(uint entry)
    {
        var at = entries.AsSpan((int)entry * EntrySize, EntrySize);
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(at[64..]) - 2, 0, 62);
        return Encoding.Unicode.GetString(at[..length]);
    }

    private static uint[] Numbers(byte[] sectors)
    {
        var numbers = new uint[sectors.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(sectors.AsSpan(i * 4));
        }

        return numbers;
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
