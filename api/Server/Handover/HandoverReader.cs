using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Handover;

/// <summary>What is open on one contract.</summary>
/// <param name="Officers">The names of its 担当職員 on the day.</param>
/// <param name="Waiting">What waits on it, for the reader's side and for the other.</param>
/// <param name="Given">The words that were given and still hold.</param>
/// <param name="Incidents">The first reports of incidents.</param>
internal sealed record HandoverContract(
    Contract Contract, IReadOnlyList<string> Officers, IReadOnlyList<InboxItem> Waiting, IReadOnlyList<AuthorityAct> Given, IReadOnlyList<Communication> Incidents);

/// <summary>Reads what is open on contracts, inside what the actor sees.</summary>
internal sealed class HandoverReader(Session session, InboxReader inbox, PersonalValues values, Actor actor, TimeProvider time)
{
    /// <summary>Of one contract; nothing where the actor sees no such contract.</summary>
    public Task<IReadOnlyList<HandoverContract>> OfContract(Guid contractId, CancellationToken ct) => Read("d.id = $1", contractId, _ => true, ct);

    /// <summary>Of the contracts of which a person is in charge, or will be, in the order in which they end.</summary>
    public Task<IReadOnlyList<HandoverContract>> OfOfficer(Guid personId, CancellationToken ct) =>
        Read("d.officer_person_ids @> ARRAY[$1]", personId, contract => OfficerSuccession.IsInCharge(contract, personId, Tokyo.Today(time)), ct);

    private async Task<IReadOnlyList<HandoverContract>> Read(string which, Guid id, Func<Contract, bool> isWanted, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id } };
        var found = await session.Query<Contract>($"WHERE {which} AND {Visible.To(actor, parameters, "d")} ORDER BY d.ends_on, d.id", parameters, ct);
        var contracts = found.Where(contract => isWanted(contract.Value)).ToList();
        Guid[] ids = [.. contracts.Select(contract => contract.Id)];
        var waiting = (await inbox.All(InboxQuery.On(ids), ct)).ToLookup(item => item.ContractId);
        var given = (await Of<AuthorityAct>("d.state = 'GRANTED' ORDER BY d.act_at, d.id", ids, ct)).Select(act => act.Value).ToLookup(act => act.ContractId);
        var incidents = (await Of<Communication>("d.urgent ORDER BY d.act_at, d.id", ids, ct)).Select(one => one.Value).ToLookup(one => one.Said!.ContractId);
        var today = Tokyo.Today(time);
        var names = await values.Load([.. contracts.SelectMany(contract => contract.Value.OfficersOn(today)).Select(officer => officer.Name)], ct);
        return
        [
            .. contracts.Select(contract => new HandoverContract(
                contract.Value,
                [.. contract.Value.OfficersOn(today).Select(officer => $"{(officer.Post == OfficerPost.PRIMARY ? "主" : "副")} {names[officer.Name]}")],
                [.. waiting[contract.Id]],
                [.. given[contract.Id].Where(act => act.StateOn(today) == ActState.GRANTED)],
                [.. incidents[contract.Id]])),
        ];
    }

    // Of contracts that were found inside the boundary.
    private Task<IReadOnlyList<Versioned<T>>> Of<T>(string which, Guid[] contracts, CancellationToken ct)
        where T : notnull
        => session.Query<T>($"WHERE d.contract_id = ANY ($1) AND {which}", [new NpgsqlParameter<Guid[]> { TypedValue = contracts }], ct);
}
