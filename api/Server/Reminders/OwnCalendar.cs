using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reminders;

/// <summary>A person's 期限 as a calendar: out of the same rows as the list, for each part that they play now and within its boundary.</summary>
internal sealed class OwnCalendar(EventStore store, People people, InboxKeeper keeper, ReminderWishes wishes, SiteAddress site, TimeProvider time)
{
    private const int Page = 200;

    /// <summary>The calendar as text (RFC 5545); null for who is nobody any more.</summary>
    public async Task<string?> Of(Guid personId, CancellationToken ct)
    {
        if (await people.Find(personId, ct) is not { Value: var person } || await wishes.Of(personId, ct) is not { } reader)
        {
            return null;
        }

        var items = new List<InboxItem>();
        foreach (var actor in person.ActingOn(Tokyo.Today(time)).Select(membership => People.ActorOf(personId, membership)).Where(actor => Permission.ReadInbox.Allows(actor)))
        {
            await keeper.KeepFor(actor, ct);
            items.AddRange(await InboxQuery.Deadlines(Page).All(store, actor, time.GetUtcNow(), ct));
        }

        return CalendarText.Of([.. items.DistinctBy(SnoozedThing.Of)], new DigestWords(reader.Language), site.Value);
    }
}
