using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Reminders;

/// <summary>Writes a digest at the moment it is sent: what was done meanwhile is not in it.</summary>
internal sealed class DigestWriter(ReminderWishes wishes, Digests digests, Unsubscribing unsubscribing, SiteAddress site) : IMailWriter
{
    public MailKind Kind => MailKind.DIGEST;

    public async Task<OutgoingMail?> Write(Guid personId, CancellationToken ct)
    {
        if (await wishes.Of(personId, ct) is not { } to || await digests.Of(to, ct) is not { } digest)
        {
            return null;
        }

        return DigestLetter.Of(digest, site.Value, new Uri($"{site.Value}/api/unsubscribe/{unsubscribing.TokenOf(personId)}"));
    }
}
