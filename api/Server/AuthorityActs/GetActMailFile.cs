using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The mail by which an act is asked for, as a file that a mail program opens to be sent.</summary>
internal sealed class GetActMailFileEndpoint(ActMails mails, TimeProvider time) : ApiEndpoint<OfAct>
{
    private static readonly Refusal TooLarge = new("attachments-too-large", RefusalKind.INVALID, new(
        "添付ファイルの合計が10MBを超えるため、当省のメールでは受信できません。ファイルを分け、別の手続又は別のメールで送ってください。",
        "The attachments are more than 10 MB in all, which the ministry's mail does not take. Part them, and send them in several mails."));

    public override void Configure()
    {
        Get("/authority-acts/{id:guid}/mail.eml");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: EmlComposer.MediaType)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(OfAct request, CancellationToken ct)
    {
        var mail = (await mails.Compose(request.Id, ct)).OrNotFound();
        (mail.TooLarge ? TooLarge : mail.To.Count == 0 ? Recipients.Missing : null).ThrowIfRefused();
        var letter = (await mails.ToSend(request.Id, mail, ct)).OrNotFound();
        HttpContext.Response.NameFile($"{MailReference.Of(request.Id)}.eml");
        return Results.Bytes(EmlComposer.Write(letter, from: null, mails.MessageIdOf(request.Id, mail.IsAgain), Tokyo.Time(time.GetUtcNow())), EmlComposer.MediaType);
    }
}
