using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>One act.</summary>
public static class GetActEndpoint
{
    /// <summary>GET /api/authority-acts/{id}. Reading notes nothing; see <see cref="OpenActEndpoint"/>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/authority-acts/{id:guid}", Handle)
        .Requires(Permission.ReadActs)
        .Reads<ActDetails>()
        .WithName("getAct")
        .WithTags("AuthorityActs");

    private static async Task<IResult> Handle(Guid id, ActReader acts, CancellationToken ct) =>
        Answer.OrNotFound(await acts.Details(id, ct), act => act.Version);
}
