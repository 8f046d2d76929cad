using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.Parts;

/// <summary>A row of a part, whole.</summary>
/// <param name="Method">遵守の方法, at most 4,000 characters.</param>
/// <param name="Status">実施, 未実施 or 該当なし; null while it is open.</param>
/// <param name="Reason">Wanted unless 実施.</param>
/// <param name="FileId">The signed paper: wanted of the contractor, who enters for the 再委託先.</param>
public sealed record EnterPartRowRequest(string? Method = null, ImplementationStatus? Status = null, string? Reason = null, Guid? FileId = null);

/// <summary>Writes a row of a 再委託先's part: itself, or the contractor from the paper that it signed.</summary>
public static class EnterPartRowEndpoint
{
    /// <summary>PUT /api/parts/{id}/rows/{number}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/parts/{id:guid}/rows/{number:int}", Handle)
        .Requires(Permission.EnterPart)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("enterPartRow")
        .WithTags("Parts");

    private static async Task<IResult> Handle(
        Guid id, int number, EnterPartRowRequest request, IfMatch ifMatch, Acts acts, KeptFiles files, Actor actor, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<Part>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        // A paper that stood with the row already may have been erased since; a new one is there.
        var known = stream!.Aggregate.Rows.FirstOrDefault(row => row.Number == number)?.FileId;
        if (request.FileId is { } paper && paper != known && (await files.Resolve(stream.Aggregate.ContractId, [paper], ct)).Refusal is { } missing)
        {
            return Problems.From(missing.At("/fileId"));
        }

        var by = actor.Role == Role.SUBCONTRACTOR_OFFICER ? EnteredBy.SUBCONTRACTOR : EnteredBy.CONTRACTOR;
        var command = new EnterPartRow(number, request.Method, request.Status, request.Reason, by, request.FileId);
        return Acts.Record(stream, state => PartDecider.Decide(command, state)) ?? await acts.Save(stream, ct);
    }
}
