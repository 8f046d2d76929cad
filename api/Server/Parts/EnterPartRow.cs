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
internal sealed record EnterPartRowRequest(string? Method = null, ImplementationStatus? Status = null, string? Reason = null, Guid? FileId = null);

/// <summary>Writes a row of a 再委託先's part: itself, or the contractor from the paper that it signed.</summary>
internal sealed class EnterPartRowEndpoint(Writer writer, KeptFiles files, Actor actor) : ApiEndpoint<OnPartRow<EnterPartRowRequest>>
{
    public override void Configure()
    {
        Put("/parts/{id:guid}/rows/{number:int}");
        Description(route => route
            .Requires(Permission.EnterPart)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnPartRow<EnterPartRowRequest> request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Part>(request.Id, request.IfMatch, ct);
        // A paper that stood with the row already may have been erased since; a new one is there.
        var known = stream.Aggregate.Rows.FirstOrDefault(row => row.Number == request.Number)?.FileId;
        if (request.Body.FileId is { } paper && paper != known)
        {
            await files.Resolve(stream.Aggregate.ContractId, [paper], ct, "/fileId");
        }

        var by = actor.Role == Role.SUBCONTRACTOR_OFFICER ? EnteredBy.SUBCONTRACTOR : EnteredBy.CONTRACTOR;
        var command = new EnterPartRow(request.Number, request.Body.Method, request.Body.Status, request.Body.Reason, by, request.Body.FileId);
        Writer.Record(stream, state => PartDecider.Decide(command, state));
        return await writer.Save(stream, ct);
    }
}
