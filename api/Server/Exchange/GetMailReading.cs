using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Exchange;

/// <summary>A mail that was read in, as it was read then; its signature as it was found at the time.</summary>
public static class GetMailReadingEndpoint
{
    /// <summary>GET /api/mail-readings/{fileId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mail-readings/{fileId:guid}", Handle)
        .Requires(Permission.ReadFiles)
        .Reads<MailReadingDetails>()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .WithName("getMailReading")
        .WithTags("Exchange");

    private static async Task<IResult> Handle(Guid fileId, KeptFiles files, KeptMails mails, FileShown shown, Actor actor, FileReaders readers, Session session, CancellationToken ct)
    {
        if (await files.Find(fileId, ct) is not { } file || await mails.Find(fileId, ct) is not { } kept)
        {
            return Problems.NotFound;
        }

        if (file.Value.ErasedBecause is not null)
        {
            return Problems.From(FileRefusals.Erased);
        }

        var (read, refusal) = await Read(fileId, files, mails, actor, readers, session, ct);
        if (read is null)
        {
            return Problems.From(refusal!);
        }

        var attachments = new List<FileDetails>();
        foreach (var id in kept.Attachments)
        {
            if (await files.Find(id, ct) is { } attachment)
            {
                attachments.Add(await shown.Of(attachment, ct));
            }
        }

        var open = await mails.OpenActs(kept.ContractId, ct);
        return new Answer<MailReadingDetails>(MailReadingDetails.Of(read, await shown.Of(file, ct), attachments, kept.Dkim, open));
    }

    // A mail that was read in before its text was kept is read once more, and kept.
    private static async Task<ReadOutcome<MailAsRead>> Read(
        Guid fileId, KeptFiles files, KeptMails mails, Actor actor, FileReaders readers, Session session, CancellationToken ct)
    {
        if (await mails.Text(fileId, ct) is { } kept)
        {
            return kept;
        }

        if (await files.Content(fileId, ct) is not { } content)
        {
            return FileRefusals.Erased;
        }

        var (mail, refusal) = await readers.Mail(actor, content.Content, ct);
        if (mail is null)
        {
            return refusal!;
        }

        var read = MailAsRead.Of(MailFiles.Of(content.File.Name, content.Content, mail), smime: null);
        mails.Keep(fileId, read);
        await session.SaveChanges(ct);
        return read;
    }
}
