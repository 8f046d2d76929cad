using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Mail;

/// <summary>A mail on its way out.</summary>
/// <param name="Content">What it says; null once it has ended, and for one that is written when it is sent.</param>
/// <param name="Attempts">How often the mail server did not take it.</param>
/// <param name="SendBefore">After that nobody can do anything with it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="PersonId">Whose it is, where that is somebody here.</param>
internal sealed record QueuedMail(Guid Id, OutgoingMail? Content, MailState State, int Attempts, DateTimeOffset SendBefore, MailKind Kind, Guid? PersonId);

/// <summary>
/// The mails on their way out, as rows. One is queued in the transaction of what it tells of, at most once for its key, and is sent once
/// that is saved. Its content, which may hold a link that is a secret, lies encrypted and goes when the mail has ended.
/// </summary>
internal sealed class Mails(EventStore store, NpgsqlDataSource database, MailRoom room, Outbox outbox, RecipientHash recipients, IDataProtectionProvider protection, TimeProvider time) : IEraser
{
    /// <summary>For how long it is kept what became of a mail.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(25);

    private readonly IDataProtector protector = protection.CreateProtector(nameof(Mails));

    /// <summary>Whether there is a mail server to send them by.</summary>
    public bool CanGo => room.IsOpen;

    /// <summary>The statements that queue a mail; none where there is no mail server to send it by.</summary>
    /// <param name="key">What it is about, such as <c>invitation/{id}</c>: there is never a second mail of the same.</param>
    /// <param name="note">What is noted of it.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="sendBefore">When nobody can do anything with it any more.</param>
    public IReadOnlyList<NpgsqlBatchCommand> Queueing(string key, MailNote note, OutgoingMail mail, DateTimeOffset sendBefore) =>
        Queueing(key, note, [.. mail.To.Concat(mail.Cc).Select(box => recipients.Of(box.Address))], protector.Protect(JsonSerializer.SerializeToUtf8Bytes(mail)), sendBefore);

    /// <summary>The statements that queue a mail to a person which is written when it is sent, by the <see cref="IMailWriter"/> of its kind; none where there is no mail server to send it by.</summary>
    /// <param name="key">As above.</param>
    /// <param name="note">What is noted of it; it names the person.</param>
    /// <param name="address">The person's address.</param>
    /// <param name="sendBefore">When it is no good any more.</param>
    public IReadOnlyList<NpgsqlBatchCommand> Queueing(string key, MailNote note, string address, DateTimeOffset sendBefore) =>
        Queueing(key, note, [recipients.Of(address)], content: null, sendBefore);

    /// <summary>The state of a mail; null where there is none.</summary>
    public Task<MailState?> StateOf(string key, CancellationToken ct) => store.Read(
        new SqlQuery<MailState?>("SELECT state FROM mails WHERE key = $1", [SqlStatement.Parameter(key)], async (row, token) => await row.ReadAsync(token) ? row.Word<MailState>(0) : null), ct);

    /// <summary>What became of a mail that was queued just now, for somebody who waits for the answer: a few seconds long, and no longer than until it has ended or failed once.</summary>
    public async Task<MailState?> Outcome(string key, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        using var timer = new PeriodicTimer(LookAgain, time);
        try
        {
            while (await IsFresh(key, ct) && time.GetElapsedTime(began) < Patience)
            {
                await timer.WaitForNextTickAsync(ct);
            }

            return await StateOf(key, ct);
        }
        catch (Exception away) when (DatabaseFaults.IsUnavailable(away))
        {
            // What it tells of is saved, and so is the mail: that is not to be answered as if nothing were.
            return MailState.QUEUED;
        }
    }

    /// <summary>Withdraws a mail that has not been sent.</summary>
    public Task Withdraw(string key, CancellationToken ct) => database.Run(SqlStatement.Of("DELETE FROM mails WHERE key = $1 AND state = 'QUEUED'", key), ct);

    /// <summary>One of them, to be sent.</summary>
    public Task<QueuedMail?> Find(Guid id, CancellationToken ct) => store.Read(
        new SqlQuery<QueuedMail?>("SELECT content, state, attempts, send_before, kind, person_id FROM mails WHERE id = $1", [SqlStatement.Parameter(id)], async (row, token) =>
            await row.ReadAsync(token)
                ? new(id, row.IsDBNull(0) ? null : Opened(row.GetFieldValue<byte[]>(0)), row.Word<MailState>(1), row.GetInt32(2), row.GetFieldValue<DateTimeOffset>(3), row.Word<MailKind>(4), row.OrNull<Guid>(5))
                : null),
        ct);

    /// <summary>Takes a mail to hand it to the mail server; of two at once one does.</summary>
    public async Task<bool> Claim(Guid id, CancellationToken ct) => await database.Run(SqlStatement.Of("UPDATE mails SET state = 'SENDING' WHERE id = $1 AND state = 'QUEUED'", id), ct) > 0;

    /// <summary>Gives it back after the mail server did not take it.</summary>
    public Task Release(Guid id, SmtpAnswer? answer, CancellationToken ct) => database.Run(
        SqlStatement.Of(
            "UPDATE mails SET state = 'QUEUED', attempts = attempts + 1, answer_code = $2::int, answer = $3::text WHERE id = $1 AND state IN ('QUEUED', 'SENDING')", id, answer?.Code, answer?.WithoutAddresses),
        ct);

    /// <summary>Ends it, and forgets what it said. That it was taken is true also where somebody gave up waiting for it.</summary>
    public Task End(Guid id, MailState state, SmtpAnswer? answer, CancellationToken ct) => database.Run(
        SqlStatement.Of(
            """
            UPDATE mails SET state = $2, content = NULL, ended_at = $3, answer_code = coalesce($4::int, answer_code), answer = coalesce($5::text, answer)
            WHERE id = $1 AND (state IN ('QUEUED', 'SENDING') OR $2 = 'SENT')
            """,
            id, state, time.GetUtcNow(), answer?.Code, answer?.WithoutAddresses),
        ct);

    /// <summary>Forgets what ended long ago.</summary>
    public Task Forget(CancellationToken ct) => database.Run(SqlStatement.Of("DELETE FROM mails WHERE ended_at <= $1", time.GetUtcNow() - Kept), ct);

    public NpgsqlBatchCommand Erasing(string mail) => SqlStatement.Of("DELETE FROM mails WHERE $1 = ANY (recipients)", recipients.Of(mail));

    private NpgsqlBatchCommand[] Queueing(string key, MailNote note, byte[][] to, byte[]? content, DateTimeOffset sendBefore)
    {
        if (!CanGo)
        {
            return [];
        }

        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return
        [
            SqlStatement.Of(
                """
                INSERT INTO mails (id, key, recipients, content, state, queued_at, send_before, kind, version, person_id, sender_id, organisation_id)
                VALUES ($1, $2, $3, $4::bytea, 'QUEUED', $5, $6, $7, $8, $9::uuid, $10::uuid, $11::uuid) ON CONFLICT (key) DO NOTHING
                """,
                id, key, to, content, now, sendBefore, note.Kind, note.Version, note.PersonId, note.SenderId, note.OrganisationId),
            outbox.Queueing<SendMail>(id),
        ];
    }

    private Task<bool> IsFresh(string key, CancellationToken ct) => store.Read(
        new SqlQuery<bool>(
            "SELECT EXISTS (SELECT FROM mails WHERE key = $1 AND (state = 'SENDING' OR (state = 'QUEUED' AND attempts = 0)))", [SqlStatement.Parameter(key)],
            async (row, token) => await row.ReadAsync(token) && row.GetBoolean(0)),
        ct);

    private OutgoingMail Opened(byte[] content) => JsonSerializer.Deserialize<OutgoingMail>(protector.Unprotect(content))!;
}
