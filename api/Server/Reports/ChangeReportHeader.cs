using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The whole header as it is to be; blank fields are taken and stop finalising.</summary>
internal sealed record ChangeReportHeaderRequest(
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
internal sealed class ChangeReportHeaderEndpoint(Writer writer, PersonalValues personal) : ApiEndpoint<OnReport<ChangeReportHeaderRequest>>
{
    public override void Configure()
    {
        Put("/reports/{id:guid}/header");
        Description(route => route
            .Requires(Permission.DraftReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<ChangeReportHeaderRequest> request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        var kept = stream.Aggregate.Header.RepresentativeName;
        var name = await personal.Load(kept, ct) == request.Body.RepresentativeName
            ? kept
            : personal.Keep(writer.Session, stream.Aggregate.ContractId, "representativeName", request.Body.RepresentativeName);
        var header = new ReportHeader(
            request.Body.ReportedOn, OrNull(request.Body.DocumentNumber), request.Body.Addressee, request.Body.ContractorAddress, request.Body.ContractorName,
            OrNull(request.Body.RepresentativeTitle), name, request.Body.ContractSignedOn, request.Body.ContractName);
        Writer.Record(stream, report => ReportDecider.Decide(new ChangeReportHeader(header, request.Body.RepresentativeName), report));
        return await writer.Save(stream, ct);
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
