using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>A contract with its items.</summary>
public static class GetContractEndpoint
{
    /// <summary>GET /api/contracts/{id}. The ETag is the contract's own version; each item carries its own.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contracts/{id:guid}", Handle)
        .Requires(Permission.ReadContracts)
        .Reads<ContractDetails>()
        .WithName("getContract")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(
        Guid id,
        EventStore store,
        ContractReader reader,
        ObligationReader obligations,
        Editions editions,
        SectionPresence presence,
        Actor actor,
        TimeProvider time,
        CancellationToken ct)
    {
        // One round trip; the values of a contract that is not the actor's to see are dropped unread.
        var (found, records, personal) = (reader.Reading(id), obligations.InForce(id), PersonalValues.OfContract(id));
        await store.Read([found, records, personal], ct);
        if (found.Taken is not [var contract])
        {
            return Problems.NotFound;
        }

        var edition = await editions.Get(contract.Value.Edition, ct);
        var summaries = records.Taken.Select(r => Summary(r, edition)).ToList();
        return Answer.Of(ContractDetails.Of(contract, summaries, personal.Taken, actor, Tokyo.Today(time), await presence.IsHere(contract.Value.Section, ct)), contract.Version);
    }

    private static ObligationSummary Summary(Versioned<Obligation> record, AnnexEdition edition)
    {
        var o = record.Value;
        return new(
            o.Number, o.RequirementId, record.Version, edition.Requirements.FirstOrDefault(r => r.Id == o.RequirementId)?.Heading,
            o.Reported, o.Status, o.Reason, o.Source, o.Explanation, o.ReasonMissing, o.LookWanted, record.ModifiedAt.ToUniversalTime());
    }
}
