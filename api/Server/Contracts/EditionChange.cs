using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Contracts;

/// <summary>
/// Moves a contract's records to another edition, in the transaction that changes the contract: what the new edition has is read
/// there or opened, what it lacks is set aside with all that was recorded.
/// </summary>
internal static class EditionChange
{
    /// <summary>Gathers the events; added items stay as they are.</summary>
    public static async Task Record(Session session, Guid contractId, AnnexEdition edition, CancellationToken ct)
    {
        var scope = new StreamScope(contractId, OrganisationId: null);
        var opened = OpenObligation.Of(contractId, edition).ToDictionary(o => StreamId.Obligation(contractId, o.RequirementId));
        var present = await session.Query<Obligation>("WHERE d.contract_id = $1", [new NpgsqlParameter<Guid> { TypedValue = contractId }], ct);
        var ids = present.Where(o => o.Value.Number < ExtraItem.FirstNumber).Select(o => o.Id).Union(opened.Keys);
        foreach (var stream in await session.FetchForWriting<Obligation>([.. ids], ct))
        {
            IObligationCommand command = opened.TryGetValue(stream.Id, out var open) ? open : new SetObligationAside();
            stream.AppendMany(ObligationDecider.Decide(command, stream.Aggregate).Events, scope);
        }
    }
}
