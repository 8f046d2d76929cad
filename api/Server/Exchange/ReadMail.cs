using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Exchange;

/// <summary>
/// Reads in a mail that was received outside (.eml or .msg) and keeps it with its files and what its signatures say. A mail with a
/// signature that is broken is refused and nothing of it is kept.
/// </summary>
internal sealed class ReadMailEndpoint(Actor actor, Boundary boundary, FileReaders readers, MailSignatures signatures, MailKeeper keeper) : ApiEndpoint<InContract>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/mail-readings");
        Description(route => route
            .Requires(Permission.ReadMails)
            .Limited(RateLimits.Imports)
            .TakesFile(MailFiles.Largest)
            .Produces<MailReadingDetails>(StatusCodes.Status201Created));
    }

    public override async Task<IResult> ExecuteAsync(InContract request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        var file = await FileUpload.ReceiveBytes(HttpContext.Request, MailFiles.Largest, ct);
        var mail = (await readers.Mail(actor, file.Content, ct)).OrThrow();
        var found = (await signatures.Check(actor, file.Content, mail, ct)).OrThrow();
        return found switch
        {
            { Dkim.Result: DkimResult.FAIL } => Problems.From(MailRefusals.SignatureBroken),
            { Smime.Result: SmimeResult.BROKEN } => Problems.From(MailRefusals.SmimeBroken),
            _ => await keeper.Keep(request.ContractId, MailFiles.Of(file.Name, file.Content, mail), found, ct),
        };
    }
}

/// <summary>Keeps a mail with its files and the findings, all or nothing.</summary>
internal sealed class MailKeeper(KeptFiles files, KeptMails mails, FileShown shown, Writer writer, TimeProvider time)
{
    /// <summary>Keeps and answers 201; the caller has checked that the contract is the actor's.</summary>
    internal async Task<IResult> Keep(Guid contractId, MailFiles mail, SignaturesFound found, CancellationToken ct)
    {
        var streams = new List<StreamForWriting<StoredFile>>();
        foreach (var upload in mail.Attachments.Prepend(mail.Mail))
        {
            streams.Add(await files.Keep(contractId, partId: null, upload, ct));
        }

        var dkim = new DkimDetails(found.Dkim.Result, found.Dkim.Domain, found.Dkim.Aligned, found.Dkim.Uncovered, time.GetUtcNow());
        mails.Keep(new(streams[0].Id, contractId, dkim, found.Smime.Result, [.. streams.Skip(1).Select(stream => stream.Id)]));
        var read = MailAsRead.Of(mail, found.Smime);
        mails.Keep(streams[0].Id, read);
        var details = await shown.OfNew(streams, ct);
        var open = await mails.OpenActs(contractId, ct);
        var answer = MailReadingDetails.Of(read, details[0], [.. details.Skip(1)], dkim, open);
        return await writer.Save(_ => answer, ct, StatusCodes.Status201Created, $"/api/mail-readings/{streams[0].Id}");
    }
}
