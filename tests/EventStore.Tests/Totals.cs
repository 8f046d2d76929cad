using Npgsql;
using SecurityTracker.EventStore;

namespace SecurityTracker.EventStoreTests;

/// <summary>A view across accounts: for each event one row, so that an event seen twice or never shows.</summary>
public sealed class Totals(string name) : AsyncProjection
{
    public override string Name => name;

    /// <summary>When it says so, the projection fails.</summary>
    public Func<RecordedEvent, bool> Fails { get; set; } = _ => false;

    public override async Task Reset(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"CREATE TABLE IF NOT EXISTS {name} (sequence bigint, amount bigint); TRUNCATE {name}", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        if (events.Any(Fails))
        {
            throw new InvalidOperationException("A projection that fails.");
        }
        await using var command = new NpgsqlCommand($"INSERT INTO {name} SELECT * FROM unnest($1, $2)", connection)
        {
            Parameters =
            {
                new() { Value = events.Select(e => e.Sequence).ToArray() },
                new() { Value = events.Select(e => (e.Data as AmountEntered)?.Amount ?? 0).ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
