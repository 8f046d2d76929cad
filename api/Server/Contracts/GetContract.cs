using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>A contract with its items. The ETag is the contract's own version; each item carries its own.</summary>
internal sealed class GetContractEndpoint(
    EventStore store, ContractReader reader, ObligationReader obligations, Editions editions, SectionPresence presence, Actor actor, TimeProvider time) : ApiEndpoint<OfContract>
{
    public override void Configure()
    {
        Get("/contracts/{id:guid}");
        Description(route => route
            .Requires(Permission.ReadContracts)
            .Reads<ContractDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfContract request, CancellationToken ct)
    {
        // One round trip; the values of a contract that is not the actor's to see are dropped unread.
        var (found, records, personal, section) = (
            reader.Reading(request.Id), obligations.InForce(request.Id), PersonalValues.OfContract(request.Id), presence.PeopleOfContract(request.Id));
        await store.Read([found, records, personal, section], ct);
        if (found.Taken is not [var contract])
        {
            return Problems.NotFound;
        }

        var edition = await editions.Get(contract.Value.Edition, ct);
        var summaries = records.Taken.Select(r => Summary(r, edition)).ToList();
        var here = await presence.IsHere(contract.Value.Section, section.Taken, ct);
        return Answer.Of(ContractDetails.Of(contract, summaries, personal.Taken, actor, Tokyo.Today(time), here), contract.Version);
    }

    private static ObligationSummary Summary(Versioned<Obligation> record, AnnexEdition edition)
    {
        var o = record.Value;
        return new(
            o.Number, o.RequirementId, record.Version, edition.Requirements.FirstOrDefault(r => r.Id == o.RequirementId)?.Heading,
            o.Reported, o.Status, o.Reason, o.Source, o.Explanation, o.ReasonMissing, o.LookWanted, record.ModifiedAt.ToUniversalTime());
    }
}
