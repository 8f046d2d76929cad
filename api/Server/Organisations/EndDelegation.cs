using FastEndpoints;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>What is asked for.</summary>
/// <param name="Id">The office.</param>
/// <param name="SectionId">The 課室.</param>
/// <param name="DelegationId">The delegation.</param>
/// <param name="IfMatch">The ETag of the office, as it was read.</param>
internal sealed record EndDelegationRequest(
    [property: RouteParam] Guid Id,
    [property: RouteParam] Guid SectionId,
    [property: RouteParam] Guid DelegationId,
    [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Takes a delegation back.</summary>
internal sealed class EndDelegationEndpoint(Writer writer, OrganisationAccess access) : ApiEndpoint<EndDelegationRequest>
{
    public override void Configure()
    {
        Delete("/organisations/{id:guid}/sections/{sectionId:guid}/delegations/{delegationId:guid}");
        Description(route => route
            .Requires(Permission.Delegate)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(EndDelegationRequest request, CancellationToken ct) =>
        writer.DecideOnSection(access, request.Id, request.SectionId, request.IfMatch, new EndSectionDelegation(request.SectionId, request.DelegationId), ct);
}
