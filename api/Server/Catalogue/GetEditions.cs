using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Every published edition that the actor sees, in the latest revision that they see, by code.</summary>
public static class GetEditionsEndpoint
{
    /// <summary>GET /api/editions.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/editions", Handle)
        .Requires(Permission.ReadEditions)
        .Reads<IReadOnlyList<EditionDetails>>()
        .WithName("getEditions")
        .WithTags("Catalogue");

    private static async Task<IReadOnlyList<EditionDetails>> Handle(EditionsInSight sight, EditionPages pages, CancellationToken ct)
    {
        var listed = new List<EditionDetails>();
        foreach (var edition in await sight.All(ct))
        {
            listed.Add(await pages.Of(edition, edition.Value.Current!, ct));
        }

        return listed;
    }
}
