using Npgsql;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>
/// Moves a contract's records to another edition, in the transaction that changes the contract: what the new edition has is read
/// there or opened, what it lacks is set aside with all that was recorded.
/// </summary>
internal static class EditionChange
{
    /// <summary>Gathers the events; added items stay as they are.</summary>
    public static async Task Record(Session session, StreamForWriting<Contract> contract, AnnexEdition before, AnnexEdition edition, CancellationToken ct)
    {
        var contractId = contract.Id;
        var scope = new StreamScope(contractId, OrganisationId: null);
        var opened = OpenObligation.Of(contractId, edition).ToDictionary(o => StreamId.Obligation(contractId, o.RequirementId));
        var present = await session.Query<Obligation>("WHERE d.contract_id = $1", [new NpgsqlParameter<Guid> { TypedValue = contractId }], ct);
        var ids = present.Where(o => o.Value.Number < ExtraItem.FirstNumber).Select(o => o.Id).Union(opened.Keys);
        foreach (var stream in await session.FetchForWriting<Obligation>([.. ids], ct))
        {
            IObligationCommand command = opened.TryGetValue(stream.Id, out var open)
                ? open with { WordsChanged = !stream.Aggregate.InForce || RequirementWords.Differ(before, edition, open.RequirementId) }
                : new SetObligationAside();
            stream.AppendMany(ObligationDecider.Decide(command, stream.Aggregate).Events, scope);
        }

        await Renumber(session, contract, before, edition, ct);
    }

    // What flows down to others, and what they said on it, goes by the numbers of the new edition from now on.
    private static async Task Renumber(Session session, StreamForWriting<Contract> contract, AnnexEdition before, AnnexEdition edition, CancellationToken ct)
    {
        IReadOnlyList<int> All(int number) => number >= ExtraItem.FirstNumber ? [number] : CorrespondingNumbers.All(before, edition, number);
        int? Same(int number) => number >= ExtraItem.FirstNumber ? number : CorrespondingNumbers.Same(before, edition, number);
        contract.AppendMany(ContractDecider.Decide(new RenumberSubcontractors(All), contract.Aggregate).Events);
        var parts = contract.Aggregate.Subcontractors.Where(s => s.Kind != SubcontractorKind.JOINT_MEMBER).Select(s => StreamId.Part(contract.Id, s.Id));
        foreach (var part in await session.FetchForWriting<Part>([.. parts], ct))
        {
            part.AppendMany(PartDecider.Decide(new RenumberPart(All, Same), part.Aggregate).Events);
        }
    }
}
