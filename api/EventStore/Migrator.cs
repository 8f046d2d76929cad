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
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
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

    public async Task Run(CancellationToken ct)
    {
        await using var connection = await store.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(connection, $"SET LOCAL client_min_messages = warning; SELECT pg_advisory_xact_lock({Lock})", ct);
        await Execute(connection, OwnTable, ct);
        foreach (var source in store.Options.Migrations)
        {
            await Apply(connection, source, ct);
        }
        foreach (var table in store.Options.Tables)
        {
            await Execute(connection, table.CreateSql(), ct);
        }
        await transaction.CommitAsync(ct);
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
            await Execute(connection, sql, ct);
            await using var record = new NpgsqlCommand("INSERT INTO mt_migrations (owner, number, name, sha256) VALUES ($1, $2, $3, $4)", connection)
            {
                Parameters = { new() { Value = source.Owner }, new() { Value = number }, new() { Value = name }, new() { Value = sha256 } },
            };
            await record.ExecuteNonQueryAsync(ct);
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

    private static async Task<bool> Exists(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection) { Parameters = { new() { Value = table } } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
