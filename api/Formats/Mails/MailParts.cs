using MimeKit;

namespace SecurityTracker.Formats.Mails;

/// <summary>A part of a mail that has no parts itself.</summary>
/// <param name="Type">What it says it is; text where it says nothing.</param>
/// <param name="Headers">Its own.</param>
/// <param name="Raw">As it came, in its transfer encoding.</param>
internal sealed record MailLeaf(ContentType Type, MailHeaders Headers, ReadOnlyMemory<byte> Raw);

/// <summary>
/// Walks through a mail once (by MimeKit's reader), finds its parts where they lie, and stops at a limit: MimeKit itself has none, and
/// 10 MB of a million parts took 3 GB. What is read here is never copied.
/// </summary>
internal sealed class MailParts : MimeReader
{
    /// <summary>The largest header, in bytes.</summary>
    public const int MostHeaderBytes = 256 * 1024;

    /// <summary>The most fields of a header.</summary>
    public const int MostFields = 1000;

    /// <summary>How deep a part may lie.</summary>
    public const int Deepest = 10;

    /// <summary>The most parts.</summary>
    public const int Most = 200;

    // Mails that are attached are walked through and not read.
    private const int MostWithinMails = 5000;
    private const int MostLinesAbove = 10;

    private static readonly ParserOptions Lenience = new() { MaxMimeDepth = 50 };

    private readonly byte[] mail;
    private readonly HeaderStop stream;
    private readonly List<MailLeaf> leaves = [];
    private List<Header> fields = [];
    private int headerBytes;
    private MailHeaders? headers;
    private MailHeaders? ofAttachedMail;
    private ContentType type = new("text", "plain");
    private int seen;
    private int seenWithinMails;
    private int depth;
    private int mailDepth;

    private MailParts(byte[] mail, HeaderStop stream)
        : base(Lenience, stream) => (this.mail, this.stream) = (mail, stream);

    /// <summary>The header of the mail itself.</summary>
    public MailHeaders Headers => headers ?? new([]);

    /// <summary>Its body in one piece.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>The parts, also those that lie in parts, but not those of a mail that is attached: that is one part.</summary>
    public IReadOnlyList<MailLeaf> Leaves => leaves;

    /// <summary>What the mail as a whole is; null where it does not say.</summary>
    public ContentType? Type { get; private set; }

    /// <summary>How many parts the mail has at its outermost; 0 where it is one itself.</summary>
    public int TopParts { get; private set; }

    /// <summary>Where the mail's first part lies, with its header: what a detached signature signs.</summary>
    public ReadOnlyMemory<byte> FirstPart { get; private set; }

    /// <summary>Walks through a mail; null where it is none, or beyond a limit.</summary>
    public static MailParts? Of(byte[] mail) => Walk(mail, parts => parts.ReadMessage());

    /// <summary>Walks through what has a header and a body and need not be a mail; null where it is none, or beyond a limit.</summary>
    public static MailParts? OfEntity(byte[] entity) => Walk(entity, parts => parts.ReadEntity());

    /// <summary>Reads no more than a header; null where it is none, or beyond a limit.</summary>
    public static MailHeaders? HeaderOf(byte[] header) => Walk(header, parts => parts.ReadHeaders())?.Headers;

    private static MailParts? Walk(byte[] file, Action<MailParts> walk)
    {
        var whole = FromFirstField(file);
        using var bytes = new HeaderStop(whole);
        var parts = new MailParts(whole, bytes);
        try
        {
            walk(parts);
        }
        catch (FormatException)
        {
            return null;
        }

        if (parts is { Type: { } type, leaves.Count: 0 })
        {
            // Parts that nothing divides are one.
            parts.leaves.Add(new(type, parts.Headers, parts.Body));
        }

        return parts;
    }

    /// <summary>Without the lines that some programs put above the header.</summary>
    private static byte[] FromFirstField(byte[] file)
    {
        var rest = file.AsSpan();
        for (var lines = 0; lines < MostLinesAbove && rest.IndexOf((byte)'\n') is var end and > 1 && !rest[..end].Contains((byte)':'); lines++)
        {
            rest = rest[(end + 1)..];
        }

        return rest.Length == file.Length ? file : rest.ToArray();
    }

    /// <inheritdoc/>
    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        (fields, headerBytes) = ([], 0);
        stream.Begin = beginOffset;
    }

    /// <inheritdoc/>
    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        headerBytes += header.RawField.Length + header.RawValue.Length;
        Stop(headerBytes > MostHeaderBytes || fields.Count > MostFields);
        // A line without a colon is no field.
        if (header.RawValue.Length > 0)
        {
            fields.Add(header);
        }
    }

    /// <inheritdoc/>
    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int endLineNumber, CancellationToken cancellationToken)
    {
        stream.Begin = null;
        if (headers is null)
        {
            (headers, Body) = (new(fields), mail.AsMemory((int)endOffset));
        }
    }

    /// <inheritdoc/>
    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => Begin(contentType);

    /// <inheritdoc/>
    protected override void OnMimePartContentEnd(
        long beginOffset, int beginLineNumber, long endOffset, int lines, NewLineFormat? newLineFormat, CancellationToken cancellationToken)
    {
        if (mailDepth == 0)
        {
            leaves.Add(new(type, new(fields), Slice(beginOffset, endOffset)));
        }
    }

    /// <inheritdoc/>
    protected override void OnMimePartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        End(beginOffset, endOffset);

    /// <inheritdoc/>
    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        Begin(contentType);
        depth++;
    }

    /// <inheritdoc/>
    protected override void OnMultipartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        depth--;
        End(beginOffset, endOffset);
    }

    /// <inheritdoc/>
    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        Begin(contentType);
        if (mailDepth++ == 0)
        {
            ofAttachedMail = new(fields);
        }
    }

    /// <inheritdoc/>
    protected override void OnMessagePartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (--mailDepth == 0)
        {
            leaves.Add(new(contentType, ofAttachedMail!, Slice(headersEndOffset, endOffset)));
        }

        End(beginOffset, endOffset);
    }

    private void Begin(ContentType contentType)
    {
        type = contentType;
        Type ??= contentType;
        Stop(mailDepth == 0 ? ++seen > Most || depth > Deepest : ++seenWithinMails > MostWithinMails);
    }

    private void End(long begin, long end)
    {
        if (depth == 1 && mailDepth == 0)
        {
            FirstPart = TopParts++ == 0 ? Slice(begin, end) : FirstPart;
        }
    }

    private ReadOnlyMemory<byte> Slice(long begin, long end) => mail.AsMemory((int)begin, (int)Math.Max(0, end - begin));

    private static void Stop(bool isBeyondLimit)
    {
        if (isBeyondLimit)
        {
            throw new FormatException("A mail beyond a limit");
        }
    }

    /// <summary>The bytes of a mail, of which a header that does not end is not read on.</summary>
    private sealed class HeaderStop(byte[] mail) : MemoryStream(mail, writable: false)
    {
        /// <summary>Where the header begins that is being read; null between headers.</summary>
        public long? Begin { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Stop(Position - Begin > 2 * MostHeaderBytes);
            return base.Read(buffer, offset, count);
        }
    }
}
