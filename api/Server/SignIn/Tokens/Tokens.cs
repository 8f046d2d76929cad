using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>A token as it was sent with a request.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Actor">Who acts: the person it belongs to in one membership, or a program.</param>
/// <param name="Scopes">What it is good for.</param>
internal sealed record TokenInUse(Guid Id, Actor Actor, IReadOnlySet<string> Scopes)
{
    /// <summary>Whether its scopes reach to a request: <c>read</c> for reading, <c>write</c> for the rest, and <c>acts</c> too where a person would have to prove to be the one.</summary>
    public bool Allows(HttpContext context)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var acts = context.GetEndpoint()?.Metadata.GetMetadata<RecentSignIn>() is not null;
        return Scopes.Contains(reads ? TokenScopes.Read : TokenScopes.Write) && (!acts || Scopes.Contains(TokenScopes.Acts));
    }
}

/// <summary>What tokens can be good for.</summary>
internal static class TokenScopes
{
    /// <summary>Reading.</summary>
    public const string Read = "read";

    /// <summary>Writing.</summary>
    public const string Write = "write";

    /// <summary>Finalising, submitting, acts of authority.</summary>
    public const string Acts = "acts";

    /// <summary>All.</summary>
    public static IReadOnlyList<string> All { get; } = [Read, Write, Acts];
}

/// <summary>A token to be made: of a person in a membership, or of a program.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it is good for.</param>
/// <param name="ExpiresOn">Its last day (Tokyo).</param>
internal sealed record NewToken(Guid? PersonId, Guid? MembershipId, Guid? ServiceAccountId, string Name, IReadOnlyList<string> Scopes, DateOnly ExpiresOn);

/// <summary>A token, as it is listed.</summary>
internal sealed record TokenDetails(
    Guid Id, string Name, IReadOnlyList<string> Scopes, Guid? MembershipId, DateTimeOffset CreatedAt, DateOnly ExpiresOn, DateTimeOffset? LastUsedAt);

/// <summary>The tokens of people and programs, as rows that every node reads at every request.</summary>
internal sealed class Tokens(EventStore store, NpgsqlDataSource database, People people, TimeProvider time)
{
    /// <summary>How a token begins, so that one that was lost in a text can be found.</summary>
    public const string Prefix = "st_";

    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    /// <summary>The rule that nothing is made by who is signed in no longer.</summary>
    internal const string SignedOut = "signed_out";

    /// <summary>Makes a token in the session's transaction; refused where the maker's sign-in ended meanwhile, so that a reset leaves no token behind that it did not see.</summary>
    /// <param name="session">The unit of work.</param>
    /// <param name="token">The token.</param>
    /// <param name="madeIn">The sign-in in which it is made; null where the program itself makes it.</param>
    /// <returns>Its id, and itself: it is shown this once.</returns>
    public (Guid Id, string Token) Issue(Session session, NewToken token, SignedIn? madeIn)
    {
        var (now, key) = (time.GetUtcNow(), Prefix + SessionKey.Fresh());
        var id = Guid.CreateVersion7(now);
        session.QueueSql(Accounts.Holding(madeIn?.PersonId ?? Guid.Empty));
        session.QueueSql(SqlStatement.Taking(
            SignedOut,
            """
            INSERT INTO tokens (id, key_hash, person_id, membership_id, service_account_id, name, scopes, created_at, expires_on)
            SELECT $1::uuid, $2::bytea, $3::uuid, $4::uuid, $5::uuid, $6, $7::text[], $8::timestamptz, $9::date WHERE $10::uuid IS NULL OR EXISTS (SELECT FROM sessions WHERE id = $10)
            """,
            id, SessionKey.HashOf(key), token.PersonId, token.MembershipId, token.ServiceAccountId, token.Name, token.Scopes.ToArray(), now, token.ExpiresOn, madeIn?.Id));
        return (id, key);
    }

    /// <summary>Who a token acts for, or null where it is unknown, has expired, was revoked, or its membership no longer holds.</summary>
    public async Task<TokenInUse?> Find(string token, CancellationToken ct)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || await Row(SessionKey.HashOf(token), ct) is not { } row)
        {
            return null;
        }

        var actor = row.Person is var (person, membership) ? await people.Acting(person, membership, ct) : row.Service;
        if (actor is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (row.LastUsedAt is not { } last || now - last >= UsedEvery)
        {
            await database.Run(SqlStatement.Of("UPDATE tokens SET last_used_at = $2 WHERE id = $1", row.Id, now), ct);
        }

        return new(row.Id, actor, row.Scopes);
    }

    /// <summary>The tokens of a person or of a program, the newest first.</summary>
    public Task<IReadOnlyList<TokenDetails>> Of(Guid owner, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<TokenDetails>>(
            "SELECT id, name, scopes, membership_id, created_at, expires_on, last_used_at FROM tokens WHERE person_id = $1 OR service_account_id = $1 ORDER BY id DESC",
            [SqlStatement.Parameter(owner)],
            (row, token) => row.All<TokenDetails>(r => new(
                r.GetGuid(0), r.GetString(1), r.GetFieldValue<string[]>(2), r.OrNull<Guid>(3), r.GetFieldValue<DateTimeOffset>(4),
                r.GetFieldValue<DateOnly>(5), r.OrNull<DateTimeOffset>(6)), token)),
        ct);

    /// <summary>The statement that ends a person's tokens, but for those that are kept knowingly.</summary>
    public static NpgsqlBatchCommand EndingOthers(Guid personId, IReadOnlyList<Guid>? keep) =>
        SqlStatement.Of("DELETE FROM tokens WHERE person_id = $1 AND id <> ALL ($2)", personId, (keep ?? []).ToArray());

    /// <summary>Revokes one.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> Revoke(Guid owner, Guid id, CancellationToken ct) =>
        await database.Run(SqlStatement.Of("DELETE FROM tokens WHERE id = $2 AND (person_id = $1 OR service_account_id = $1)", owner, id), ct) > 0;

    private Task<Found?> Row(byte[] hash, CancellationToken ct) => store.Read(
        new SqlQuery<Found?>(
            """
            SELECT t.id, t.scopes, t.last_used_at, t.person_id, t.membership_id, a.id, a.organisation_id, a.section_id, a.role
            FROM tokens t LEFT JOIN service_accounts a ON a.id = t.service_account_id AND a.ended_at IS NULL
            WHERE t.key_hash = $1 AND t.expires_on >= $2
            """,
            [SqlStatement.Parameter(hash), SqlStatement.Parameter(Tokyo.Today(time))],
            async (row, token) => await row.ReadAsync(token) ? Read(row) : null),
        ct);

    private static Found Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetFieldValue<string[]>(1).ToHashSet(StringComparer.Ordinal),
        row.OrNull<DateTimeOffset>(2),
        row.IsDBNull(3) ? null : (row.GetGuid(3), row.GetGuid(4)),
        row.IsDBNull(5) ? null : new Actor(ActorKind.SERVICE, row.GetGuid(5), row.GetGuid(6), row.OrNull<Guid>(7), row.Word<Role>(8)));

    private sealed record Found(Guid Id, IReadOnlySet<string> Scopes, DateTimeOffset? LastUsedAt, (Guid Person, Guid Membership)? Person, Actor? Service);
}
