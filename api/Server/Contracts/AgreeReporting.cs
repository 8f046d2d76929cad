using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>When to report, as agreed with the 担当職員, and the 協議 in which it was.</summary>
/// <param name="Periods">In order and without overlap; only with the basis <c>AGREED_CALENDAR</c>.</param>
internal sealed record AgreeReportingRequest(
    ReportingBasis Basis, ConsultationRequest? Consultation, IReadOnlyList<AgreedPeriod>? Periods = null);

/// <summary>Records the agreed basis of reporting, which goes before our default (既定値). Periods that have a report stay as they are.</summary>
internal sealed class AgreeReportingEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnContract<AgreeReportingRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/reporting");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnContract<AgreeReportingRequest> request, CancellationToken ct)
    {
        var command = new AgreeReporting(request.Body.Basis, request.Body.Periods, request.Body.Consultation?.AsConsultation());
        return writer.ChangeContract(request.Id, request.IfMatch, actor, command, ct);
    }
}
