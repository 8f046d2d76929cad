using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The whole header as it is to be; blank fields are taken and stop finalising.</summary>
public sealed record ChangeReportHeaderRequest(
    string Addressee,
    string ContractorAddress,
    string ContractorName,
    string RepresentativeName,
    string ContractName,
    DateOnly? ReportedOn = null,
    string? DocumentNumber = null,
    string? RepresentativeTitle = null,
    DateOnly? ContractSignedOn = null);

/// <summary>Changes what stands above the table of a draft.</summary>
public static class ChangeReportHeaderEndpoint
{
    /// <summary>PUT /api/reports/{id}/header.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/reports/{id:guid}/header", Handle)
        .Requires(Permission.DraftReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("changeReportHeader")
        .WithTags("Reports");

    private static async Task<IResult> Handle(
        Guid id, ChangeReportHeaderRequest request, IfMatch ifMatch, Acts acts, PersonalValues personal, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<Report>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var kept = stream!.Aggregate.Header.RepresentativeName;
        var name = await personal.Load(kept, ct) == request.RepresentativeName
            ? kept
            : personal.Keep(acts.Session, stream.Aggregate.ContractId, "representativeName", request.RepresentativeName);
        var header = new ReportHeader(
            request.ReportedOn, OrNull(request.DocumentNumber), request.Addressee, request.ContractorAddress, request.ContractorName,
            OrNull(request.RepresentativeTitle), name, request.ContractSignedOn, request.ContractName);
        return Acts.Record(stream, report => ReportDecider.Decide(new ChangeReportHeader(header, request.RepresentativeName), report))
            ?? await acts.Save(stream, ct);
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
