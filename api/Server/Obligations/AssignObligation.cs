using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>All of the contractor's staff who look after a requirement from now on; empty for nobody.</summary>
public sealed record AssignObligationRequest(IReadOnlyList<Guid> PersonIds);

/// <summary>Says who of the contractor's staff looks after a requirement: they see it, and of the contract nothing else.</summary>
public static class AssignObligationEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/obligations/{number}/assignees.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/obligations/{number:int}/assignees", Handle)
        .Requires(Permission.AssignStaff)
        .Writes()
        .WithName("assignObligation")
        .WithTags("Obligations");

    private static async Task<IResult> Handle(
        Guid contractId, int number, AssignObligationRequest request, IfMatch ifMatch,
        ObligationActs acts, OrganisationPeople people, Boundary boundary, Actor actor, CancellationToken ct)
    {
        if (!await boundary.HasContract(contractId, ct))
        {
            return Problems.NotFound;
        }

        var staff = new MembershipWanted(actor.OrganisationId, SectionId: null, Role.CONTRACTOR_STAFF, Role.CONTRACTOR_OFFICER);
        foreach (var person in request.PersonIds.Distinct())
        {
            if (!await people.Acts(person, people.Today, staff, ct))
            {
                return Problems.From(ObligationRefusals.AssigneeUnknown);
            }
        }

        return await acts.DecideOn(contractId, number, ifMatch, new AssignObligation(request.PersonIds), ct);
    }
}
