using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.Exchange;

/// <summary>A mail that was read in, read again; its signature as it was found at the time.</summary>
public static class GetMailReadingEndpoint
{
    /// <summary>GET /api/mail-readings/{fileId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mail-readings/{fileId:guid}", Handle)
        .Requires(Permission.ReadFiles)
        .Reads<MailReadingDetails>()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("getMailReading")
        .WithTags("Exchange");

    private static async Task<IResult> Handle(Guid fileId, KeptFiles files, KeptMails mails, FileShown shown, CancellationToken ct)
    {
        if (await files.Find(fileId, ct) is not { } file || await mails.Find(fileId, ct) is not { } kept)
        {
            return Problems.NotFound;
        }

        if (await files.Content(fileId, ct) is not { } content)
        {
            return Problems.From(FileRefusals.Erased);
        }

        var mail = MailFiles.Read(content.File.Name, content.Content).Value ?? throw new InvalidOperationException("A mail was read once and is not now");
        var attachments = new List<FileDetails>();
        foreach (var id in kept.Attachments)
        {
            if (await files.Find(id, ct) is { } attachment)
            {
                attachments.Add(await shown.Of(attachment, ct));
            }
        }

        var open = await mails.OpenActs(kept.ContractId, ct);
        return new Answer<MailReadingDetails>(MailReadingDetails.Of(mail, await shown.Of(file, ct), attachments, kept.Dkim, open));
    }
}
