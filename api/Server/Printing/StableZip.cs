using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using static System.Buffers.Binary.BinaryPrimitives;

namespace SecurityTracker.Server.Printing;

/// <summary>Office files whose bytes depend on their content alone, so that the hash of a report's file stays what it is.</summary>
internal static class StableZip
{
    private const uint CentralHeader = 0x02014b50;
    private const uint End = 0x06054b50;
    private const uint FirstOfJanuary1980 = 0x00210000;

    /// <summary>The package's bytes with every entry's time set to the first that a zip can say.</summary>
    public static byte[] Rewrite(MemoryStream package)
    {
        var bytes = package.ToArray();
        var end = bytes.Length - 22;
        while (ReadUInt32LittleEndian(bytes.AsSpan(end)) != End)
        {
            end--;
        }

        var header = (int)ReadUInt32LittleEndian(bytes.AsSpan(end + 16));
        while (ReadUInt32LittleEndian(bytes.AsSpan(header)) == CentralHeader)
        {
            var local = (int)ReadUInt32LittleEndian(bytes.AsSpan(header + 42));
            WriteUInt32LittleEndian(bytes.AsSpan(header + 12), FirstOfJanuary1980);
            WriteUInt32LittleEndian(bytes.AsSpan(local + 10), FirstOfJanuary1980);
            header += 46 + Length(header + 28) + Length(header + 30) + Length(header + 32);
        }

        return bytes;

        int Length(int at) => ReadUInt16LittleEndian(bytes.AsSpan(at));
    }

    /// <summary>The file's title, which screen readers say first; no times and no names.</summary>
    public static void Describe(CoreFilePropertiesPart part, string title)
    {
        using var stream = part.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(
            $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{SecurityElement.Escape(title)}</dc:title><dc:language>ja-JP</dc:language></cp:coreProperties>
            """));
    }
}
