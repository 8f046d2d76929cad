using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.Server.Obligations;

/// <summary>All of the contractor's staff who look after a requirement from now on; empty for nobody.</summary>
internal sealed record AssignObligationRequest(IReadOnlyList<Guid> PersonIds);

/// <summary>Says who of the contractor's staff looks after a requirement: they see it, and of the contract nothing else.</summary>
internal sealed class AssignObligationEndpoint(
    ObligationWriter obligations, OrganisationPeople people, Boundary boundary, Actor actor) : ApiEndpoint<OnObligation<AssignObligationRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/obligations/{number:int}/assignees");
        Description(route => route
            .Requires(Permission.AssignStaff)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnObligation<AssignObligationRequest> request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        var staff = new MembershipWanted(actor.OrganisationId, SectionId: null, Role.CONTRACTOR_STAFF, Role.CONTRACTOR_OFFICER);
        foreach (var person in request.Body.PersonIds.Distinct())
        {
            if (!await people.Acts(person, people.Today, staff, ct))
            {
                return Problems.From(ObligationRefusals.AssigneeUnknown);
            }
        }

        return await obligations.DecideOn(request.ContractId, request.Number, request.IfMatch, new AssignObligation(request.Body.PersonIds), ct);
    }
}
