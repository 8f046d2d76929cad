using FastEndpoints;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.Chronicle;

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Extension"><c>pdf</c> or <c>xlsx</c>.</param>
/// <param name="Kind">Entries of this kind alone, e.g. <c>REPORT</c>.</param>
/// <param name="From">The first day in Tokyo on which they were recorded.</param>
/// <param name="To">The last day in Tokyo on which they were recorded.</param>
internal sealed record GetChronicleFileRequest(
    [property: RouteParam] Guid ContractId,
    [property: RouteParam] string Extension,
    [property: QueryParam] string? Kind,
    [property: QueryParam] DateOnly? From,
    [property: QueryParam] DateOnly? To);

/// <summary>経緯 as a file: all that the filter leaves, not a page of it.</summary>
internal sealed class GetChronicleFileEndpoint(ContractReader contracts, ChronicleReader chronicle, SheetDownload download, TimeProvider time) : ApiEndpoint<GetChronicleFileRequest>
{
    /// <summary>As many entries as a file holds.</summary>
    public const int Most = 5000;

    private static readonly Problem TooLong = new(422, "chronicle-too-long", new(
        $"{Most}件を超えるため、ファイルにできません。期間か種別を絞ってください。", $"There are more than {Most} entries: choose fewer days or one kind."));

    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/chronicle.{extension:regex(^(pdf|xlsx)$)}");
        Description(route => route
            .Requires(Permission.ReadContracts)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(GetChronicleFileRequest request, CancellationToken ct)
    {
        if (await contracts.Find(request.ContractId, ct) is not { } contract)
        {
            return Problems.NotFound;
        }

        var query = ChronicleQuery.Read(request.ContractId, request.Kind, request.From, request.To) with { Limit = Most };
        var (entries, more) = await chronicle.Read(query, ct);
        if (more)
        {
            throw new ProblemException(TooLong);
        }

        var name = contract.Value.Name;
        return await download.Answer(PrintedChronicle.Of(name, query, entries, time.GetUtcNow()), PrintedChronicle.NameOf(name), request.Extension, HttpContext.Response, ct);
    }
}
