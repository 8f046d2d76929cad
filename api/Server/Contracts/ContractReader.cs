using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>Reads contracts inside what the actor sees.</summary>
internal sealed class ContractReader(EventStore store, Session session, Actor actor)
{
    /// <summary>A contract, or null where the actor sees none of this id.</summary>
    public async Task<Versioned<Contract>?> Find(Guid id, CancellationToken ct)
    {
        var found = await store.Read(Reading(id), ct);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The reading of a contract; no row where the actor sees none of this id.</summary>
    public SqlQuery<IReadOnlyList<Versioned<Contract>>> Reading(Guid id)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id } };
        var visible = Visible.To(actor, parameters, contract: "d");
        return session.Rows<Contract>($"WHERE d.id = $1 AND {visible}", parameters);
    }

    /// <summary>The contract that another one is said to follow; refused where the actor sees none; null for null.</summary>
    public async Task<PredecessorInput?> Predecessor(Guid? id, CancellationToken ct)
    {
        if (id is not { } wanted)
        {
            return null;
        }

        return await Find(wanted, ct) is { } found
            ? new PredecessorInput(wanted, found.Value.StartsOn)
            : throw new ProblemException(Problems.From(ContractRefusals.PredecessorUnknown));
    }
}
