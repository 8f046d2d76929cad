using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SecurityTracker.Server.Mail;

/// <summary>The way to the mail server broke before it said whether it took a mail.</summary>
internal sealed class MailUncertainException(Exception inner) : Exception("The mail server broke off before it said whether it took the mail.", inner);

/// <summary>Hands a mail to a mail server (by MailKit), encrypted and signed in as configured.</summary>
internal sealed class SmtpSender : SmtpClient
{
    private static readonly string[] WaysToSignIn = ["PLAIN", "LOGIN"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly MailSettings settings;
    private int accepted;

    private SmtpSender(MailSettings settings)
        : base(new LimitOfAnswers())
    {
        this.settings = settings;
        // The mail server learns nothing of this machine's name, and nobody of whom we write to.
        LocalDomain = "127.0.0.1";
        CheckCertificateRevocation = false;
        // What a mail says may be a link that is a secret: a report of it brings its header back alone.
        DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;
    }

    /// <summary>Sends a mail to all its recipients or to none.</summary>
    /// <param name="settings">The mail server.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="claim">Asked when the mail server is ready to take it; where it answers false, nothing is handed over.</param>
    /// <param name="ct">Cancels until the mail is handed over; from then on it is to be known what became of it.</param>
    /// <returns>The words by which the mail server took it; null where it was not to be handed over.</returns>
    public static async Task<string?> Send(MailSettings settings, MimeMessage mail, Func<Task<bool>> claim, CancellationToken ct)
    {
        using var server = new SmtpSender(settings);
        await server.ConnectAsync(settings.Host, settings.Port, server.Way, ct);
        if (settings.User is { Length: > 0 } user)
        {
            server.AuthenticationMechanisms.IntersectWith(WaysToSignIn);
            await server.AuthenticateAsync(user, settings.Password ?? "", ct);
        }

        return await claim() ? await server.HandOver(mail) : null;
    }

    /// <summary>By what a report names the mail again, where the mail server does reports (RFC 3461): its own id, which stands in its message-id too.</summary>
    protected override string GetEnvelopeId(MimeMessage message) => message.MessageId!.Split('@')[0];

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) => DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => accepted++;

    protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
    {
        var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
        if (settings.Authority is { } authority)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.Add(authority);
        }

        return options;
    }

    private async Task<string> HandOver(MimeMessage mail)
    {
        using var limit = new CancellationTokenSource(Longest);
        var recipients = mail.To.Mailboxes.Concat(mail.Cc.Mailboxes).DistinctBy(to => to.Address, StringComparer.OrdinalIgnoreCase).ToList();
        string words;
        try
        {
            words = await SendAsync(EmlComposer.Format, mail, mail.From.Mailboxes.Single(), recipients, limit.Token);
        }
        catch (Exception broken) when (accepted == recipients.Count && broken is not SmtpCommandException)
        {
            // The content follows the last recipient.
            throw new MailUncertainException(broken);
        }

        try
        {
            await DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception parted) when (parted is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            // The mail is taken: how the parting goes does not matter any more.
        }

        return words;
    }

    private SecureSocketOptions Way => settings.Security switch
    {
        MailSecurity.TLS => SecureSocketOptions.SslOnConnect,
        MailSecurity.STARTTLS => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>MailKit reads an answer for as long as it goes on; a conversation that says more than this has gone astray.</summary>
    private sealed class LimitOfAnswers : IProtocolLogger
    {
        private const int Largest = 200 * 1024;
        private int taken;

        public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

        public void LogServer(byte[] buffer, int offset, int count)
        {
            taken += count;
            if (taken > Largest)
            {
                throw new IOException("The mail server's answers do not end.");
            }
        }

        public void LogConnect(Uri uri)
        {
        }

        public void LogClient(byte[] buffer, int offset, int count)
        {
        }

        public void Dispose()
        {
        }
    }
}
