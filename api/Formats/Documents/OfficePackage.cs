using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>What a part of a package points to.</summary>
/// <param name="Kind">The last word of its type (officeDocument, styles, worksheet), the same in Strict and Transitional files.</param>
/// <param name="Part">The name of the part, without a slash before it.</param>
internal sealed record OfficeRelation(string Id, string Kind, string Part);

/// <summary>
/// An Office file as an archive of XML parts that point to each other (ECMA-376 part 2). A part has no name of its own right:
/// which one is the document is said by the relations, so <c>word/document2.xml</c> is as good as any. Parts are read as streams.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    // The name of the stream in which Office keeps an encrypted file ([MS-OFFCRYPTO] 2.3.4.4).
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private OfficePackage(ZipArchive archive, DocumentLimits limits)
    {
        (this.archive, Limits) = (archive, limits);
        foreach (var entry in archive.Entries)
        {
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>What is counted while its parts are read.</summary>
    public DocumentLimits Limits { get; }

    /// <summary>The name of the part that the file is about, or null.</summary>
    public string? Main => RelationsOf("").FirstOrDefault(relation => relation.Kind is "officeDocument")?.Part;

    /// <summary>The names of all parts.</summary>
    public IEnumerable<string> Parts => parts.Keys;

    /// <summary>The bytes are an encrypted Office file, or an archive with an encrypted part.</summary>
    public static bool IsProtected(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return bytes.AsSpan().IndexOf(Encrypted) >= 0;
        }

        try
        {
            using var opened = bytes is [(byte)'P', (byte)'K', 3, 4, ..] ? new ZipArchive(new MemoryStream(bytes)) : null;
            return opened is not null && opened.Entries.Any(entry => entry.IsEncrypted);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Opens an archive; throws <see cref="InvalidDataException"/> for none, and <see cref="ReadingLimitException"/>.</summary>
    public static OfficePackage Open(byte[] bytes)
    {
        var opened = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        DocumentLimits.TakeParts(opened.Entries.Count);
        return new(opened, new());
    }

    /// <summary>Unfolds every part, so that none is kept that goes beyond the limits.</summary>
    public void Measure()
    {
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            using var part = new Unfolding(entry.Open(), Limits);
            while (part.Read(buffer) > 0)
            {
                // Counting is all.
            }
        }
    }

    /// <summary>A part as XML.</summary>
    public XmlReader Read(string part) => parts.TryGetValue(part, out var entry)
        ? XmlReader.Create(new Unfolding(entry.Open(), Limits), Settings)
        : throw new InvalidDataException("A part is missing");

    /// <summary>A part that a part points to by kind, or null.</summary>
    public XmlReader? Find(string of, string kind) =>
        RelationsOf(of).FirstOrDefault(relation => relation.Kind == kind && parts.ContainsKey(relation.Part)) is { } found ? Read(found.Part) : null;

    /// <summary>What a part points to inside the file; "" is the file itself.</summary>
    public IReadOnlyList<OfficeRelation> RelationsOf(string part)
    {
        var cut = part.LastIndexOf('/') + 1;
        var (folder, name) = (part[..cut], part[cut..]);
        var relations = new List<OfficeRelation>();
        if (!parts.ContainsKey($"{folder}_rels/{name}.rels"))
        {
            return relations;
        }

        using var reader = Read($"{folder}_rels/{name}.rels");
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") is not "External"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target)
            {
                relations.Add(new(id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return relations;
    }

    /// <summary>The content type that the file gives a part, or null.</summary>
    public string? TypeOf(string part)
    {
        string? byEnding = null;
        using var reader = Read("[Content_Types].xml");
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" } && string.Equals(reader.GetAttribute("PartName")?.TrimStart('/'), part, StringComparison.OrdinalIgnoreCase))
            {
                return reader.GetAttribute("ContentType");
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Default" } && part.EndsWith("." + reader.GetAttribute("Extension"), StringComparison.OrdinalIgnoreCase))
            {
                byEnding = reader.GetAttribute("ContentType");
            }
        }

        return byEnding;
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step is ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not "." and not "..")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    /// <summary>Counts what is unfolded: the sizes that an archive states are not believed.</summary>
    private sealed class Unfolding(Stream inner, DocumentLimits limits) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            limits.Unfold(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
