using System.Text.Json;
using Hangfire;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>A new password that was asked for.</summary>
/// <param name="Mail">For which address.</param>
/// <param name="Address">The address of the program, for the link.</param>
internal sealed record AskedReset(string Mail, string Address);

/// <summary>
/// Passwords that were asked for and not looked after yet. Whether there is an account is looked up behind the answer, so that it can not
/// be told from how long an answer takes: before it, one row is written either way.
/// </summary>
internal sealed class PasswordResetsAsked(
    EventStore store, NpgsqlDataSource database, Outbox outbox, RecipientHash recipients, IDataProtectionProvider protection, TimeProvider time) : IEraser
{
    /// <summary>The rule that one is looked after once.</summary>
    internal const string Taken = "password_reset_asked_taken";

    /// <summary>How many wait at most.</summary>
    internal const int MostWaiting = 1000;

    private readonly IDataProtector protector = protection.CreateProtector(nameof(PasswordResetsAsked));

    /// <summary>Takes one on; false where too many wait.</summary>
    public async Task<bool> Take(AskedReset asked, CancellationToken ct)
    {
        var (now, id) = (time.GetUtcNow(), Guid.NewGuid());
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(SqlStatement.Of(
            "INSERT INTO password_resets_asked (id, content, recipient, asked_at) SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM password_resets_asked) < $5",
            id, protector.Protect(JsonSerializer.SerializeToUtf8Bytes(asked)), recipients.Of(asked.Mail), now, MostWaiting));
        batch.BatchCommands.Add(outbox.Queueing<AnswerAskedReset>(id));
        await batch.ExecuteNonQueryAsync(ct);
        return batch.BatchCommands[0].RecordsAffected == 1;
    }

    /// <summary>One of them; null where it was looked after.</summary>
    public Task<AskedReset?> Find(Guid id, CancellationToken ct) => store.Read(
        new SqlQuery<AskedReset?>("SELECT content FROM password_resets_asked WHERE id = $1", [SqlStatement.Parameter(id)], async (row, token) =>
            await row.ReadAsync(token) ? JsonSerializer.Deserialize<AskedReset>(protector.Unprotect(row.GetFieldValue<byte[]>(0))) : null),
        ct);

    /// <summary>The statement that takes one away, in the transaction of what it led to.</summary>
    public static NpgsqlBatchCommand Taking(Guid id) => SqlStatement.Taking(Taken, "DELETE FROM password_resets_asked WHERE id = $1", id);

    /// <summary>Takes one away that led to nothing.</summary>
    public Task Drop(Guid id, CancellationToken ct) => database.Run(SqlStatement.Of("DELETE FROM password_resets_asked WHERE id = $1", id), ct);

    public NpgsqlBatchCommand Erasing(string mail) => SqlStatement.Of("DELETE FROM password_resets_asked WHERE recipient = $1", recipients.Of(mail));
}

/// <summary>Looks after a forgotten password: where there is an account, and no link of the last minutes, a link goes out.</summary>
[AutomaticRetry(Attempts = 5, DelaysInSeconds = [5, 30, 120, 600, 1800], OnAttemptsExceeded = AttemptsExceededAction.Fail)]
internal sealed class AnswerAskedReset(
    PasswordResetsAsked waiting, Accounts accounts, MailLimits limits, Mails mails, EventStore store, IOptions<SignInSettings> settings, TimeProvider time) : IQueuedJob
{
    /// <summary>Its name in the outbox.</summary>
    public const string Name = "answer-asked-reset";

    public async Task Run(Guid id, CancellationToken ct)
    {
        if (await waiting.Find(id, ct) is { } asked && !(mails.CanGo && await accounts.Of(asked.Mail, ct) is { } account && await Answer(id, asked, account, ct)))
        {
            await waiting.Drop(id, ct);
        }
    }

    private async Task<bool> Answer(Guid id, AskedReset asked, Account account, CancellationToken ct)
    {
        var (token, expires) = (SessionKey.Fresh(), time.GetUtcNow().AddMinutes(settings.Value.ResetMinutes));
        var session = store.OpenSession();
        session.QueueSql(
        [
            PasswordResetsAsked.Taking(id),
            limits.Counting(new(MailKind.PASSWORD_RESET, SenderId: null, OrganisationId: null, account.Mail)),
            Accounts.Holding(account.PersonId),
            PasswordResets.Asking(account.PersonId, token, expires),
            .. mails.Queueing($"password-reset/{id}", new(MailKind.PASSWORD_RESET, OrganisationId: null, account.PersonId), AccountMails.PasswordReset(account.Mail, PasswordResets.Link(asked.Address, token), settings.Value.ResetMinutes), expires),
        ]);
        try
        {
            await session.SaveChanges(ct);
            return true;
        }
        catch (ConstraintViolatedException e) when (e.ConstraintName is PasswordResets.Recent or PasswordResetsAsked.Taken || MailLimits.Has(e.ConstraintName))
        {
            return false;
        }
    }
}
