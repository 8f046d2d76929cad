namespace SecurityTracker.Server.Access;

/// <summary>Who can act here, for the header <c>Actor</c>.</summary>
public static class GetActorsEndpoint
{
    /// <summary>GET /api/actors.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/actors", (Actors actors, CancellationToken ct) => actors.All(ct))
        .Requires(Permission.ReadOrganisations)
        .WithName("getActors")
        .WithTags("Access");
}
