using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>Notes that a firm takes part no more, from today on.</summary>
internal sealed class ReleaseSubcontractorEndpoint(Subcontracting subcontracting) : ApiEndpoint<OnSubcontractor>
{
    public override void Configure()
    {
        Delete("/contracts/{id:guid}/subcontractors/{subcontractorId:guid}");
        Description(route => route
            .Requires(Permission.RegisterSubcontractor)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnSubcontractor request, CancellationToken ct)
    {
        var (contract, _) = await subcontracting.Fetch(request.Id, request.IfMatch, organisationId: null, ct);
        var joint = contract.Aggregate.Subcontractors.FirstOrDefault(s => s.Id == request.SubcontractorId)?.Kind == SubcontractorKind.JOINT_MEMBER;
        return await subcontracting.Save(
            contract, new ReleaseSubcontractor(request.SubcontractorId, subcontracting.Today), request.SubcontractorId, joint ? null : new ClosePart(subcontracting.Today), ct);
    }
}
