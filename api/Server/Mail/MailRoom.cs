using System.Net.Sockets;
using System.Security.Authentication;

namespace SecurityTracker.Server.Mail;

/// <summary>What became of a mail.</summary>
public enum MailDelivery
{
    /// <summary>The mail server took it. Whether it arrives is not known.</summary>
    SENT,

    /// <summary>No mail server is configured: hand over by other means what it would have said.</summary>
    NOT_CONFIGURED,

    /// <summary>The mail server refused it or did not answer.</summary>
    FAILED,
}

/// <summary>
/// The way out for mail. Send after the transaction is saved: nothing is kept here and nothing is tried again. The log says which
/// step failed with which number, never what a mail says nor to whom it goes.
/// </summary>
public sealed class MailRoom(MailServer server, TimeProvider time, ILogger<MailRoom> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a mail server to send by.</summary>
    public bool IsOpen => server.IsKnown;

    /// <summary>Sends a mail to all its recipients or to none. Throws only for an address that is none (<see cref="Mailbox.IsAddress"/>).</summary>
    public async Task<MailDelivery> Send(OutgoingMail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            return await server.Find(limit.Token) is { } settings ? await Send(settings, mail, limit.Token) : MailDelivery.NOT_CONFIGURED;
        }
        catch (SmtpRefusedException refused)
        {
            log.LogWarning("The mail server did not take a mail: {Stage} was answered with {Code}", refused.Stage, refused.Code);
        }
        catch (Exception lost) when (lost is IOException or SocketException or AuthenticationException)
        {
            log.LogWarning("The mail server was not reached: {Reason}", lost.GetType().Name);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("The mail server did not answer within {Seconds} s", Longest.TotalSeconds);
        }

        return MailDelivery.FAILED;
    }

    private async Task<MailDelivery> Send(MailSettings settings, OutgoingMail mail, CancellationToken ct)
    {
        var at = time.GetUtcNow();
        var messageId = $"{Guid.CreateVersion7(at):N}@{settings.From.Address.Split('@')[1]}";
        var bytes = EmlComposer.Write(mail, settings.From, messageId, at, unsent: false);
        using var conversation = await SmtpConversation.Open(settings, ct);
        await conversation.Send(settings.From.Address, [.. mail.To.Concat(mail.Cc).Select(to => to.Address).Distinct(StringComparer.OrdinalIgnoreCase)], bytes, ct);
        return MailDelivery.SENT;
    }
}
