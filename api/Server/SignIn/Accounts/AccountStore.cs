using Microsoft.AspNetCore.Identity;
using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>
/// The accounts as ASP.NET Core Identity's passkey handler wants them: found by id, with their passkeys. What else Identity could do
/// with an account it does not do here (infra/decisions: the database counts and takes, not the framework).
/// </summary>
internal sealed class AccountStore(Accounts accounts, EventStore store, NpgsqlDataSource database) : IUserPasskeyStore<Account>
{
    private const string Columns = "credential_id, public_key, created_at, sign_count, transports, user_verified, backup_eligible, backed_up, name";

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PersonId.ToString("D"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Mail);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(Mailbox.Normal(user.Mail));

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? accounts.Of(id, cancellationToken) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => accounts.Of(normalizedUserName, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. await Passkeys("person_id = $1", user.PersonId, cancellationToken)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var owner = await store.Read(
            new SqlQuery<Guid?>(
                "SELECT person_id FROM passkeys WHERE credential_id = $1", [SqlStatement.Parameter(credentialId)], async (row, token) => await row.ReadAsync(token) ? row.GetGuid(0) : null),
            cancellationToken);
        return owner is { } id ? await accounts.Of(id, cancellationToken) : null;
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await GetPasskeysAsync(user, cancellationToken)).FirstOrDefault(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId));

    /// <summary>Notes that a passkey was used; its counter only ever rises.</summary>
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        await database.Run(
            SqlStatement.Of(
                "UPDATE passkeys SET sign_count = greatest(sign_count, $2), backed_up = $3, user_verified = $4 WHERE credential_id = $1",
                passkey.CredentialId, (long)passkey.SignCount, passkey.IsBackedUp, passkey.IsUserVerified),
            cancellationToken);
    }

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        database.Run(SqlStatement.Of("DELETE FROM passkeys WHERE person_id = $1 AND credential_id = $2", user.PersonId, credentialId), cancellationToken);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private Task<IReadOnlyList<UserPasskeyInfo>> Passkeys(string where, object value, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<UserPasskeyInfo>>(
            $"SELECT {Columns} FROM passkeys WHERE {where} ORDER BY id", [SqlStatement.Parameter(value)], (rows, token) => rows.All(Read, token)),
        ct);

    private static UserPasskeyInfo Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<DateTimeOffset>(2), (uint)row.GetInt64(3), row.GetFieldValue<string[]>(4),
        row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7), [], []) { Name = row.GetString(8) };
}
