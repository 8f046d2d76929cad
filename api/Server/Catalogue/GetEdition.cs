using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>One edition, to its last line; an earlier revision on request, for contracts stay on theirs.</summary>
public static class GetEditionEndpoint
{
    /// <summary>GET /api/editions/{code}?revision=.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/editions/{code}", Handle)
        .Requires(Permission.ReadEditions)
        .Reads<EditionDetails>()
        .WithName("getEdition")
        .WithTags("Catalogue");

    private static async Task<IResult> Handle(string code, int? revision, EditionsInSight sight, EditionPages pages, CancellationToken ct) =>
        await sight.Find(code, ct) is { } found && found.Value.Revision(revision) is { } edition
            ? Answer.Of(await pages.Of(found, edition, ct), found.Version)
            : Problems.From(EditionRefusals.Unknown);
}
