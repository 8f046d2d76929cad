using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The mail by which an act is asked for, as text.</summary>
public static class GetActMailEndpoint
{
    /// <summary>GET /api/authority-acts/{id}/mail.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/authority-acts/{id:guid}/mail", Handle)
        .Requires(Permission.RequestAct)
        .Reads<ActMail>()
        .WithName("getActMail")
        .WithTags("AuthorityActs");

    private static async Task<IResult> Handle(Guid id, ActMails mails, CancellationToken ct) =>
        await mails.Compose(id, ct) is { } mail ? new Answer<ActMail>(mail) : Problems.NotFound;
}
