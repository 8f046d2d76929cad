using FastEndpoints;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Which edition stands on a side of a diff.</summary>
internal sealed record EditionName(string Code, int Revision, string Name);

/// <summary>What changed from one edition to another.</summary>
internal sealed record EditionDiffDetails(
    EditionName From,
    EditionName To,
    IReadOnlyList<TextChange> Requirements,
    IReadOnlyList<TextChange> Rows,
    IReadOnlyList<FixedTextChange> FixedTexts);

/// <summary>A change of a fixed text, which has a name in place of a number.</summary>
internal sealed record FixedTextChange(
    string Name, ChangeKind Kind, IReadOnlyList<string> From, IReadOnlyList<string> To, string? FromText, string? ToText, IReadOnlyList<DiffPart>? Diff);

/// <summary>What is asked for.</summary>
/// <param name="Code">The edition's code.</param>
/// <param name="Other">What it is compared with.</param>
/// <param name="Revision">The revision; the one in force where it is left out.</param>
/// <param name="OtherRevision">The revision of the other; the one in force where it is left out.</param>
internal sealed record DiffEditionsRequest(
    [property: RouteParam] string Code,
    [property: RouteParam] string Other,
    [property: QueryParam] int? Revision,
    [property: QueryParam] int? OtherRevision);

/// <summary>Compares two editions, or two revisions of one.</summary>
internal sealed class DiffEditionsEndpoint(EditionsInSight sight) : ApiEndpoint<DiffEditionsRequest>
{
    public override void Configure()
    {
        Get("/editions/{code}/diff/{other}");
        Description(route => route
            .Requires(Permission.ReadEditions)
            .Reads<EditionDiffDetails>());
    }

    public override async Task<IResult> ExecuteAsync(DiffEditionsRequest request, CancellationToken ct)
    {
        if ((await sight.Find(request.Code, ct))?.Value.Revision(request.Revision) is not { } from || (await sight.Find(request.Other, ct))?.Value.Revision(request.OtherRevision) is not { } to)
        {
            return Problems.From(EditionRefusals.Unknown);
        }

        var diff = EditionComparison.Between(from, to);
        return TypedResults.Ok(new EditionDiffDetails(
            new(from.Code, from.Revision, from.Name),
            new(to.Code, to.Revision, to.Name),
            diff.Requirements,
            diff.Rows,
            [.. diff.FixedTexts.Select(c => new FixedTextChange(c.To.Concat(c.From).First(), c.Kind, c.From, c.To, c.FromText, c.ToText, c.Diff))]));
    }
}
