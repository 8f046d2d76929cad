using FastEndpoints;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;

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
internal sealed class SucceedOfficerEndpoint(Writer writer, OrganisationPeople people, OrganisationAccess access, Actor actor) : ApiEndpoint<InSection>
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

        var officer = new MembershipWanted(actor.OrganisationId, request.SectionId, Role.SUPERVISING_OFFICER, Role.SECTION_HEAD);
        var successor = await people.Acts(request.Body.ToPersonId, request.Body.On, officer, ct) ? await writer.Session.Load<Person>(request.Body.ToPersonId, ct) : null;
        var refusal = request.Body.FromPersonId == request.Body.ToPersonId ? SectionRefusals.SuccessorItself
            : successor is null ? SectionRefusals.PersonUnknown.At("/toPersonId")
            : await people.Fetch(request.Body.FromPersonId, ct) is null ? SectionRefusals.PersonUnknown.At("/fromPersonId")
            : null;
        refusal.ThrowIfRefused();
        var to = new Successor(request.Body.ToPersonId, successor!.Value.Name, successor.Value.Mail);
        var contracts = await HandOver(writer, actor, new SucceedOfficer(request.Body.FromPersonId, to, request.Body.On), ct);
        if (request.Body.EndMembership)
        {
            await End(people, access, actor, request.Body, ct);
        }

        return await writer.Save(sequence => new SuccessionAnswer(contracts, sequence), ct);
    }

    private static async Task<List<Guid>> HandOver(Writer writer, Actor actor, SucceedOfficer command, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = command.FromPersonId } };
        var theirs = await writer.Session.Query<Contract>($"WHERE d.officer_person_ids @> ARRAY[$1] AND {Visible.To(actor, parameters, "d")} ORDER BY d.id", parameters, ct);
        var handedOver = new List<Guid>();
        foreach (var stream in await writer.Session.FetchForWriting<Contract>([.. theirs.Select(c => c.Id)], ct))
        {
            var before = stream.Version;
            Writer.Record(stream, state => ContractDecider.Decide(command, state));
            if (stream.Version > before)
            {
                handedOver.Add(stream.Id);
            }
        }

        return handedOver;
    }

    // To hand over is every officer's; to take a role away is for who could have given it.
    private static async Task End(OrganisationPeople people, OrganisationAccess access, Actor actor, SucceedOfficerRequest request, CancellationToken ct)
    {
        var stream = (await people.Fetch(request.FromPersonId, ct))!;
        var ended = stream.Aggregate.Memberships.Where(m => m.OrganisationId == actor.OrganisationId && m.SectionId == actor.SectionId).ToList();
        ended.Select(m => access.Gives(m.Role, m.SectionId)).FirstOrDefault(refusal => refusal is not null)?.At("/endMembership").ThrowIfRefused();
        ended.ForEach(m => Writer.Record(stream, state => PersonDecider.Decide(new EndMembership(m.Id, request.On), state)));
    }
}
