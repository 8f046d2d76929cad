using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>
/// The accounts, as rows. What counts (failures, steps, codes) is counted by the database, so that a hundred attempts at once are a
/// hundred attempts.
/// </summary>
internal sealed class Accounts(EventStore store, NpgsqlDataSource database, IOptions<SignInSettings> settings, TimeProvider time)
{
    /// <summary>Whether anyone has an account.</summary>
    public Task<bool> Any(CancellationToken ct) => store.Read(
        new SqlQuery<bool>("SELECT EXISTS (SELECT FROM accounts)", [], async (row, token) => await row.ReadAsync(token) && row.GetBoolean(0)), ct);

    /// <summary>The account of a person.</summary>
    public Task<Account?> Of(Guid personId, CancellationToken ct) => One("WHERE a.person_id = $1", personId, ct);

    /// <summary>The account of a mail address.</summary>
    public Task<Account?> Of(string mail, CancellationToken ct) => One("WHERE a.normalised_mail = $1", Mailbox.Normal(mail), ct);

    /// <summary>The statement that opens an account; a mail address that has one already violates <c>accounts_mail</c>.</summary>
    public NpgsqlBatchCommand Opening(Guid personId, string mail, string? passwordHash) => SqlStatement.Of(
        "INSERT INTO accounts (person_id, mail, normalised_mail, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)",
        personId, mail.Trim(), Mailbox.Normal(mail), passwordHash, time.GetUtcNow());

    /// <summary>The statement that holds a person's account until the transaction ends: what is decided over all of a person's keys, codes and links is decided one after the other.</summary>
    public static NpgsqlBatchCommand Holding(Guid personId) => SqlStatement.Of("SELECT FROM accounts WHERE person_id = $1 FOR UPDATE", personId);

    /// <summary>
    /// Removes one way to sign in, in a transaction that is refused where it was the last, or the last second factor of a role that wants one.
    /// </summary>
    /// <param name="personId">The person.</param>
    /// <param name="removal">The statement that removes it.</param>
    /// <param name="secondFactor">Whether the person's role wants a second factor.</param>
    /// <param name="ct">Cancels.</param>
    public Task RemoveWayIn(Guid personId, NpgsqlBatchCommand removal, bool secondFactor, CancellationToken ct)
    {
        var session = store.OpenSession();
        session.QueueSql(Holding(personId));
        session.QueueSql(removal);
        session.QueueSql(SqlStatement.Of("SELECT require_way_in($1, $2)", personId, secondFactor));
        return session.SaveChanges(ct);
    }

    /// <summary>
    /// Counts an attempt before it is judged; after too many in a row the account is locked for some time.
    /// </summary>
    /// <returns>False where it is locked: then nothing may succeed.</returns>
    public async Task<bool> Attempt(Guid personId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await database.Run(
            SqlStatement.Of(
                """
                UPDATE accounts SET
                    failures = CASE WHEN locked_until <= $2 THEN 1 ELSE failures + 1 END,
                    locked_until = CASE WHEN locked_until <= $2 THEN NULL WHEN failures + 1 >= $3 THEN $4::timestamptz END
                WHERE person_id = $1 AND (locked_until IS NULL OR locked_until <= $2)
                """,
                personId, now, settings.Value.FailuresUntilLocked, now.AddMinutes(settings.Value.LockedMinutes)),
            ct) > 0;
    }

    /// <summary>The attempt was right, but is only half of a sign-in: it no longer counts, those before it do.</summary>
    public Task Uncount(Guid personId, CancellationToken ct) =>
        database.Run(SqlStatement.Of("UPDATE accounts SET failures = greatest(failures - 1, 0), locked_until = NULL WHERE person_id = $1", personId), ct);

    /// <summary>The person is signed in: nothing counts any more.</summary>
    public Task ForgetFailures(Guid personId, CancellationToken ct) =>
        database.Run(SqlStatement.Of("UPDATE accounts SET failures = 0, locked_until = NULL WHERE person_id = $1 AND (failures > 0 OR locked_until IS NOT NULL)", personId), ct);

    /// <summary>The statement that sets a password's hash.</summary>
    public static NpgsqlBatchCommand SettingPassword(Guid personId, string hash) =>
        SqlStatement.Of("UPDATE accounts SET password_hash = $2 WHERE person_id = $1", personId, hash);

    /// <summary>Takes a code's step, if no code of it or of a later one was taken.</summary>
    public async Task<bool> TakeStep(Guid personId, long step, CancellationToken ct) =>
        await database.Run(SqlStatement.Of("UPDATE accounts SET totp_last_step = $2 WHERE person_id = $1 AND totp_last_step < $2", personId, step), ct) > 0;

    /// <summary>Keeps a secret until its first code comes.</summary>
    public Task BeginTotp(Guid personId, byte[] secret, CancellationToken ct) =>
        database.Run(SqlStatement.Of("UPDATE accounts SET totp_pending = $2 WHERE person_id = $1", personId, secret), ct);

    /// <summary>The first code came: the secret is in force.</summary>
    public Task ConfirmTotp(Guid personId, long step, CancellationToken ct) => database.Run(
        SqlStatement.Of("UPDATE accounts SET totp_secret = totp_pending, totp_pending = NULL, totp_since = $2, totp_last_step = $3 WHERE person_id = $1 AND totp_pending IS NOT NULL", personId, time.GetUtcNow(), step), ct);

    /// <summary>The statement that forgets the authenticator app.</summary>
    public static NpgsqlBatchCommand RemovingTotp(Guid personId) =>
        SqlStatement.Of("UPDATE accounts SET totp_secret = NULL, totp_since = NULL, totp_pending = NULL WHERE person_id = $1", personId);

    /// <summary>Takes a recovery code; each is good once.</summary>
    public async Task<bool> TakeRecoveryCode(Guid personId, string code, CancellationToken ct) =>
        await database.Run(SqlStatement.Of("DELETE FROM recovery_codes WHERE person_id = $1 AND code_hash = $2", personId, SessionKey.HashOf(RecoveryCodes.Normalise(code))), ct) > 0;

    /// <summary>Replaces the recovery codes.</summary>
    public async Task SetRecoveryCodes(Guid personId, IReadOnlyList<string> codes, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Holding(personId));
        batch.BatchCommands.Add(SqlStatement.Of("DELETE FROM recovery_codes WHERE person_id = $1", personId));
        batch.BatchCommands.Add(SqlStatement.Of(
            "INSERT INTO recovery_codes (person_id, code_hash) SELECT $1, unnest($2)", personId, codes.Select(code => SessionKey.HashOf(RecoveryCodes.Normalise(code))).ToArray()));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private Task<Account?> One(string where, object value, CancellationToken ct) => store.Read(
        new SqlQuery<Account?>($"{Account.Select} {where}", [SqlStatement.Parameter(value)], async (row, token) => await row.ReadAsync(token) ? Account.Read(row) : null), ct);
}
