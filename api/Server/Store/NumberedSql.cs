using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace SecurityTracker.Server.Store;

/// <summary>Numbered SQL of one owner, embedded in its assembly: each step is run once, in order, and never changes afterwards.</summary>
internal sealed record NumberedSql(string Owner, Assembly Assembly, string Prefix)
{
    public const string OwnTable = """
        CREATE TABLE IF NOT EXISTS mt_migrations (
            owner varchar NOT NULL, number integer NOT NULL, name varchar NOT NULL, sha256 varchar NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (owner, number))
        """;

    /// <summary>The steps that this database has not had, as <c>owner NNNN-what-it-does</c>.</summary>
    public async Task<IReadOnlyList<string>> Pending(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = await Applied(connection, ct);
        return [.. Steps().Where(s => !applied.ContainsKey(s.Number)).Select(s => $"{Owner} {s.Name}")];
    }

    /// <summary>Runs them.</summary>
    public async Task Apply(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = await Applied(connection, ct);
        foreach (var (number, name, sql) in Steps())
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (!applied.TryGetValue(number, out var before))
            {
                await Sql.Execute(connection, sql, ct);
                await Sql.Execute(connection, "INSERT INTO mt_migrations (owner, number, name, sha256) VALUES ($1, $2, $3, $4)", ct, Owner, number, name, sha256);
            }
            else if (!string.Equals(before, sha256, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The migration {Owner} {name} was changed after it had been applied. Migrations only go forward: add a new one.");
            }
        }
    }

    private async Task<Dictionary<int, string>> Applied(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = new Dictionary<int, string>();
        if (await Sql.Exists(connection, "mt_migrations", ct))
        {
            await Sql.Rows(connection, "SELECT number, sha256 FROM mt_migrations WHERE owner = $1", row => applied.Add(row.GetInt32(0), row.GetString(1)), ct, Owner);
        }

        return applied;
    }

    private IEnumerable<(int Number, string Name, string Sql)> Steps() =>
        Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal) && !n.AsSpan(Prefix.Length).Contains('/'))
            .Select(n => (Resource: n, Name: n[Prefix.Length..^4]))
            .Select(n => (int.Parse(n.Name.AsSpan(0, 4), CultureInfo.InvariantCulture), n.Name, Text(n.Resource)))
            .OrderBy(s => s.Item1);

    private string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
