using FastEndpoints;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>What is asked for.</summary>
/// <param name="Code">The edition's code.</param>
/// <param name="Revision">The revision; the one in force where it is left out.</param>
internal sealed record GetEditionRequest([property: RouteParam] string Code, [property: QueryParam] int? Revision);

/// <summary>One edition, to its last line; an earlier revision on request, for contracts stay on theirs.</summary>
internal sealed class GetEditionEndpoint(EditionsInSight sight, EditionPages pages) : ApiEndpoint<GetEditionRequest>
{
    public override void Configure()
    {
        Get("/editions/{code}");
        Description(route => route
            .Requires(Permission.ReadEditions)
            .Reads<EditionDetails>());
    }

    public override async Task<IResult> ExecuteAsync(GetEditionRequest request, CancellationToken ct) =>
        await sight.Find(request.Code, ct) is { } found && found.Value.Revision(request.Revision) is { } edition
            ? Answer.Of(await pages.Of(found, edition, ct), found.Version)
            : Problems.From(EditionRefusals.Unknown);
}
