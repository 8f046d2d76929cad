using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Exchange;

/// <summary>What is asked for.</summary>
/// <param name="FileId">The kept mail.</param>
internal sealed record GetMailReadingRequest([property: RouteParam] Guid FileId);

/// <summary>A mail that was read in, as it was read then; its signature as it was found at the time.</summary>
internal sealed class GetMailReadingEndpoint(
    KeptFiles files, KeptMails mails, FileShown shown, Actor actor, FileReaders readers, Session session) : ApiEndpoint<GetMailReadingRequest>
{
    public override void Configure()
    {
        Get("/mail-readings/{fileId:guid}");
        Description(route => route
            .Requires(Permission.ReadFiles)
            .Reads<MailReadingDetails>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(GetMailReadingRequest request, CancellationToken ct)
    {
        if (await files.Find(request.FileId, ct) is not { } file || await mails.Find(request.FileId, ct) is not { } kept)
        {
            return Problems.NotFound;
        }

        if (file.Value.ErasedBecause is not null)
        {
            return Problems.From(FileRefusals.Erased);
        }

        var read = await Read(request.FileId, files, mails, actor, readers, session, ct);
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
    private static async Task<MailAsRead> Read(
        Guid fileId, KeptFiles files, KeptMails mails, Actor actor, FileReaders readers, Session session, CancellationToken ct)
    {
        if (await mails.Text(fileId, ct) is { } kept)
        {
            return kept;
        }

        if (await files.Content(fileId, ct) is not { } content)
        {
            throw new ProblemException(Problems.From(FileRefusals.Erased));
        }

        var mail = (await readers.Mail(actor, content.Content, ct)).OrThrow();
        var read = MailAsRead.Of(MailFiles.Of(content.File.Name, content.Content, mail), smime: null);
        mails.Keep(fileId, read);
        await session.SaveChanges(ct);
        return read;
    }
}
