using Npgsql;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reminders;

/// <summary>The secret addresses of calendars, as rows: one a person.</summary>
internal sealed class CalendarFeeds(EventStore store, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Makes a person's address anew; the one before is good no more.</summary>
    /// <returns>What opens it; it is not kept.</returns>
    public async Task<string> Make(Guid personId, CancellationToken ct)
    {
        var token = SessionKey.Fresh();
        await database.Run(
            SqlStatement.Of(
                """
                INSERT INTO calendar_feeds (person_id, token_hash, made_at) VALUES ($1, $2, $3)
                ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at
                """,
                personId, SessionKey.HashOf(token), time.GetUtcNow()),
            ct);
        return token;
    }

    /// <summary>Takes a person's address back; nothing where there is none.</summary>
    public Task Revoke(Guid personId, CancellationToken ct) => database.Run(SqlStatement.Of("DELETE FROM calendar_feeds WHERE person_id = $1", personId), ct);

    /// <summary>Since when a person has one; null without one.</summary>
    public Task<DateTimeOffset?> Since(Guid personId, CancellationToken ct) => store.Read(
        new SqlQuery<DateTimeOffset?>(
            "SELECT made_at FROM calendar_feeds WHERE person_id = $1", [SqlStatement.Parameter(personId)], async (row, token) => await row.ReadAsync(token) ? row.GetFieldValue<DateTimeOffset>(0).ToUniversalTime() : null),
        ct);

    /// <summary>Whose an address is; null for one that is good no more, or never was.</summary>
    public Task<Guid?> PersonOf(string token, CancellationToken ct) => store.Read(
        new SqlQuery<Guid?>(
            "SELECT person_id FROM calendar_feeds WHERE token_hash = $1", [SqlStatement.Parameter(SessionKey.HashOf(token))], async (row, cancel) => await row.ReadAsync(cancel) ? row.GetGuid(0) : null),
        ct);
}
