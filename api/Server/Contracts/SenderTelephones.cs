using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>By which number people can be called back who send letters by hand, as rows: one a person, as they wrote it.</summary>
internal sealed class SenderTelephones(EventStore store, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Somebody's number; null where they named none.</summary>
    public Task<string?> Of(Guid personId, CancellationToken ct) => store.Read(
        new SqlQuery<string?>(
            "SELECT telephone FROM sender_telephones WHERE person_id = $1", [SqlStatement.Parameter(personId)], async (row, token) => await row.ReadAsync(token) ? row.GetString(0) : null),
        ct);

    /// <summary>Sets it; null takes it away.</summary>
    public Task Set(Guid personId, string? telephone, CancellationToken ct) => database.Run(
        telephone is null
            ? SqlStatement.Of("DELETE FROM sender_telephones WHERE person_id = $1", personId)
            : SqlStatement.Of(
                """
                INSERT INTO sender_telephones (person_id, telephone, changed_at) VALUES ($1, $2, $3)
                ON CONFLICT (person_id) DO UPDATE SET telephone = excluded.telephone, changed_at = excluded.changed_at
                """,
                personId, telephone, time.GetUtcNow()),
        ct);
}
