using Hangfire;
using SecurityTracker.Server.Jobs;

namespace SecurityTracker.Server.Mail;

/// <summary>The mail server did not take a mail; Hangfire lets it be tried again later.</summary>
internal sealed class MailNotTakenException() : Exception("The mail server did not take the mail; it is tried again.");

/// <summary>
/// Sends one mail. Until it is handed over it can be begun again as often as it must; from then on it is known to be sent, or known not to
/// be, or it is left: nobody gets it twice.
/// </summary>
[AutomaticRetry(Attempts = MostAttempts, DelaysInSeconds = [10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 28800, 28800], OnAttemptsExceeded = AttemptsExceededAction.Delete, LogEvents = false)]
internal sealed class SendMail(Mails mails, MailRoom room, IEnumerable<IMailWriter> writers, TimeProvider time) : IQueuedJob
{
    /// <summary>Its name in the outbox.</summary>
    public const string Name = "send-mail";

    /// <summary>How often it is tried again; the last time is after a day.</summary>
    public const int MostAttempts = 12;

    // From 500 on a mail server says that it will never take it (RFC 5321 §4.2.1), but for these, which are about our own sign-in.
    private static readonly int[] OfSigningIn = [530, 534, 535, 538];

    public async Task Run(Guid id, CancellationToken ct)
    {
        switch (await mails.Find(id, ct))
        {
            case { State: MailState.QUEUED } mail when mail.SendBefore <= time.GetUtcNow():
                await mails.End(id, MailState.GIVEN_UP, answer: null, ct);
                break;
            case { State: MailState.QUEUED } mail:
                await SendOrGiveUp(mail, ct);
                break;
            case { State: MailState.SENDING }:
                // Whoever was at it was ended in the middle.
                await mails.End(id, MailState.UNCERTAIN, answer: null, ct);
                break;
        }
    }

    // An address may be one for us and none for who writes the mail: that does not change by waiting.
    private async Task SendOrGiveUp(QueuedMail mail, CancellationToken ct)
    {
        try
        {
            if ((mail.Content ?? await Written(mail, ct)) is { } content)
            {
                await Send(mail, content, ct);
            }
            else
            {
                await mails.End(mail.Id, MailState.NOT_NEEDED, answer: null, ct);
            }
        }
        catch (Exception unwritable) when (unwritable is ArgumentException or FormatException)
        {
            await mails.End(mail.Id, MailState.GIVEN_UP, answer: null, CancellationToken.None);
        }
    }

    // Whoever it is about may have done it since it was queued.
    private Task<OutgoingMail?> Written(QueuedMail mail, CancellationToken ct) => writers.Single(writer => writer.Kind == mail.Kind).Write(mail.PersonId!.Value, ct);

    private async Task Send(QueuedMail mail, OutgoingMail content, CancellationToken ct)
    {
        // Once it is handed over, what became of it is written down, also where the server stops.
        switch (await room.Send(content, ct, mail.Id, () => mails.Claim(mail.Id, ct)))
        {
            case { Delivery: MailDelivery.LEFT }:
                break;
            case { Delivery: MailDelivery.SENT } taken:
                await mails.End(mail.Id, MailState.SENT, taken.Answer, CancellationToken.None);
                break;
            case { Delivery: MailDelivery.UNCERTAIN }:
                await mails.End(mail.Id, MailState.UNCERTAIN, answer: null, CancellationToken.None);
                break;
            case { Delivery: MailDelivery.FAILED } refused when !IsForGood(refused.Answer) && mail.Attempts < MostAttempts:
                await mails.Release(mail.Id, refused.Answer, CancellationToken.None);
                throw new MailNotTakenException();
            case { } refused:
                await mails.End(mail.Id, MailState.GIVEN_UP, refused.Answer, CancellationToken.None);
                break;
        }
    }

    private static bool IsForGood(SmtpAnswer? answer) => answer is { Code: >= 500 and var code } && !OfSigningIn.Contains(code);
}

/// <summary>Forgets what became of mails of long ago.</summary>
internal sealed class ForgetMails(Mails mails) : IRecurringJob
{
    public Task Run(CancellationToken ct) => mails.Forget(ct);
}
