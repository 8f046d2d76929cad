using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Obligations;

/// <summary>Reads obligations inside what the actor sees.</summary>
internal sealed class ObligationReader(EventStore store, Session session, Editions editions, Actors actors, Actor actor, TimeProvider time)
{
    /// <summary>The records in force of a contract in the order of their numbers, or of one number; none where the actor sees no such contract.</summary>
    public Task<IReadOnlyList<Versioned<Obligation>>> InForce(Guid contractId, int? number, CancellationToken ct) =>
        store.Read(InForce(contractId, number), ct);

    /// <summary>The reading of the records in force.</summary>
    public SqlQuery<IReadOnlyList<Versioned<Obligation>>> InForce(Guid contractId, int? number = null) =>
        Rows(contractId, number is null ? "AND d.in_force" : "AND d.in_force AND d.number = $2", number);

    /// <summary>The record in force of a number, ready to be extended; null where the actor sees none.</summary>
    public Task<StreamForWriting<Obligation>?> ForWriting(Guid contractId, int number, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = contractId }, new NpgsqlParameter<int> { TypedValue = number } };
        return session.FindForWriting<Obligation>(
            $"""
            d.contract_id = $1 AND d.number = $2 AND d.in_force AND {Visible.Obligations(actor, parameters)}
            AND EXISTS (SELECT FROM mt_doc_contract c WHERE c.id = d.contract_id AND {Visible.To(actor, parameters)})
            """,
            parameters,
            ct);
    }

    /// <summary>The records as they were at the end of a day in Tokyo; empty before the contract was registered.</summary>
    public async Task<IReadOnlyList<Versioned<Obligation>>> AsOf(Guid contractId, int? number, DateOnly day, CancellationToken ct)
    {
        var records = new List<Versioned<Obligation>>();
        foreach (var stream in await store.Read(Rows(contractId, "", number: null), ct))
        {
            if (await session.AggregateStream<Obligation>(stream.Id, Tokyo.EndOf(day), ct) is { Value.InForce: true } then
                && (number is null || then.Value.Number == number))
            {
                records.Add(then);
            }
        }

        return [.. records.OrderBy(r => r.Value.Number)];
    }

    /// <summary>Puts records of one contract beside the words of their editions and the names of those who recorded them last.</summary>
    public async Task<IReadOnlyList<ObligationDetails>> Describe(Guid contractId, IReadOnlyList<Versioned<Obligation>> records, CancellationToken ct)
    {
        var (loading, reading) = (session.Load<Contract>(contractId, ct), LastHeaders(records, ct));
        await Task.WhenAll(loading, reading);
        var (contract, headers) = (await loading, await reading);
        var signatories = await Signatories.Load(actors, headers.Values, ct, records.SelectMany(r => r.Value.Assignees));
        var here = await StaffHere([.. records.SelectMany(r => r.Value.Assignees).Distinct()], ct);
        var described = new List<ObligationDetails>(records.Count);
        foreach (var record in records)
        {
            var edition = await editions.Get(record.Value.Edition, ct);
            IReadOnlyList<Assignee> assignees = contract is not null && contract.Value.IsContractors(actor)
                ? [.. record.Value.Assignees.Select(id => new Assignee(id, signatories.NameOf(id, Role.CONTRACTOR_STAFF), Left: !here.Contains(id)))]
                : [];
            described.Add(ObligationDetails.Of(record, edition, contract?.Value.ExtraItems ?? [], signatories.Of(headers[record.Id]), assignees, actor));
        }

        return described;
    }

    // Of these people those who act for the reader's organisation today; who does not has left.
    private async Task<IReadOnlySet<Guid>> StaffHere(Guid[] ids, CancellationToken ct)
    {
        var (today, wanted) = (Tokyo.Today(time), new MembershipWanted(actor.OrganisationId, SectionId: null, Role.CONTRACTOR_STAFF, Role.CONTRACTOR_OFFICER));
        var found = ids.Length == 0 ? [] : await session.Query<Person>("WHERE d.id = ANY ($1)", [new NpgsqlParameter<Guid[]> { TypedValue = ids }], ct);
        return found.Where(p => p.Value.ActingOn(today).Any(m => wanted.Fits(m.OrganisationId, m.SectionId, m.Role))).Select(p => p.Id).ToHashSet();
    }

    private SqlQuery<IReadOnlyList<Versioned<Obligation>>> Rows(Guid contractId, string condition, int? number)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = contractId } };
        if (number is { } wanted)
        {
            parameters.Add(new NpgsqlParameter<int> { TypedValue = wanted });
        }

        var visible = $"{Visible.To(actor, parameters)} AND {Visible.Obligations(actor, parameters)}";
        return session.Rows<Obligation>(
            $"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE d.contract_id = $1 {condition} AND {visible} ORDER BY d.number", parameters);
    }

    private Task<Dictionary<Guid, JsonObject>> LastHeaders(IReadOnlyList<Versioned<Obligation>> records, CancellationToken ct) => store.Read(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand(
                "SELECT e.stream_id, e.headers FROM unnest($1, $2) AS r(id, version) JOIN mt_events e ON e.stream_id = r.id AND e.version = r.version", connection);
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. records.Select(r => r.Id)] });
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. records.Select(r => r.Version)] });
            var found = new Dictionary<Guid, JsonObject>(records.Count);
            await using var row = await command.ExecuteReaderAsync(token);
            while (await row.ReadAsync(token))
            {
                found[row.GetGuid(0)] = JsonNode.Parse(row.GetFieldValue<byte[]>(1))!.AsObject();
            }

            return found;
        },
        ct);
}
