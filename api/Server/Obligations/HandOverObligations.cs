using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.Server.Obligations;

/// <summary>From whom, also one who has left, to whom of the contractor's staff.</summary>
internal sealed record HandOverObligationsRequest(Guid FromPersonId, Guid ToPersonId);

/// <summary>
/// Gives all items of a contract that somebody looks after to somebody else, at once: after 離任 nothing stays with who is gone.
/// Where nothing is theirs, nothing happens.
/// </summary>
internal sealed class HandOverObligationsEndpoint(
    Writer writer, ObligationReader reader, OrganisationPeople people, Boundary boundary, Actor actor) : ApiEndpoint<InContract<HandOverObligationsRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/obligations/handover");
        Description(route => route
            .Requires(Permission.AssignStaff)
            .Produces<WriteAnswer>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(InContract<HandOverObligationsRequest> request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        var staff = new MembershipWanted(actor.OrganisationId, SectionId: null, Role.CONTRACTOR_STAFF, Role.CONTRACTOR_OFFICER);
        if (!await people.Acts(request.Body.ToPersonId, people.Today, staff, ct))
        {
            return Problems.From(ObligationRefusals.AssigneeUnknown);
        }

        var theirs = (await reader.InForce(request.ContractId, number: null, ct)).Where(record => record.Value.Assignees.Contains(request.Body.FromPersonId)).Select(record => record.Id);
        foreach (var stream in await writer.Session.FetchForWriting<Obligation>([.. theirs], ct))
        {
            var command = new AssignObligation([.. stream.Aggregate.Assignees.Select(id => id == request.Body.FromPersonId ? request.Body.ToPersonId : id)]);
            Writer.Record(stream, state => ObligationDecider.Decide(command, state));
        }

        return await writer.Save(sequence => new WriteAnswer(request.ContractId, 0, sequence), ct);
    }
}
