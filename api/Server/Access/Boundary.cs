using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>Asks whether one thing lies inside what an actor sees. What lies outside is answered as if it did not exist.</summary>
internal sealed class Boundary(EventStore store, Actor actor)
{
    /// <summary>Whether a contract exists and is the actor's to see.</summary>
    public Task<bool> HasContract(Guid contractId, CancellationToken ct) =>
        IsTrue(contractId, visible => $"SELECT true FROM mt_doc_contract c WHERE c.id = $1 AND {visible}", ct);

    /// <summary>Whether a contract has a record of this id and both are the actor's to see.</summary>
    public Task<bool> HasObligation(Guid contractId, Guid obligationId, CancellationToken ct) =>
        IsTrue(
            contractId,
            visible => $"SELECT true FROM mt_doc_contract c JOIN mt_doc_obligation d ON d.contract_id = c.id WHERE c.id = $1 AND d.id = $2 AND {visible}",
            ct,
            obligationId);

    /// <summary>Whether what hangs on this scope is the actor's to see.</summary>
    public async Task<bool> Has(StreamScope scope, CancellationToken ct) => scope switch
    {
        { ContractId: { } contract } => await HasContract(contract, ct),
        { OrganisationId: { } organisation } => actor.Kind == ActorKind.SYSTEM || organisation == actor.OrganisationId,
        _ => true,
    };

    /// <summary>A stream for writing, with the boundary asked in the same round trip; null if it does not exist or is not the actor's to extend.</summary>
    public async Task<StreamForWriting<T>?> FetchForWriting<T>(Session session, Guid streamId, CancellationToken ct)
        where T : notnull
    {
        var parameters = new List<NpgsqlParameter>();
        return await session.FetchForWriting<T>(streamId, Visible.Streams(actor, parameters), parameters, ct);
    }

    private Task<bool> IsTrue(Guid id, Func<string, string> sql, CancellationToken ct, Guid? within = null)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id } };
        var inside = "";
        if (within is { } other)
        {
            parameters.Add(new NpgsqlParameter<Guid> { TypedValue = other });
            inside = $" AND {Visible.Obligations(actor, parameters)}";
        }

        var text = sql(Visible.To(actor, parameters) + inside);
        return store.Read(
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(text, connection);
                foreach (var parameter in parameters)
                {
                    command.Parameters.Add(parameter.Clone());
                }

                return await command.ExecuteScalarAsync(token) is true;
            },
            ct);
    }
}
