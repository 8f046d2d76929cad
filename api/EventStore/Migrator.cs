using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace SecurityTracker.EventStore;

/// <summary>Numbered SQL of one owner, embedded in its assembly.</summary>
internal sealed record MigrationSource(string Owner, Assembly Assembly, string Prefix)
{
    /// <summary>In order of their numbers. The name is <c>NNNN-what-it-does</c>.</summary>
    public IEnumerable<(int Number, string Name, string Sql)> Steps() =>
        Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal) && !n.AsSpan(Prefix.Length).Contains('/'))
            .Select(n => (Resource: n, Name: n[Prefix.Length..^4]))
            .Select(n => (int.Parse(n.Name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), n.Name, Text(n.Resource)))
            .OrderBy(s => s.Item1);

    private string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>Brings a database forward, in one transaction under an advisory lock: whoever comes second finds it done.</summary>
internal sealed class Migrator(Store store)
{
    // Any constant will do; it only has to be the same in every process.
    private const long Lock = 5_301_880_214;

    private const string OwnTable = """
        CREATE TABLE IF NOT EXISTS mt_migrations (
            owner varchar NOT NULL, number integer NOT NULL, name varchar NOT NULL, sha256 varchar NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (owner, number))
        """;

    /// <summary>
    /// A database restored into another server keeps transaction ids that this server has not reached: the daemon would withhold
    /// those events, and pass by new ones. Then all that is there counts as one settled past; a projection that had not seen all of it is built again.
    /// </summary>
    private const string SettleSql = """
        DO $$
        DECLARE newest record;
        BEGIN
            SELECT transaction_id, seq_id INTO newest FROM mt_events ORDER BY transaction_id DESC, seq_id DESC LIMIT 1;
            IF newest.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) THEN
                DELETE FROM mt_event_progression WHERE (last_transaction_id, last_seq_id) <> (newest.transaction_id, newest.seq_id);
                UPDATE mt_event_progression SET last_transaction_id = '0', last_seq_id = (SELECT max(seq_id) FROM mt_events);
                UPDATE mt_events SET transaction_id = '0';
            END IF;
        END $$
        """;

    public async Task Run(CancellationToken ct)
    {
        await using var connection = await store.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Sql.Execute(connection, $"SET LOCAL client_min_messages = warning; SELECT pg_advisory_xact_lock({Lock})", ct);
        await Sql.Execute(connection, OwnTable, ct);
        foreach (var source in store.Options.Migrations)
        {
            await Apply(connection, source, ct);
        }
        foreach (var table in store.Options.Tables)
        {
            await Sql.Execute(connection, table.CreateSql(), ct);
        }
        await Sql.Execute(connection, SettleSql, ct);
        await transaction.CommitAsync(ct);
        foreach (var table in store.Options.Tables)
        {
            await Refresh(table, ct);
        }
    }

    public async Task<IReadOnlyList<string>> Pending(CancellationToken ct)
    {
        await using var connection = await store.Source.OpenConnectionAsync(ct);
        var known = await Exists(connection, "mt_migrations", ct);
        var pending = new List<string>();
        foreach (var source in store.Options.Migrations)
        {
            var applied = known ? await Applied(connection, source.Owner, ct) : [];
            pending.AddRange(source.Steps().Where(s => !applied.ContainsKey(s.Number)).Select(s => $"{source.Owner} {s.Name}"));
        }
        foreach (var table in store.Options.Tables)
        {
            if (!await Exists(connection, table.TableName, ct))
            {
                pending.Add(table.TableName);
            }
        }
        return pending;
    }

    private static async Task Apply(NpgsqlConnection connection, MigrationSource source, CancellationToken ct)
    {
        var applied = await Applied(connection, source.Owner, ct);
        foreach (var (number, name, sql) in source.Steps())
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (applied.TryGetValue(number, out var before))
            {
                if (!string.Equals(before, sha256, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"The migration {source.Owner} {name} was changed after it had been applied. Migrations only go forward: add a new one.");
                }
                continue;
            }
            await Sql.Execute(connection, sql, ct);
            await Sql.Execute(
                connection, "INSERT INTO mt_migrations (owner, number, name, sha256) VALUES ($1, $2, $3, $4)", ct,
                Sql.Text(source.Owner), new NpgsqlParameter<int> { TypedValue = number }, Sql.Text(name), Sql.Text(sha256));
        }
    }

    private static async Task<Dictionary<int, string>> Applied(NpgsqlConnection connection, string owner, CancellationToken ct)
    {
        var applied = new Dictionary<int, string>();
        await using var command = new NpgsqlCommand("SELECT number, sha256 FROM mt_migrations WHERE owner = $1", connection) { Parameters = { new() { Value = owner } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }
        return applied;
    }

    /// <summary>Folds again what an earlier release folded, and writes promoted columns that are new; the program may serve meanwhile.</summary>
    private async Task Refresh(DocumentTable table, CancellationToken ct)
    {
        var session = store.OpenSession();
        var stale = await store.Read(
            (c, token) => Sql.Scalar<Guid[]>(c, $"SELECT coalesce(array_agg(id), '{{}}') FROM ({table.StaleSql}) stale", token), ct);
        foreach (var id in stale)
        {
            if (await table.Refresh(session, id, ct) is { } command)
            {
                session.QueueSql(command);
                await session.SaveChanges(ct);
            }
        }
    }

    private static Task<bool> Exists(NpgsqlConnection connection, string table, CancellationToken ct) =>
        Sql.Scalar<bool>(connection, "SELECT to_regclass($1) IS NOT NULL", ct, Sql.Text(table));
}
