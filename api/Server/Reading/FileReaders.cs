using System.Text.Json;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Formats.Protocol;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// Reads files from outside, in children: the server itself looks at none of their bytes, and checks again what comes back.
/// </summary>
internal sealed class FileReaders(FormatChildren formats, PdfChildren pdfs)
{
    /// <summary>The largest file whose text is read, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private const int LongestMessage = 400;
    private const int MostNotices = 1000;
    private static readonly string Limit = ReadingRefusals.Beyond("", "").Code;

    private static readonly Dictionary<string, Refusal> Known = new[]
    {
        ReadingRefusals.FileTooLarge, ReadingRefusals.FileTypeUnknown, ReadingRefusals.FileUnreadable, ReadingRefusals.PdfWithoutText,
        ReadingRefusals.FileProtected, ReadingRefusals.FileWithoutText, ReadingRefusals.TextTooLong, ReadingRefusals.FileTooComplex,
        FileRefusals.Empty, FileRefusals.TypeNotTaken,
        MailRefusals.Unreadable, MailRefusals.RichTextNotRead, MailRefusals.MailInMail, MailRefusals.NotInMail, MailRefusals.Smime,
        MailRefusals.SmimeSignature, MailRefusals.Winmail, MailRefusals.TooManyAttachments,
        BounceRefusals.NotOne,
    }.ToDictionary(refusal => refusal.Code, StringComparer.Ordinal);

    /// <summary>The text of a file, by the end of its name.</summary>
    /// <param name="actor">In whose turn it is read.</param>
    /// <param name="fileName">As the person knows it; only its ending matters.</param>
    /// <param name="content">Read to its end, or to the limit.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<ReadOutcome<ReadDocument>> Document(Actor actor, string fileName, Stream content, CancellationToken ct)
    {
        if (await ReadBytes(content, ct) is not { } bytes)
        {
            return ReadingRefusals.FileTooLarge;
        }

        return fileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
            ? await Pdf(actor, bytes, ct)
            : Checked(await Ask(actor, new(ReadingKind.DOCUMENT, fileName), bytes, ct));
    }

    /// <summary>What kind of file it is; refuses what is not taken.</summary>
    public async Task<ReadOutcome<FileType>> Type(Actor actor, string name, byte[] content, CancellationToken ct)
    {
        var (answer, refusal) = await Ask(actor, new(ReadingKind.TYPE, name), content, ct);
        return refusal is null && answer!.Type is { MediaType: not null, Endings.Count: > 0 } type ? type : refusal ?? ReadingRefusals.FileUnreadable;
    }

    /// <summary>What a mail says and carries.</summary>
    public async Task<ReadOutcome<MailContents>> Mail(Actor actor, byte[] content, CancellationToken ct)
    {
        var (answer, refusal) = await Ask(actor, new(ReadingKind.MAIL, ""), content, ct);
        return refusal is null && answer!.Mail is { Reading: { To: not null, Cc: not null, References: not null }, Parts: { Count: <= 2 * MailContents.MostParts }, Signatures: { Count: <= SignatureEvidence.Most } } mail
            ? mail with { Reading = mail.Reading with { TextGuessed = mail.Reading.TextGuessed is null ? null : MailRefusals.TextGuessed } }
            : refusal ?? MailRefusals.Unreadable;
    }

    /// <summary>What a mail server reports of a mail that it had taken.</summary>
    public async Task<ReadOutcome<BounceReading>> Bounce(Actor actor, byte[] content, CancellationToken ct)
    {
        var (answer, refusal) = await Ask(actor, new(ReadingKind.BOUNCE, ""), content, ct);
        return refusal is null && answer!.Bounce is { MessageIds: not null, Recipients: { Count: > 0 and <= BounceReading.MostRecipients } recipients } bounce
            && recipients.All(recipient => recipient is { Addresses: not null, Words: not null } && Enum.IsDefined(recipient.Action)) ? bounce : refusal ?? BounceRefusals.NotOne;
    }

    /// <summary>What the signatures of a mail are worth.</summary>
    public async Task<ReadOutcome<SignatureResults>> Signatures(Actor actor, byte[] content, SignatureMeans means, CancellationToken ct)
    {
        var (answer, refusal) = await Ask(actor, new(ReadingKind.SIGNATURES, "", means), content, ct);
        return refusal is null && answer!.Signatures is { Dkim: { } dkim, Smime: { } smime } results
            && dkim.Count == means.Keys.Count && dkim.All(Enum.IsDefined) && Enum.IsDefined(smime.Result) ? results : refusal ?? MailRefusals.Unreadable;
    }

    /// <summary>The refusal of a code that a child gave; only one that names a limit has its words from the child.</summary>
    internal static Refusal? Of(string? code, Message? messages = null) => code is null ? null
        : code == Limit && messages is { Ja: { Length: > 0 and <= LongestMessage } ja, En: { Length: > 0 and <= LongestMessage } en } ? new(code, RefusalKind.INVALID, new(ja, en))
        : Known.GetValueOrDefault(code, ReadingRefusals.FileUnreadable);

    private async Task<ReadOutcome<ReadDocument>> Pdf(Actor actor, byte[] bytes, CancellationToken ct)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) < 0)
        {
            return Checked(await Ask(actor, new(ReadingKind.DOCUMENT, "a.pdf"), bytes, ct));
        }

        var (pieces, refusal) = await pdfs.Ask(PersonOf(actor), [bytes], ct);
        return pieces is null ? (refusal == ReadingRefusals.TookTooLong ? pdfs.TooSlow : refusal!) : Checked(await Ask(actor, new(ReadingKind.LAYOUT, ""), pieces, ct));
    }

    private async Task<ReadOutcome<ReadingAnswer>> Ask(Actor actor, ReadingRequest request, byte[] content, CancellationToken ct)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(request, ReadingJson.Options);
        var (answer, refusal) = await formats.Ask(PersonOf(actor), [head, content], ct);
        if (answer is null)
        {
            return refusal!;
        }

        try
        {
            var read = JsonSerializer.Deserialize<ReadingAnswer>(answer, ReadingJson.Options);
            return read is null ? ReadingRefusals.FileUnreadable : Of(read.Refusal, read.Messages) is { } why ? why : read;
        }
        catch (Exception no) when (no is JsonException or InvalidOperationException or ArgumentException)
        {
            return ReadingRefusals.FileUnreadable;
        }
    }

    private static ReadOutcome<ReadDocument> Checked(ReadOutcome<ReadingAnswer> answer) => answer switch
    {
        { Refusal: { } refusal } => refusal,
        { Value.Document: { Blocks: { } blocks } document } when blocks.All(IsWhole) && AreWhole(document.Notices) => document.Excess is { } excess ? excess : document,
        _ => ReadingRefusals.FileUnreadable,
    };

    private static bool IsWhole(ReadBlock? block) => block?.Cells?.All(cell => cell is not null) == true && (block.Columns is null || block.Columns.Count == block.Cells.Count);

    private static bool AreWhole(IReadOnlyList<ReadingNotice>? notices) =>
        notices is null || (notices.Count <= MostNotices && notices.All(notice => notice is { Code: not null, Message: { Ja: not null, En: not null } }));

    private static Guid PersonOf(Actor actor) =>
        actor.PersonId ?? Guid.Empty;

    private static async Task<byte[]?> ReadBytes(Stream content, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            if (bytes.Length + read > LargestFile)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
