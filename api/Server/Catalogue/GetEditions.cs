using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Every published edition that the actor sees, in the latest revision that they see, by code.</summary>
internal sealed class GetEditionsEndpoint(EditionsInSight sight, EditionPages pages) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/editions");
        Description(route => route
            .Requires(Permission.ReadEditions)
            .Reads<IReadOnlyList<EditionDetails>>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        var listed = new List<EditionDetails>();
        foreach (var edition in await sight.All(ct))
        {
            listed.Add(await pages.Of(edition, edition.Value.Current!, ct));
        }

        return new Answer<IReadOnlyList<EditionDetails>>(listed);
    }
}
