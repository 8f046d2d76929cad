using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>The properties of a message, a recipient or an attachment in a .msg ([MS-OXMSG]).</summary>
internal sealed class MapiProperties
{
    private const int EntrySize = 16;
    private readonly CompoundFile file;
    private readonly CompoundStorage storage;
    private readonly Dictionary<ushort, ulong> values;

    private MapiProperties(CompoundFile file, CompoundStorage storage, Dictionary<ushort, ulong> values, string? charset) =>
        (this.file, this.storage, this.values, Charset) = (file, storage, values, charset);

    /// <summary>Reads the fixed properties of a folder; null where it has none.</summary>
    /// <param name="header">What stands before them: 32 bytes for the message itself, 8 for what is in it.</param>
    /// <param name="charset">The encoding of texts that are not Unicode, where it is known from outside.</param>
    public static MapiProperties? Read(CompoundFile file, CompoundStorage storage, int header, string? charset = null)
    {
        if (!storage.Streams.TryGetValue("__properties_version1.0", out var stream))
        {
            return null;
        }

        var bytes = file.Read(stream);
        var found = new Dictionary<ushort, ulong>();
        for (var at = header; at + EntrySize <= bytes.Length; at += EntrySize)
        {
            found[BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2))] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at + 8));
        }

        return new(file, storage, found, charset ?? (found.TryGetValue(0x3FFD, out var page) ? CharsetOf((int)(uint)page) : null));
    }

    /// <summary>The encoding of texts that are not Unicode.</summary>
    public string? Charset { get; }

    /// <summary>A text, in Unicode or in the message's encoding; null where there is none.</summary>
    public string? Text(ushort id) =>
        Bytes(id, 0x001F) is { } unicode ? Encoding.Unicode.GetString(unicode).Replace("\0", "", StringComparison.Ordinal)
        : Bytes(id, 0x001E) is { } other ? Charsets.Decode(other, Charset)
        : null;

    /// <summary>Bytes; null where there are none.</summary>
    public byte[]? Binary(ushort id) => Bytes(id, 0x0102);

    /// <summary>A number; null where there is none.</summary>
    public int? Number(ushort id) => values.TryGetValue(id, out var value) ? (int)(uint)value : null;

    /// <summary>An instant; null where there is none, or none that can be.</summary>
    public DateTimeOffset? Time(ushort id) =>
        values.TryGetValue(id, out var value) && value < (ulong)DateTime.MaxValue.Ticks / 2 && value > 0
            ? DateTimeOffset.FromFileTime((long)value).ToUniversalTime()
            : null;

    private byte[]? Bytes(ushort id, ushort type) =>
        storage.Streams.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"__substg1.0_{id:X4}{type:X4}"), out var stream) ? file.Read(stream) : null;

    /// <summary>The name of a code page that mails of Outlook come in; null for another.</summary>
    public static string? CharsetOf(int page) => page switch
    {
        932 => "Shift_JIS",
        50220 or 50221 or 50222 => "ISO-2022-JP",
        51932 or 20932 => "EUC-JP",
        65001 => "UTF-8",
        _ => null,
    };
}
