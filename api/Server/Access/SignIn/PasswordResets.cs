using Npgsql;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Links by which a password is chosen anew, each good once.</summary>
internal static class PasswordResets
{
    /// <summary>The statement that makes one; nothing for a person without an account.</summary>
    public static NpgsqlBatchCommand Opening(Guid personId, string token, DateTimeOffset expires) => Statement.Of(
        "INSERT INTO password_resets (token_hash, person_id, expires_at) SELECT $1, person_id, $3 FROM accounts WHERE person_id = $2", SessionKey.HashOf(token), personId, expires);

    /// <summary>The address of one. The token stays out of logs: it is a fragment.</summary>
    public static string Link(string address, string token) => $"{address}/password-reset#{token}";
}
