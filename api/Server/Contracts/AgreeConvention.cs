using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>What was agreed to report where the annex leaves it open, and the 協議 in which it was.</summary>
internal sealed record AgreeConventionRequest(ImplementationStatus Status, ConsultationRequest? Consultation);

/// <summary>Acts on a convention of a contract, as it was read.</summary>
/// <param name="Id">The contract.</param>
/// <param name="Convention">What was agreed about.</param>
/// <param name="IfMatch">The ETag of the contract, as it was read.</param>
/// <param name="Body">What is sent.</param>
internal sealed record OnConvention(
    [property: RouteParam] Guid Id,
    [property: RouteParam] Convention Convention,
    [property: FromHeader("If-Match")] IfMatch IfMatch,
    [property: FromBody] AgreeConventionRequest Body);

/// <summary>Records a convention between officer and contractor, which goes before our default (既定値).</summary>
internal sealed class AgreeConventionEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnConvention>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/conventions/{convention}");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnConvention request, CancellationToken ct)
    {
        var command = new AgreeConvention(request.Convention, request.Body.Status, request.Body.Consultation?.AsConsultation());
        return writer.ChangeContract(request.Id, request.IfMatch, actor, command, ct);
    }
}
