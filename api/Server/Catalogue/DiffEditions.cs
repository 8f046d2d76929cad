using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Which edition stands on a side of a diff.</summary>
public sealed record EditionName(string Code, int Revision, string Name);

/// <summary>What changed from one edition to another.</summary>
public sealed record EditionDiffDetails(
    EditionName From,
    EditionName To,
    IReadOnlyList<TextChange> Requirements,
    IReadOnlyList<TextChange> Rows,
    IReadOnlyList<FixedTextChange> FixedTexts);

/// <summary>A change of a fixed text, which has a name in place of a number.</summary>
public sealed record FixedTextChange(
    string Name, ChangeKind Kind, IReadOnlyList<string> From, IReadOnlyList<string> To, string? FromText, string? ToText, IReadOnlyList<DiffPart>? Diff);

/// <summary>Compares two editions, or two revisions of one.</summary>
public static class DiffEditionsEndpoint
{
    /// <summary>GET /api/editions/{code}/diff/{other}?revision=&amp;otherRevision=.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/editions/{code}/diff/{other}", Handle)
        .Requires(Permission.ReadEditions)
        .Reads<EditionDiffDetails>()
        .WithName("diffEditions")
        .WithTags("Catalogue");

    private static async Task<IResult> Handle(string code, string other, int? revision, int? otherRevision, EditionsInSight sight, CancellationToken ct)
    {
        if ((await sight.Find(code, ct))?.Value.Revision(revision) is not { } from || (await sight.Find(other, ct))?.Value.Revision(otherRevision) is not { } to)
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
