using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>When to report, as agreed with the 担当職員, and the 協議 in which it was.</summary>
/// <param name="Periods">In order and without overlap; only with the basis <c>AGREED_CALENDAR</c>.</param>
public sealed record AgreeReportingRequest(
    ReportingBasis Basis, ConsultationRequest? Consultation, IReadOnlyList<AgreedPeriod>? Periods = null);

/// <summary>Records the agreed basis of reporting, which goes before our default (既定値). Periods that have a report stay as they are.</summary>
public static class AgreeReportingEndpoint
{
    /// <summary>PUT /api/contracts/{id}/reporting.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/reporting", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .WithName("agreeReporting")
        .WithTags("Contracts");

    private static Task<IResult> Handle(Guid id, AgreeReportingRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var command = new AgreeReporting(request.Basis, request.Periods, request.Consultation?.AsConsultation());
        return acts.ChangeContract(id, ifMatch, actor, command, ct);
    }
}
