using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>What was agreed on changes of the roster alone, and the 協議 in which it was.</summary>
/// <param name="RePresentationOnly">再提示のみで可; false for the default, 再提示 and 同意.</param>
internal sealed record AgreeRosterChangesRequest(bool RePresentationOnly, ConsultationRequest? Consultation);

/// <summary>Records that a change of the roster alone wants no more than 再提示, or wants 同意 again. By an officer, or by the contractor of what the officer said (受注者が記録).</summary>
internal sealed class AgreeRosterChangesEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnContract<AgreeRosterChangesRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/roster-changes");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnContract<AgreeRosterChangesRequest> request, CancellationToken ct)
    {
        var command = new AgreeRosterChanges(request.Body.RePresentationOnly, request.Body.Consultation?.AsConsultation(), actor.Side);
        return writer.ChangeContract(request.Id, request.IfMatch, actor, command, ct);
    }
}
