using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.Server.Contracts;

/// <summary>Someone of the actor's own organisation.</summary>
internal sealed record Candidate(Guid Id, string Name, string? Mail);

/// <summary>A firm that works here, and whether it can be named as one that takes part.</summary>
internal sealed record FirmCandidate(Guid Id, string Name, FirmCandidateCan Can);

/// <summary>What the actor could do with a firm.</summary>
internal sealed record FirmCandidateCan(Can EngageSubcontractor);

/// <summary>Whom the actor can name in a contract.</summary>
/// <param name="Staff">Who can look after an item (担当).</param>
/// <param name="Officers">Who can be named as 担当職員; of the 課室 in charge.</param>
/// <param name="Firms">The firms that the actor knows here, for whoever says which take part (再委託先, members of a consortium).</param>
internal sealed record Candidates(IReadOnlyList<Candidate> Staff, IReadOnlyList<Candidate> Officers, IReadOnlyList<FirmCandidate> Firms);

/// <summary>Whom the actor can name in a contract: people of the own organisation alone, who have today a role that can be named; and firms.</summary>
internal sealed class GetCandidatesEndpoint(
    ContractReader contracts, OrganisationPeople people, PersonalValues values, Subcontracting subcontracting, Actor actor) : ApiEndpoint<OfContract>
{
    public override void Configure()
    {
        Get("/contracts/{id:guid}/candidates");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Reads<Candidates>());
    }

    public override async Task<IResult> ExecuteAsync(OfContract request, CancellationToken ct)
    {
        if (await contracts.Find(request.Id, ct) is not { Value: var contract } || actor.OrganisationId is not { } own)
        {
            return Problems.NotFound;
        }

        var all = await people.All(own, ct);
        var names = await values.Load([.. all.SelectMany(p => new[] { p.Value.Name, p.Value.Mail }).OfType<PersonalRef>()], ct);
        List<Candidate> With(MembershipWanted wanted) =>
        [
            .. all.Where(p => p.Value.ActingOn(people.Today).Any(m => wanted.Fits(m.OrganisationId, m.SectionId, m.Role)))
                .Select(p => new Candidate(p.Id, names[p.Value.Name], p.Value.Mail is { } mail ? names[mail] : null)),
        ];
        return new Answer<Candidates>(new(
            With(new(own, SectionId: null, Role.CONTRACTOR_STAFF, Role.CONTRACTOR_OFFICER)),
            With(new(own, contract.Section.SectionId, Role.SUPERVISING_OFFICER, Role.SECTION_HEAD)),
            await subcontracting.Firms(contract, ct)));
    }
}
