using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>What was agreed to report where the annex leaves it open, and the 協議 in which it was.</summary>
public sealed record AgreeConventionRequest(ImplementationStatus Status, ConsultationRequest? Consultation);

/// <summary>Records a convention between officer and contractor, which goes before our default (既定値).</summary>
public static class AgreeConventionEndpoint
{
    /// <summary>PUT /api/contracts/{id}/conventions/{convention}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/conventions/{convention}", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .WithName("agreeConvention")
        .WithTags("Contracts");

    private static Task<IResult> Handle(
        Guid id, Convention convention, AgreeConventionRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var command = new AgreeConvention(convention, request.Status, request.Consultation?.AsConsultation());
        return acts.ChangeContract(id, ifMatch, actor, command, ct);
    }
}
