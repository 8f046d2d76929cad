using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.Handover;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Extension"><c>pdf</c> or <c>xlsx</c>.</param>
internal sealed record GetContractHandoverRequest([property: RouteParam] Guid ContractId, [property: RouteParam] string Extension);

/// <summary>引継書 of one contract: what is open on it, as its reader sees it.</summary>
internal sealed class GetContractHandoverEndpoint(HandoverReader handover, SheetDownload download, Actor actor, TimeProvider time) : ApiEndpoint<GetContractHandoverRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/handover.{extension:regex(^(pdf|xlsx)$)}");
        Description(route => route
            .Requires(Permission.PrintHandover)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(GetContractHandoverRequest request, CancellationToken ct)
    {
        if (await handover.OfContract(request.ContractId, ct) is not [var open])
        {
            return Problems.NotFound;
        }

        var name = open.Contract.Name;
        return await download.Answer(
            HandoverNote.Of(new("契約件名", name), [open], actor.Side, time.GetUtcNow()), HandoverNote.NameOf(name), request.Extension, HttpContext.Response, ct);
    }
}
