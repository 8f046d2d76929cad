using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Every published edition in its latest revision, by code.</summary>
public static class GetEditionsEndpoint
{
    /// <summary>GET /api/editions.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/editions", Handle)
        .Requires(Permission.ReadEditions)
        .Reads<IReadOnlyList<EditionDetails>>()
        .WithName("getEditions")
        .WithTags("Catalogue");

    private static async Task<IReadOnlyList<EditionDetails>> Handle(Editions editions, CancellationToken ct) =>
        [.. (await editions.All(ct)).Select(e => EditionDetails.Of(e.Value.Current!, e.Version))];
}
