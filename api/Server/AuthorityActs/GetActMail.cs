using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The mail by which an act is asked for, as text.</summary>
internal sealed class GetActMailEndpoint(ActMails mails) : ApiEndpoint<OfAct>
{
    public override void Configure()
    {
        Get("/authority-acts/{id:guid}/mail");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Reads<ActMail>());
    }

    public override async Task<IResult> ExecuteAsync(OfAct request, CancellationToken ct) =>
        await mails.Compose(request.Id, ct) is { } mail ? new Answer<ActMail>(mail) : Problems.NotFound;
}
