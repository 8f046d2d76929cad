using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>異動: who hands over, who takes over, from which day on.</summary>
/// <param name="EndMembership">Whether the predecessor's roles in the 課室 end on that day; for who gives and takes those roles.</param>
internal sealed record SucceedOfficerRequest(Guid FromPersonId, Guid ToPersonId, DateOnly On, bool EndMembership = false);

/// <summary>What was handed over.</summary>
/// <param name="ContractIds">The contracts that name the successor from that day on.</param>
/// <param name="Sequence">Of the last event written; 0 where nothing had to be written.</param>
internal sealed record SuccessionAnswer(IReadOnlyList<Guid> ContractIds, long Sequence);

/// <summary>Sends something to a 課室.</summary>
/// <param name="SectionId">The 課室.</param>
/// <param name="Body">What is sent.</param>
internal sealed record InSection([property: RouteParam] Guid SectionId, [property: FromBody] SucceedOfficerRequest Body);

/// <summary>
/// 異動: every contract of the predecessor in the 課室 names the successor from a day on, in one transaction. What waits for the
/// predecessor then waits for the successor, and mail goes to the successor; earlier acts keep the person, office and date they were done with.
/// </summary>
internal sealed class SucceedOfficerEndpoint(Writer writer, Succession succession, Actor actor) : ApiEndpoint<InSection>
{
    public override void Configure()
    {
        Post("/sections/{sectionId:guid}/successions");
        Description(route => route
            .Requires(Permission.SucceedOfficers)
            .RequiresRecentSignIn()
            .Reads<SuccessionAnswer>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity)
            .WithTags("Access"));
    }

    public override async Task<IResult> ExecuteAsync(InSection request, CancellationToken ct)
    {
        if (actor.SectionId != request.SectionId)
        {
            return Problems.NotFound;
        }

        var planned = await succession.Plan(request.Body, ct);
        return await writer.Save(sequence => new SuccessionAnswer([.. planned.Contracts.Select(contract => contract.Id)], sequence), ct);
    }
}
