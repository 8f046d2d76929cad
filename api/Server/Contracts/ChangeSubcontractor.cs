using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>What is known of a firm from now on, whole.</summary>
internal sealed record ChangeSubcontractorRequest(string Name, IReadOnlyList<int> Numbers, Guid? OrganisationId = null);

/// <summary>Changes what is known of a firm, or what flows down to it.</summary>
internal sealed class ChangeSubcontractorEndpoint(Subcontracting subcontracting) : ApiEndpoint<OnSubcontractor<ChangeSubcontractorRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/subcontractors/{subcontractorId:guid}");
        Description(route => route
            .Requires(Permission.RegisterSubcontractor)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnSubcontractor<ChangeSubcontractorRequest> request, CancellationToken ct)
    {
        var (contract, known) = await subcontracting.Fetch(request.Id, request.IfMatch, request.Body.OrganisationId, ct);
        var joint = contract.Aggregate.Subcontractors.FirstOrDefault(s => s.Id == request.SubcontractorId)?.Kind == SubcontractorKind.JOINT_MEMBER;
        var command = new ChangeSubcontractor(request.SubcontractorId, request.Body.OrganisationId, request.Body.Name, request.Body.Numbers, known);
        var part = joint ? null : new ChangePartScope(request.Body.OrganisationId, request.Body.Name, [.. request.Body.Numbers.Order()]);
        return await subcontracting.Save(contract, command, request.SubcontractorId, part, ct);
    }
}
