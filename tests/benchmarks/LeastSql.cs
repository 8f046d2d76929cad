using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace SecurityTracker.Benchmarks;

/// <summary>The least SQL, by hand and in one round trip, that keeps streams, events and snapshots: no headers, scope or tenant; tables of its own.</summary>
internal sealed class LeastSql(NpgsqlDataSource source, JsonSerializerOptions json)
{
    public const string Tables = """
        CREATE SEQUENCE least_sequence;
        CREATE TABLE least_streams (id uuid PRIMARY KEY, type varchar, version bigint NOT NULL);
        CREATE TABLE least_events (seq_id bigint PRIMARY KEY DEFAULT nextval('least_sequence'), stream_id uuid NOT NULL REFERENCES least_streams, version bigint NOT NULL,
            type varchar NOT NULL, data jsonb NOT NULL, timestamp timestamptz NOT NULL DEFAULT now(), UNIQUE (stream_id, version));
        CREATE TABLE least_obligation (id uuid PRIMARY KEY, data jsonb NOT NULL, version bigint NOT NULL, contract_id uuid, status varchar);
        CREATE INDEX ON least_obligation (contract_id, id);
        """;

    private const string InsertStream = "INSERT INTO least_streams (id, type, version) VALUES ($1, 'obligation', 1)";
    private const string InsertEvent = "INSERT INTO least_events (stream_id, version, type, data) VALUES ($1, $2, $3, $4)";
    private const string UpsertSnapshot = """
        INSERT INTO least_obligation (id, data, version, contract_id, status) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET data = EXCLUDED.data, version = EXCLUDED.version, contract_id = EXCLUDED.contract_id, status = EXCLUDED.status
        """;

    public Task StartWithSnapshot(Guid id)
    {
        var state = Obligation.Evolve(Obligation.Initial, Subject.First);
        return Send(new(InsertStream) { Parameters = { P(id) } }, Event(id, 1, Subject.First), Snapshot(id, state, 1));
    }

    public async Task FetchAndAppend(Guid id, int i)
    {
        var (state, version) = await Load(id);
        var e = Subject.Next(i);
        await Send(
            new("UPDATE least_streams SET version = $2 + 1 WHERE id = $1 AND version = $2") { Parameters = { P(id), P(version) } },
            Event(id, version + 1, e),
            Snapshot(id, Obligation.Evolve(state, e), version + 1));
    }

    public async Task<(Obligation State, long Version)> Load(Guid id)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT data, version FROM least_obligation WHERE id = $1", connection) { Parameters = { P(id) } };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (JsonSerializer.Deserialize<Obligation>(reader.GetFieldValue<byte[]>(0), json)!, reader.GetInt64(1));
    }

    public async Task<Obligation> Aggregate(Guid id)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT type, data FROM least_events WHERE stream_id = $1 ORDER BY version", connection) { Parameters = { P(id) } };
        await using var reader = await command.ExecuteReaderAsync();
        var state = Obligation.Initial;
        while (await reader.ReadAsync())
        {
            state = Obligation.Evolve(state, Read(reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }
        return state;
    }

    private async Task Send(params NpgsqlBatchCommand[] commands)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
    }

    private NpgsqlBatchCommand Event(Guid id, long version, object e) => new(InsertEvent) { Parameters = { P(id), P(version), P(Name(e)), Json(e) } };

    private NpgsqlBatchCommand Snapshot(Guid id, Obligation state, long version) => new(UpsertSnapshot)
    {
        Parameters = { P(id), Json(state), P(version), P(state.ContractId), new() { Value = (object?)state.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar } },
    };

    private NpgsqlParameter Json(object value) => new() { Value = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlParameter<T> P<T>(T value) => new() { TypedValue = value };

    private static string Name(object e) => e switch { ObligationOpened => "obligation_opened", StatusSet => "status_set", _ => "method_set" };

    private object Read(string type, byte[] data) => type switch
    {
        "obligation_opened" => JsonSerializer.Deserialize<ObligationOpened>(data, json)!,
        "status_set" => JsonSerializer.Deserialize<StatusSet>(data, json)!,
        _ => JsonSerializer.Deserialize<MethodSet>(data, json)!,
    };
}
