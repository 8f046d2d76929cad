using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The mail by which an act is asked for, as a file that a mail program opens to be sent.</summary>
public static class GetActMailFileEndpoint
{
    private static readonly Refusal TooLarge = new("attachments-too-large", RefusalKind.INVALID, new(
        "添付ファイルの合計が10MBを超えるため、当省のメールでは受信できません。ファイルを分け、別の手続又は別のメールで送ってください。",
        "The attachments are more than 10 MB in all, which the ministry's mail does not take. Part them, and send them in several mails."));

    /// <summary>GET /api/authority-acts/{id}/mail.eml.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/authority-acts/{id:guid}/mail.eml", Handle)
        .Requires(Permission.RequestAct)
        .Exports()
        .Produces(StatusCodes.Status200OK, contentType: EmlComposer.MediaType)
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .WithName("getActMailFile")
        .WithTags("AuthorityActs");

    private static async Task<IResult> Handle(Guid id, ActMails mails, TimeProvider time, HttpResponse response, CancellationToken ct)
    {
        if (await mails.Compose(id, ct) is not { } mail)
        {
            return Problems.NotFound;
        }

        if ((mail.TooLarge ? TooLarge : mail.To.Count == 0 ? Recipients.Missing : null) is { } refusal)
        {
            return Problems.From(refusal);
        }

        if (await mails.Letter(id, mail, ct) is not { } letter)
        {
            return Problems.NotFound;
        }

        response.NameFile($"{MailReference.Of(id)}.eml");
        return Results.Bytes(EmlComposer.Write(letter, from: null, MailReference.MessageId(id), time.GetUtcNow().ToOffset(TimeSpan.FromHours(9))), EmlComposer.MediaType);
    }
}
