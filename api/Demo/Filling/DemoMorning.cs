using System.Globalization;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Reminders;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo.Filling;

/// <summary>The mails of the last business day's morning: the mailbox at /dev/mail is not empty, on whichever day and at whichever hour the world is looked at.</summary>
internal sealed class DemoMorning(Mails mails, ReminderWishes wishes, Digests digests, IEnumerable<IMailWriter> writers, InboxKeeper keeper, EventStore store)
{
    private static readonly TimeSpan Half = TimeSpan.FromMinutes(30);

    /// <summary>Writes them as of that morning, and sends them now.</summary>
    public async Task Send(DemoCalendar calendar, CancellationToken ct)
    {
        var (now, morning) = (calendar.At(calendar.Today, 23), calendar.At(calendar.Day(0), 8) + Half);
        await keeper.KeepAll(ct);
        DemoClock.Set(morning < now ? morning : now);
        var writer = writers.Single(one => one.Kind == MailKind.DIGEST);
        foreach (var to in await wishes.Everybody(ct))
        {
            if (await digests.Of(to, ct) is { } digest && await writer.Write(to.PersonId, ct) is { } mail)
            {
                var session = store.OpenSession();
                var key = string.Create(CultureInfo.InvariantCulture, $"digest/{to.PersonId}/{digest.Today:yyyy-MM-dd}");
                session.QueueSql(mails.Queueing(key, new(MailKind.DIGEST, digest.OrganisationId, to.PersonId), mail, now.AddDays(1)));
                await session.SaveChanges(ct);
            }
        }
    }
}
