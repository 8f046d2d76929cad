using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A communication as a mail to an officer who is not here: a file that a mail program opens to be sent.</summary>
internal sealed class GetCommunicationMailFileEndpoint(CommunicationMails mails, ContractLetters letters) : ApiEndpoint<OfCommunication>
{
    public override void Configure()
    {
        Get("/communications/{id:guid}/mail.eml");
        Description(route => route
            .Requires(Permission.Communicate)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: EmlComposer.MediaType)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(OfCommunication request, CancellationToken ct) =>
        await mails.LetterOf(request.Id, ct) is ({ } contract, { } letter) ? await letters.File(contract, letter, HttpContext.Response, ct) : Problems.NotFound;
}
