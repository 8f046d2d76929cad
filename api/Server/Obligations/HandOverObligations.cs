using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Obligations;

/// <summary>From whom, also one who has left, to whom of the contractor's staff.</summary>
public sealed record HandOverObligationsRequest(Guid FromPersonId, Guid ToPersonId);

/// <summary>Gives all items of a contract that somebody looks after to somebody else, at once: after 離任 nothing stays with who is gone.</summary>
public static class HandOverObligationsEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/obligations/handover. Where nothing is theirs, nothing happens.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/obligations/handover", Handle)
        .Requires(Permission.AssignStaff)
        .Produces<WriteAnswer>()
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
        .WithName("handOverObligations")
        .WithTags("Obligations");

    private static async Task<IResult> Handle(
        Guid contractId, HandOverObligationsRequest request, Acts acts, ObligationReader reader, OrganisationPeople people, Boundary boundary, Actor actor, CancellationToken ct)
    {
        if (!await boundary.HasContract(contractId, ct))
        {
            return Problems.NotFound;
        }

        var staff = new MembershipWanted(actor.OrganisationId, SectionId: null, Role.CONTRACTOR_STAFF, Role.CONTRACTOR_OFFICER);
        if (!await people.Acts(request.ToPersonId, people.Today, staff, ct))
        {
            return Problems.From(ObligationRefusals.AssigneeUnknown);
        }

        var theirs = (await reader.InForce(contractId, number: null, ct)).Where(record => record.Value.Assignees.Contains(request.FromPersonId)).Select(record => record.Id);
        foreach (var stream in await acts.Session.FetchForWriting<Obligation>([.. theirs], ct))
        {
            var command = new AssignObligation([.. stream.Aggregate.Assignees.Select(id => id == request.FromPersonId ? request.ToPersonId : id)]);
            if (Acts.Record(stream, state => ObligationDecider.Decide(command, state)) is { } problem)
            {
                return problem;
            }
        }

        return await acts.Save(sequence => new WriteAnswer(contractId, 0, sequence), ct);
    }
}
