using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>Links by which a password is chosen anew, each good once.</summary>
internal sealed class PasswordResets(EventStore store, TimeProvider time)
{
    /// <summary>The rule that a link is taken once.</summary>
    internal const string Taken = "password_reset_taken";

    /// <summary>How long one stands before another is made for the same person.</summary>
    internal static readonly TimeSpan NextAfter = TimeSpan.FromMinutes(5);

    /// <summary>The statement that makes one; nothing for a person without an account.</summary>
    public static NpgsqlBatchCommand Opening(Guid personId, string token, DateTimeOffset expires) => SqlStatement.Of(
        "INSERT INTO password_resets (token_hash, person_id, expires_at) SELECT $1, person_id, $3 FROM accounts WHERE person_id = $2", SessionKey.HashOf(token), personId, expires);

    /// <summary>The rule that none is made while one of the last minutes is open, so that nobody fills another's mailbox.</summary>
    internal const string Recent = "password_reset_recent";

    /// <summary>The statement that makes one on somebody's asking, if that rule lets it. The caller holds the account.</summary>
    public static NpgsqlBatchCommand Asking(Guid personId, string token, DateTimeOffset expires) => SqlStatement.Taking(
        Recent,
        """
        INSERT INTO password_resets (token_hash, person_id, expires_at)
        SELECT $1, a.person_id, $3 FROM accounts a
        WHERE a.person_id = $2 AND NOT EXISTS (SELECT FROM password_resets r WHERE r.person_id = $2 AND r.expires_at > $4)
        """,
        SessionKey.HashOf(token), personId, expires, expires - NextAfter);

    /// <summary>Whose password a link is for, or null where it is not good.</summary>
    public Task<Guid?> PersonOf(string token, CancellationToken ct) => store.Read(
        new SqlQuery<Guid?>(
            "SELECT person_id FROM password_resets WHERE token_hash = $1 AND expires_at > $2", [SqlStatement.Parameter(SessionKey.HashOf(token)), SqlStatement.Parameter(time.GetUtcNow())],
            async (row, cancel) => await row.ReadAsync(cancel) ? row.GetGuid(0) : null),
        ct);

    /// <summary>The statement that takes one, in the transaction that sets the password.</summary>
    public NpgsqlBatchCommand Taking(string token) =>
        SqlStatement.Taking(Taken, "DELETE FROM password_resets WHERE token_hash = $1 AND expires_at > $2", SessionKey.HashOf(token), time.GetUtcNow());

    /// <summary>The statement that ends those of a person.</summary>
    public static NpgsqlBatchCommand Ending(Guid personId) => SqlStatement.Of("DELETE FROM password_resets WHERE person_id = $1", personId);

    /// <summary>The address of one. The token stays out of logs: it is a fragment.</summary>
    public static string Link(string address, string token) => $"{address}/password-reset#{token}";
}
