using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.SignIn;

/// <summary>A link that begins now, good once and for some days.</summary>
/// <param name="Site">The program's address.</param>
/// <param name="Token">What opens it.</param>
/// <param name="Begins">Now.</param>
/// <param name="Days">How long it is good.</param>
internal sealed record FreshLink(string Site, string Token, DateTimeOffset Begins, int Days)
{
    /// <summary>When it is good no more.</summary>
    public DateTimeOffset ExpiresAt => Begins.AddDays(Days);
}

/// <summary>What became of a link that was to go by mail.</summary>
/// <param name="Link">To be handed over, where no mail has been sent so far; else null.</param>
/// <param name="Sent">Whether the mail server took the mail.</param>
/// <param name="Delivery">Where the mail is; null where no mail server is configured.</param>
internal sealed record DeliveredLink(string? Link, bool Sent, MailState? Delivery);

/// <summary>Links that somebody of an organisation causes to be mailed: counted, and queued in the transaction of what they are for.</summary>
internal sealed class LinksByMail(MailLimits limits, Mails mails, PublicAddress address, IOptions<SignInSettings> settings, TimeProvider time)
{
    /// <summary>A new link.</summary>
    public FreshLink Fresh(HttpContext context) => new(address.Of(context), SessionKey.Fresh(), time.GetUtcNow(), settings.Value.InvitationDays);

    /// <summary>The statement that counts a mail; <see cref="MailLimits.Save"/> answers the limit that it met.</summary>
    public NpgsqlBatchCommand Counting(CausedMail mail) => limits.Counting(mail);

    /// <summary>The statements that queue a mail until its link has ended; none where no mail server is configured.</summary>
    public IReadOnlyList<NpgsqlBatchCommand> Queueing(string key, MailNote note, OutgoingMail mail, FreshLink link) => mails.Queueing(key, note, mail, link.ExpiresAt);

    /// <summary>Looks where the mail is.</summary>
    public async Task<DeliveredLink> Delivered(string key, string link, CancellationToken ct)
    {
        var delivery = await mails.Outcome(key, ct);
        var sent = delivery == MailState.SENT;
        return new(sent ? null : link, sent, delivery);
    }
}
