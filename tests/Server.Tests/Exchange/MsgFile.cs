using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SecurityTracker.ServerTests.Exchange;

/// <summary>Writes a .msg as [MS-CFB] and [MS-OXMSG] have it: a message, one recipient, one attachment; its text plain, or rich.</summary>
internal static class MsgFile
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    public static byte[] Write(string subject, string text, string fileName, byte[] file, bool unicode = true) =>
        Write(subject, [Text(0x1000, text, unicode)], [Properties(8, (0x37050003, 1)), Text(0x3707, fileName, unicode), ("__substg1.0_37010102", file)], within: null, unicode);

    /// <summary>With nothing but rich text, as Outlook packs it.</summary>
    public static byte[] Rich(string subject, byte[] packed) => Write(subject, [("__substg1.0_10090102", packed)], [], within: null, unicode: true);

    /// <summary>With nothing but a page, whose bytes are in the code page given (0: none is given).</summary>
    public static byte[] Html(string subject, byte[] page, int codePage) =>
        Write(subject, [("__substg1.0_10130102", page)], [], within: null, unicode: true, codePage == 0 ? [] : [(0x3FDE0003, (ulong)codePage)]);

    /// <summary>With a mail that hangs on it in Outlook's own form.</summary>
    public static byte[] WithMail(string subject, string text, string within) =>
        Write(subject, [Text(0x1000, text, unicode: true)], [Properties(8, (0x37050003, 5)), Text(0x3001, within, unicode: true)], within, unicode: true);

    private static byte[] Write(string subject, (string, byte[])[] text, (string, byte[])[] attached, string? within, bool unicode, params (uint Tag, ulong Value)[] more)
    {
        var message = new Folder("Root Entry");
        message.Add(Properties(32, [(0x3FFD0003, 932), .. more]));
        message.Files.AddRange(text);
        message.Add(Text(0x0037, subject, unicode)).Add(Text(0x0042, "担当職員", unicode)).Add(Text(0x5D02, "tanto@meti.example.go.jp", unicode));
        message.Add(Text(0x007D, "Message-ID: <1@meti.example.go.jp>\r\nIn-Reply-To: <2@example.co.jp>\r\nDate: Fri, 20 Nov 2026 11:00:00 +0900\r\n", unicode));
        var recipient = new Folder("__recip_version1.0_#00000000");
        recipient.Add(Properties(8, (0x0C150003, 1))).Add(Text(0x3001, "受注者", unicode)).Add(Text(0x39FE, "taro@example.co.jp", unicode));
        message.Folders.Add(recipient);
        if (attached.Length > 0)
        {
            var attachment = new Folder("__attach_version1.0_#00000000");
            attachment.Files.AddRange(attached);
            message.Folders.Add(attachment);
            if (within is not null)
            {
                attachment.Folders.Add(new Folder("__substg1.0_3701000D").Add(Properties(24, (0x3FFD0003, 932))).Add(Text(0x0037, within, unicode)));
            }
        }

        return Write(message);
    }

    private static (string Name, byte[] Content) Properties(int header, params (uint Tag, ulong Value)[] values)
    {
        var bytes = new byte[header + (values.Length * 16)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(header + (i * 16)), values[i].Tag);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(header + (i * 16) + 8), values[i].Value);
        }

        return ("__properties_version1.0", bytes);
    }

    private static (string Name, byte[] Content) Text(int id, string text, bool unicode) => (
        string.Create(CultureInfo.InvariantCulture, $"__substg1.0_{id:X4}{(unicode ? "001F" : "001E")}"),
        unicode ? Encoding.Unicode.GetBytes(text) : CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(text));

    private static byte[] Write(Folder root)
    {
        var entries = new List<byte[]>();
        var (small, smallTable, large, table) = (new List<byte>(), new List<uint>(), new List<byte>(), new List<uint>());
        AddFolder(root, 5);
        var smallStart = Put([.. small]);
        BinaryPrimitives.WriteUInt32LittleEndian(entries[0].AsSpan(116), small.Count == 0 ? End : smallStart);
        BinaryPrimitives.WriteUInt32LittleEndian(entries[0].AsSpan(120), (uint)small.Count);
        var smallTableStart = Put([.. smallTable.SelectMany(BitConverter.GetBytes)]);
        var directoryStart = Put([.. entries.SelectMany(entry => entry)]);
        var tableSectors = (table.Count / 127) + 1;
        var tableStart = table.Count;
        table.AddRange(Enumerable.Repeat(0xFFFFFFFD, tableSectors));
        while (table.Count % 128 != 0)
        {
            table.Add(Free);
        }

        var header = new byte[Sector];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(header, 0);
        Number(24, 0x0003003E);
        Number(28, 0x0009FFFE);
        Number(32, 6);
        Number(44, (uint)tableSectors);
        Number(48, directoryStart);
        Number(56, 4096);
        Number(60, smallTable.Count == 0 ? End : smallTableStart);
        Number(64, 1);
        Number(68, End);
        for (var i = 0; i < 109; i++)
        {
            Number(76 + (i * 4), i < tableSectors ? (uint)(tableStart + i) : Free);
        }

        return [.. header, .. large, .. table.SelectMany(BitConverter.GetBytes)];

        void Number(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), value);

        uint Put(byte[] content)
        {
            var start = (uint)table.Count;
            var count = Math.Max(1, (content.Length + Sector - 1) / Sector);
            large.AddRange(content);
            large.AddRange(new byte[(count * Sector) - content.Length]);
            for (var i = 1; i <= count; i++)
            {
                table.Add(i == count ? End : start + (uint)i);
            }

            return start;
        }

        uint PutSmall(byte[] content)
        {
            var start = (uint)smallTable.Count;
            var count = Math.Max(1, (content.Length + 63) / 64);
            small.AddRange(content);
            small.AddRange(new byte[(count * 64) - content.Length]);
            for (var i = 1; i <= count; i++)
            {
                smallTable.Add(i == count ? End : start + (uint)i);
            }

            return start;
        }

        int AddFolder(Folder folder, byte type)
        {
            var index = Entry(folder.Name, type, End, 0);
            var children = folder.Folders.Select(child => AddFolder(child, 1))
                .Concat(folder.Files.Select(file => Entry(file.Name, 2, file.Content.Length < 4096 ? PutSmall(file.Content) : Put(file.Content), file.Content.Length))).ToList();
            for (var i = 0; i + 1 < children.Count; i++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(entries[children[i]].AsSpan(72), (uint)children[i + 1]);
            }

            BinaryPrimitives.WriteUInt32LittleEndian(entries[index].AsSpan(76), children.Count == 0 ? Free : (uint)children[0]);
            return index;
        }

        int Entry(string name, byte type, uint start, long size)
        {
            var entry = new byte[128];
            Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(64), (ushort)((name.Length * 2) + 2));
            entry[66] = type;
            foreach (var link in (int[])[68, 72, 76])
            {
                BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(link), Free);
            }

            BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(116), start);
            BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(120), (uint)size);
            entries.Add(entry);
            return entries.Count - 1;
        }
    }

    private sealed record Folder(string Name)
    {
        public List<(string Name, byte[] Content)> Files { get; } = [];

        public List<Folder> Folders { get; } = [];

        public Folder Add((string Name, byte[] Content) file)
        {
            Files.Add(file);
            return this;
        }
    }
}
