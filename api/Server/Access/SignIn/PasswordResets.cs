using Npgsql;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Links by which a password is chosen anew, each good once.</summary>
internal static class PasswordResets
{
    /// <summary>The statement that makes one; nothing for a person without an account.</summary>
    public static NpgsqlBatchCommand Opening(Guid personId, string token, DateTimeOffset expires) => Statement.Of(
        "INSERT INTO password_resets (token_hash, person_id, expires_at) SELECT $1, person_id, $3 FROM accounts WHERE person_id = $2", SessionKey.HashOf(token), personId, expires);

    /// <summary>The same on somebody's asking: not while one of the last minutes is open, so that nobody fills another's mailbox.</summary>
    public static NpgsqlBatchCommand Asking(Guid personId, string token, DateTimeOffset expires, TimeSpan between) => Statement.Of(
        """
        INSERT INTO password_resets (token_hash, person_id, expires_at)
        SELECT $1, a.person_id, $3 FROM accounts a
        WHERE a.person_id = $2 AND NOT EXISTS (SELECT FROM password_resets r WHERE r.person_id = $2 AND r.expires_at > $4)
        """,
        SessionKey.HashOf(token), personId, expires, expires - between);

    /// <summary>The statement that ends those of a person.</summary>
    public static NpgsqlBatchCommand Ending(Guid personId) => Statement.Of("DELETE FROM password_resets WHERE person_id = $1", personId);

    /// <summary>The address of one. The token stays out of logs: it is a fragment.</summary>
    public static string Link(string address, string token) => $"{address}/password-reset#{token}";
}
