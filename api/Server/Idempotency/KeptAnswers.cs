using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Idempotency;

/// <summary>An answer that was given before.</summary>
/// <param name="RequestHash">Of the request that it was given to.</param>
/// <param name="Body">Null where the request wrote nothing.</param>
internal sealed record KeptAnswer(byte[] RequestHash, int Status, string? Location, long? Version, JsonNode? Body);

/// <summary>The answers of the last 24 hours.</summary>
internal sealed class KeptAnswers(EventStore store, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(24);

    private const string FindOrForget = """
        WITH forgotten AS (DELETE FROM idempotent_answers WHERE actor_id = $1 AND key = $2 AND answered_at <= $3)
        SELECT request_hash, status, location, version, body, sequence FROM idempotent_answers
        WHERE actor_id = $1 AND key = $2 AND answered_at > $3
        """;

    /// <summary>What was answered to this key, or null; a key that is older than <see cref="Age"/> is free again.</summary>
    public Task<KeptAnswer?> Find(IdempotencyKey key, CancellationToken ct) => store.Read(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand(FindOrForget, connection);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = key.ActorId });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Key });
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Oldest });
            await using var row = await command.ExecuteReaderAsync(token);
            return await row.ReadAsync(token) ? Read(row) : null;
        },
        ct);

    /// <summary>Remembers a request that succeeded and wrote nothing; where it came before and was carried out again, it is remembered already.</summary>
    public async Task Remember(NpgsqlBatchCommand insert, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Forgets what is older than <see cref="Age"/>, so that its keys are free again.</summary>
    public async Task<int> ForgetOld(CancellationToken ct)
    {
        await using var command = database.CreateCommand("DELETE FROM idempotent_answers WHERE answered_at <= $1");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Oldest });
        return await command.ExecuteNonQueryAsync(ct);
    }

    private DateTime Oldest => (time.GetUtcNow() - Age).UtcDateTime;

    private static KeptAnswer Read(NpgsqlDataReader row)
    {
        var body = row.IsDBNull(4) ? null : JsonNode.Parse(row.GetString(4));
        if (body is JsonObject answer && answer.ContainsKey("sequence"))
        {
            answer["sequence"] = row.GetInt64(5);
        }

        return new(row.GetFieldValue<byte[]>(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetInt64(3), body);
    }
}
