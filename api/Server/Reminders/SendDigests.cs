using System.Globalization;
using Npgsql;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Reminders;

/// <summary>
/// On each business day, before work begins, queues a mail to everybody for whom there is something to tell: one for a person and day,
/// however many servers do it and wherever one is ended. What does not go out by the evening is not sent in the night: the next morning's
/// mail tells of it.
/// </summary>
internal sealed class SendDigests(
    Mails mails, ReminderWishes wishes, Digests digests, InboxKeeper keeper, NpgsqlDataSource database, TimeProvider time, ILogger<SendDigests> log) : IRecurringJob
{
    // 20:00 in Tokyo (既定値): a telephone is quiet after that.
    private static readonly TimeOnly Evening = new(20, 0);

    public async Task Run(CancellationToken ct)
    {
        var today = Tokyo.Today(time);
        if (!mails.CanGo || !BusinessDays.IsBusinessDay(today))
        {
            return;
        }

        await keeper.KeepAll(ct);
        foreach (var to in await wishes.Everybody(ct))
        {
            try
            {
                if (await digests.Of(to, ct) is { } digest)
                {
                    await Queue(digest, today, ct);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException && !DatabaseFaults.IsUnavailable(e))
            {
                // One person's mail does not keep the others from theirs.
                log.LogError(e, "No digest for {Person}", to.PersonId);
            }
        }
    }

    private async Task Queue(Digest digest, DateOnly today, CancellationToken ct)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"digest/{digest.To.PersonId}/{today:yyyy-MM-dd}");
        var evening = new DateTimeOffset(today, Evening, TimeSpan.FromHours(9));
        await using var batch = database.CreateBatch();
        foreach (var statement in mails.Queueing(key, new(MailKind.DIGEST, digest.OrganisationId, digest.To.PersonId), digest.To.Mail, evening))
        {
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }
}
