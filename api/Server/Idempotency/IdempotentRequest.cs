using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Idempotency;

/// <summary>A key, as this actor uses it, and the hash of the request that it stands for.</summary>
internal sealed record IdempotencyKey(Guid ActorId, string Key, byte[] RequestHash);

/// <summary>The request at hand, where it came with an <c>Idempotency-Key</c>; without one this does nothing.</summary>
internal sealed class IdempotentRequest(IOptions<JsonOptions> json, TimeProvider time)
{
    /// <summary>The key, or null.</summary>
    public IdempotencyKey? Key { get; set; }

    /// <summary>Whether the answer went into a transaction.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Writes the answer in the transaction of what it answers for. The sequence is known to the database alone by then.</summary>
    /// <param name="session">The session that is about to be saved.</param>
    /// <param name="body">The answer, as it would be without its sequence.</param>
    /// <param name="status">Its status.</param>
    /// <param name="location">Its Location.</param>
    /// <param name="version">Its ETag.</param>
    public void KeepIn(Session session, object body, int status, string? location, long? version)
    {
        if (Key is null)
        {
            return;
        }

        session.QueueSql(Insert(Key, JsonSerializer.SerializeToUtf8Bytes(body, json.Value.SerializerOptions), status, location, version, session.HasEvents ? Session.LastSequence : "0"));
        IsKept = true;
    }

    /// <summary>The statement that remembers an answer; a body of null means that nothing was written. The sequence is SQL.</summary>
    public NpgsqlBatchCommand Insert(IdempotencyKey key, byte[]? body, int status, string? location, long? version, string sequence = "0")
    {
        // Of a request that wrote nothing only the hash is kept, by whoever comes first; it is carried out again each time.
        var orNot = body is null ? "ON CONFLICT DO NOTHING" : "";
        return new($"""
            INSERT INTO idempotent_answers (actor_id, key, request_hash, status, location, version, body, answered_at, sequence)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, {sequence})
            {orNot}
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = key.ActorId },
                new NpgsqlParameter<string> { TypedValue = key.Key },
                new NpgsqlParameter<byte[]> { TypedValue = key.RequestHash },
                new NpgsqlParameter<int> { TypedValue = status },
                new NpgsqlParameter { Value = (object?)location ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter { Value = (object?)version ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
                new NpgsqlParameter { Value = (object?)body ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Json },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        };
    }
}
