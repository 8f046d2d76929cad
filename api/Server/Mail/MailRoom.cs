using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace SecurityTracker.Server.Mail;

/// <summary>
/// The way out for mail. Nothing is kept here and nothing is tried again: <see cref="Mails"/> does. The log says which step failed with
/// which number, never what a mail says nor to whom it goes.
/// </summary>
internal sealed class MailRoom(MailServer server, TimeProvider time, ILogger<MailRoom> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a mail server to send by.</summary>
    public bool IsOpen => server.IsKnown;

    /// <summary>Sends a mail to all its recipients or to none. Throws only for an address that is none (<see cref="Mailbox.IsAddress"/>).</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="ct">Cancels until it is handed over.</param>
    /// <param name="id">Its own id, the same at each attempt.</param>
    /// <param name="claim">Asked when the mail server is ready to take it; where it answers false, somebody else hands it over.</param>
    public async Task<MailReceipt> Send(OutgoingMail mail, CancellationToken ct, Guid? id = null, Func<Task<bool>>? claim = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            return await server.Find(limit.Token) is { } settings ? await Send(settings, mail, id, claim ?? (() => Task.FromResult(true)), limit.Token) : new(MailDelivery.NOT_CONFIGURED);
        }
        catch (MailUncertainException)
        {
            log.LogWarning("The mail server broke off before it said whether it took a mail");
            return new(MailDelivery.UNCERTAIN);
        }
        catch (Exception refused) when ((refused as SmtpCommandException ?? refused.InnerException as SmtpCommandException) is { } answer)
        {
            log.LogWarning("The mail server did not take a mail: {Stage} was answered with {Code}", StageOf(refused, answer), (int)answer.StatusCode);
            return new(MailDelivery.FAILED, new((int)answer.StatusCode, answer.Message));
        }
        catch (ServiceNotAuthenticatedException refused)
        {
            log.LogWarning("The mail server wants a sign-in, and none is configured");
            return new(MailDelivery.FAILED, new((int)SmtpStatusCode.AuthenticationRequired, refused.Message));
        }
        catch (Exception lost) when (lost is IOException or SocketException or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            log.LogWarning("The mail server was not reached: {Reason}", lost.GetType().Name);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("The mail server did not answer within {Seconds} s", Longest.TotalSeconds);
        }

        return new(MailDelivery.FAILED);
    }

    private async Task<MailReceipt> Send(MailSettings settings, OutgoingMail mail, Guid? id, Func<Task<bool>> claim, CancellationToken ct)
    {
        var at = time.GetUtcNow();
        var messageId = $"{id ?? Guid.CreateVersion7(at):N}@{settings.From.Address.Split('@')[1]}";
        using var message = EmlComposer.Compose(mail, settings.From, messageId, at);
        foreach (var key in settings.Keys)
        {
            key.Sign(message, at);
        }

        // MailKit takes 250 alone for a yes to the whole mail.
        return await SmtpSender.Send(settings, message, claim, ct) is { } words ? new(MailDelivery.SENT, new((int)SmtpStatusCode.Ok, words)) : new(MailDelivery.LEFT);
    }

    private static string StageOf(Exception refused, SmtpCommandException answer) => refused is AuthenticationException ? "AUTH" : answer.ErrorCode.ToString();
}
