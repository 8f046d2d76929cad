using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>
/// Keeps what is to be done as rows. Every event makes its contract stale, in its own transaction; whoever comes first, a reader who sees
/// the contract or the job, brings its rows up to date. So a reader always sees their own writes, and nothing is ever behind for long.
/// </summary>
internal sealed class InboxKeeper(EventStore store, NpgsqlDataSource database, IEnumerable<InboxSource> sources, IEnumerable<IInboxReckoner> reckoners)
{
    // As many as are read into memory at once.
    private const int AtOnce = 200;

    private readonly IReadOnlyList<InboxSource> sources = [.. sources];

    /// <summary>Brings the stale contracts up to date that an actor sees, or saw when they were kept last.</summary>
    public async Task KeepFor(Actor actor, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter>();
        var (contract, item) = (Visible.To(actor, parameters), Visible.InboxItems(actor, parameters, "i"));
        await KeepStale(
            new(
                $"""
                SELECT DISTINCT s.contract_id FROM inbox_stale s
                WHERE EXISTS (SELECT FROM mt_doc_contract c WHERE c.id = s.contract_id AND {contract})
                   OR EXISTS (SELECT FROM inbox_items i WHERE i.contract_id = s.contract_id AND {item})
                """,
                parameters,
                Ids),
            ct);
    }

    /// <summary>Brings every stale contract up to date.</summary>
    public Task KeepAll(CancellationToken ct) => KeepStale(new("SELECT DISTINCT contract_id FROM inbox_stale", [], Ids), ct);

    private async Task KeepStale(SqlQuery<IReadOnlyList<Guid>> stale, CancellationToken ct)
    {
        foreach (var contracts in (await store.Read(stale, ct)).Chunk(AtOnce))
        {
            await Keep(contracts, ct);
        }
    }

    // What was read may be older than what somebody else keeps meanwhile: who comes second finds that the lines it read are gone, and leaves
    // the rows alone. Who writes an event after the reading adds a line of their own, and the rows are kept once more.
    private async Task Keep(Guid[] contracts, CancellationToken ct)
    {
        var lines = await store.Read(new SqlQuery<IReadOnlyList<long>>("SELECT id FROM inbox_stale WHERE contract_id = ANY ($1)", [Of(contracts)], (rows, token) => rows.All(row => row.GetInt64(0), token)), ct);
        var reckoned = new List<InboxRow>();
        foreach (var reckoner in reckoners)
        {
            reckoned.AddRange(await reckoner.Reckon(contracts, ct));
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var together = await connection.BeginTransactionAsync(ct);
        var taken = await Take(connection, contracts, lines, ct);
        if (taken.Count > 0)
        {
            await Write(connection, [.. taken], reckoned.Where(row => taken.Contains(row.ContractId)), ct);
            await Date(connection, [.. taken], ct);
        }

        await together.CommitAsync(ct);
    }

    private static async Task<HashSet<Guid>> Take(NpgsqlConnection connection, Guid[] contracts, IReadOnlyList<long> lines, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // In one order, so that two who keep the same contracts do not wait for each other.
                SqlStatement.Of("SELECT pg_advisory_xact_lock(hashtextextended('inbox ' || id, 0)) FROM (SELECT unnest($1) AS id ORDER BY 1) contracts", contracts),
                SqlStatement.Of("DELETE FROM inbox_stale WHERE id = ANY ($1) RETURNING contract_id", lines.ToArray()),
            },
        };
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        return [.. await Ids(row, ct)];
    }

    private async Task Write(NpgsqlConnection connection, Guid[] contracts, IEnumerable<InboxRow> reckoned, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { SqlStatement.Of("DELETE FROM inbox_items WHERE contract_id = ANY ($1)", contracts) },
        };
        foreach (var source in sources)
        {
            batch.BatchCommands.Add(SqlStatement.Of(Insert(source), contracts));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(InboxRow.Insert) { Parameters = { new() { Value = InboxRow.Json(reckoned), NpgsqlDbType = NpgsqlDbType.Jsonb } } });
        batch.BatchCommands.Add(SqlStatement.Of(Standings.Keep, contracts));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static string Insert(InboxSource source) => $"""
        INSERT INTO inbox_items ({InboxRow.Columns}, urgent, told, not_for, due_on, due_is, {InboxRow.BoundaryColumns})
        SELECT p.contract_id, '{source.Side}', '{source.Type}', '{source.Noun}', p.id, p.key, p.kind, p.subject, p.wording, p.title, p.state, p.since, p.starts_on,
            p.version, p.shown_from, {(source.Awaited ? "true" : "false")}, p.urgent, p.told, p.not_for, {DueOf(source.Day)}, {InboxRow.OfContract}
        FROM ({source.Sql}) p JOIN mt_doc_contract c ON c.id = p.contract_id
        WHERE p.contract_id = ANY ($1)
        """;

    private static string DueOf(InboxDay day) => day switch
    {
        InboxDay.DUE => $"p.starts_on, CASE WHEN p.starts_on IS NOT NULL THEN '{DueKind.DEADLINE}' END",
        // Which day that is, is said below.
        InboxDay.BEGINS => $"NULL::date, CASE WHEN p.starts_on IS NOT NULL THEN '{DueKind.BEFORE}' END",
        _ => "NULL::date, NULL",
    };

    // Which days are business days C# alone knows.
    private static async Task Date(NpgsqlConnection connection, Guid[] contracts, CancellationToken ct)
    {
        const string Undated = "i.contract_id = ANY ($1) AND i.due_is IS NOT NULL AND i.due_on IS NULL";
        var starts = new List<DateOnly>();
        await Sql.Rows(connection, $"SELECT DISTINCT i.starts_on FROM inbox_items i WHERE {Undated}", row => starts.Add(row.GetFieldValue<DateOnly>(0)), ct, contracts);
        if (starts.Count > 0)
        {
            await Sql.Execute(
                connection, $"UPDATE inbox_items i SET due_on = d.due_on FROM unnest($2, $3) AS d (starts_on, due_on) WHERE {Undated} AND i.starts_on = d.starts_on",
                ct, contracts, starts.ToArray(), starts.ConvertAll(day => BusinessDays.Before(day, 1)).ToArray());
        }
    }

    private static NpgsqlParameter<Guid[]> Of(Guid[] contracts) => new() { TypedValue = contracts };

    private static Task<IReadOnlyList<Guid>> Ids(NpgsqlDataReader rows, CancellationToken ct) => rows.All(row => row.GetGuid(0), ct);
}
