using SecurityTracker.Domain.AuthorityActs;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Notes that the actor has opened an act as it stands. Reading by a program alone (GET) notes nothing.</summary>
public static class OpenActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/opening.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/opening", Handle)
        .Opens()
        .WithName("openAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, Openings openings, CancellationToken ct) => openings.Open<AuthorityAct>(acts, id, ifMatch, ct);
}
