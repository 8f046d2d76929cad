using Npgsql;
using SecurityTracker.EventStore;

namespace SecurityTracker.Benchmarks;

/// <summary>The work of the projection measured: a number for each event, added up by stream.</summary>
public static class Weight
{
    public static int Of(object e) => e switch { StatusSet set => set.Reason?.Length ?? 0, MethodSet set => set.Method.Length, _ => 1 };

    public static Task Create(NpgsqlConnection connection, string table) =>
        Execute(connection, $"CREATE TABLE IF NOT EXISTS {table} (stream_id uuid PRIMARY KEY, weight bigint NOT NULL); TRUNCATE {table}");

    public static Task Write(NpgsqlConnection connection, string table, IReadOnlyList<Guid> streams, IReadOnlyList<int> numbers) => Execute(
        connection,
        $"""
        INSERT INTO {table} AS w SELECT id, sum(n) FROM unnest($1, $2) AS e (id, n) GROUP BY id
        ON CONFLICT (stream_id) DO UPDATE SET weight = w.weight + EXCLUDED.weight
        """,
        new NpgsqlParameter<Guid[]> { TypedValue = [.. streams] },
        new NpgsqlParameter<int[]> { TypedValue = [.. numbers] });

    private static async Task Execute(NpgsqlConnection connection, string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The same work, as the daemon does it.</summary>
public sealed class Weights(string name) : AsyncProjection
{
    public override string Name => name;

    public override Task Reset(NpgsqlConnection connection, CancellationToken ct) => Weight.Create(connection, name);

    public override Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> events, CancellationToken ct) =>
        Weight.Write(connection, name, [.. events.Select(e => e.StreamId)], [.. events.Select(e => Weight.Of(e.Data))]);
}
