using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The mail by which a communication goes to an officer who is not here, as text.</summary>
internal sealed class GetCommunicationMailEndpoint(CommunicationMails mails) : ApiEndpoint<OfCommunication>
{
    public override void Configure()
    {
        Get("/communications/{id:guid}/mail");
        Description(route => route
            .Requires(Permission.Communicate)
            .Reads<CommunicationMail>()
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(OfCommunication request, CancellationToken ct) =>
        await mails.Compose(request.Id, ct) is { } mail ? new Answer<CommunicationMail>(mail) : Problems.NotFound;
}
