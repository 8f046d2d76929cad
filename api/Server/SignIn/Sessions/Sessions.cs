using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>A session that was opened: what the cookie holds, and what the row says.</summary>
internal sealed record OpenedSession(string Key, SignedIn Session);

/// <summary>
/// The sessions, as rows that every node reads at every request: what is revoked on one has ended on all. A key is exchanged whenever
/// what it opens grows.
/// </summary>
internal sealed class Sessions(EventStore store, NpgsqlDataSource database, OfficesOfTheMinistry offices, IOptions<SignInSettings> settings, TimeProvider time)
{
    private const int LongestUserAgent = 300;

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Opens a session; it acts as the first of the person's memberships that hold today, or as the one that is named.</summary>
    /// <param name="person">The person.</param>
    /// <param name="method">How the person proved to be the one.</param>
    /// <param name="secondFactor">Whether with a second factor.</param>
    /// <param name="next">What it waits for; unless that is nothing, it opens only the way to the next step, for a few minutes.</param>
    /// <param name="userAgent">The browser, as it calls itself.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="membershipId">What to act as.</param>
    /// <param name="provedAt">When the person proved to be the one; now where nothing is said, and never later.</param>
    public async Task<OpenedSession> Open(
        Versioned<Person> person, SignInMethod method, bool secondFactor, SignInStep next, string userAgent, CancellationToken ct, Guid? membershipId = null, DateTimeOffset? provedAt = null)
    {
        var (now, key, held) = (time.GetUtcNow(), SessionKey.Fresh(), person.Value.ActingOn(Tokyo.Today(time)));
        var session = new SignedIn(
            Guid.CreateVersion7(now), person.Id, membershipId ?? (held is [var first, ..] ? first.Id : null), next, method, secondFactor, now, now, Earlier(provedAt, now),
            await IdleOf(person.Value, ct),
            now + (next == SignInStep.DONE ? TimeSpan.FromHours(settings.Value.AbsoluteHours) : TimeSpan.FromMinutes(settings.Value.BegunMinutes)),
            userAgent.Length > LongestUserAgent ? userAgent[..LongestUserAgent] : userAgent);
        await database.Run(
            SqlStatement.Of(
                """
                INSERT INTO sessions (id, key_hash, person_id, membership_id, next, method, second_factor, signed_in_at, last_seen_at, reauthenticated_at, idle_seconds, expires_at, user_agent)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $12, $9, $10, $11)
                """,
                session.Id, SessionKey.HashOf(key), session.PersonId, session.MembershipId, next, method, secondFactor, now, (int)session.Idle.TotalSeconds, session.ExpiresAt, session.UserAgent, session.ReauthenticatedAt),
            ct);
        return new(key, session);
    }

    /// <summary>The session of a key with its person, in one round trip; null if there is none, if it has expired, or if the person was erased.</summary>
    public async Task<SessionAtHand?> Find(byte[] keyHash, CancellationToken ct)
    {
        if (await store.Read(OfKey(keyHash), ct) is not { Person.Value.Erased: false } found)
        {
            return null;
        }

        await Seen(found.Session, ct);
        return found;
    }

    /// <summary>Notes, once a minute, that a session is in use.</summary>
    private async Task Seen(SignedIn session, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now - session.LastSeenAt >= SeenEvery)
        {
            await database.Run(SqlStatement.Of("UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2", session.Id, now), ct);
        }
    }

    /// <summary>Acts as another membership from now on.</summary>
    public Task ActAs(Guid id, Guid membershipId, CancellationToken ct) =>
        database.Run(SqlStatement.Of("UPDATE sessions SET membership_id = $2 WHERE id = $1", id, membershipId), ct);

    /// <summary>Notes that the person proved to be the one again, now or when a provider says; the key changes.</summary>
    /// <returns>Until when a proof of now lets important acts through.</returns>
    public async Task<DateTimeOffset> Reauthenticate(HttpContext context, Guid id, bool secondFactor, CancellationToken ct, DateTimeOffset? provedAt = null)
    {
        var key = SessionKey.Fresh();
        await database.Run(
            SqlStatement.Of(
                "UPDATE sessions SET reauthenticated_at = greatest(reauthenticated_at, $2), second_factor = second_factor OR $3, key_hash = $4 WHERE id = $1",
                id, Earlier(provedAt, time.GetUtcNow()), secondFactor, SessionKey.HashOf(key)),
            ct);
        SessionCookie.Write(context, key);
        return time.GetUtcNow().AddMinutes(settings.Value.RecentMinutes);
    }

    /// <summary>Changes the key of a session whose person has changed how they sign in: a key that somebody took before opens nothing more.</summary>
    public async Task Rotate(HttpContext context, Guid id, CancellationToken ct)
    {
        var key = SessionKey.Fresh();
        await database.Run(SqlStatement.Of("UPDATE sessions SET key_hash = $2 WHERE id = $1", id, SessionKey.HashOf(key)), ct);
        SessionCookie.Write(context, key);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? proved, DateTimeOffset now) => proved is { } at && at < now ? at : now;

    /// <summary>Ends one of a person's sessions.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> End(Guid personId, Guid id, CancellationToken ct) =>
        await database.Run(SqlStatement.Of("DELETE FROM sessions WHERE id = $1 AND person_id = $2", id, personId), ct) > 0;

    /// <summary>Ends all of a person's sessions, but for one.</summary>
    public Task EndOthers(Guid personId, Guid? but, CancellationToken ct) => database.Run(EndingOthers(personId, but), ct);

    /// <summary>The statement of <see cref="EndOthers"/>, for the transaction of another.</summary>
    public static NpgsqlBatchCommand EndingOthers(Guid personId, Guid? but) =>
        SqlStatement.Of("DELETE FROM sessions WHERE person_id = $1 AND id <> $2", personId, but ?? Guid.Empty);

    /// <summary>A person's sessions that are open, the latest first.</summary>
    public Task<IReadOnlyList<SignedIn>> Of(Guid personId, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<SignedIn>>(
            $"SELECT {SignedIn.Columns} FROM sessions s WHERE s.person_id = $1 AND s.next = 'DONE' AND s.expires_at > $2 AND s.last_seen_at + make_interval(secs => s.idle_seconds) > $2 ORDER BY s.last_seen_at DESC, s.id DESC",
            [SqlStatement.Parameter(personId), SqlStatement.Parameter(time.GetUtcNow())],
            (row, token) => row.All(SignedIn.Read, token)),
        ct);

    /// <summary>Forgets those that have expired.</summary>
    public Task<int> ForgetExpired(CancellationToken ct) => database.Run(SqlStatement.Of("DELETE FROM sessions WHERE expires_at <= $1", time.GetUtcNow()), ct);

    private SqlQuery<SessionAtHand?> OfKey(byte[] keyHash) => new(
        $"""
        SELECT {SignedIn.Columns}, d.data, d.mt_version FROM sessions s JOIN mt_doc_person d ON d.id = s.person_id
        WHERE s.key_hash = $1 AND s.expires_at > $2 AND s.last_seen_at + make_interval(secs => s.idle_seconds) > $2
        """,
        [SqlStatement.Parameter(keyHash), SqlStatement.Parameter(time.GetUtcNow())],
        async (row, token) => await row.ReadAsync(token) ? new(SignedIn.Read(row), store.Snapshot<Person>(row, SignedIn.ColumnCount)) : null);

    private async Task<TimeSpan> IdleOf(Person person, CancellationToken ct) =>
        TimeSpan.FromMinutes(await offices.Has(person, ct) ? settings.Value.MinistryIdleMinutes : settings.Value.IdleMinutes);
}
