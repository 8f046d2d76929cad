using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SecurityTracker.Server.Mail;

/// <summary>Hands a mail to a mail server (by MailKit), encrypted and signed in as configured.</summary>
internal sealed class SmtpSender : SmtpClient
{
    private static readonly string[] WaysToSignIn = ["PLAIN", "LOGIN"];
    private readonly MailSettings settings;

    private SmtpSender(MailSettings settings)
        : base(new LimitOfAnswers())
    {
        this.settings = settings;
        // The mail server learns nothing of this machine's name, and nobody of whom we write to.
        LocalDomain = "127.0.0.1";
        CheckCertificateRevocation = false;
    }

    /// <summary>Sends a mail to all its recipients or to none.</summary>
    /// <returns>The words by which the mail server took it.</returns>
    public static async Task<string> Send(MailSettings settings, MimeMessage mail, CancellationToken ct)
    {
        using var server = new SmtpSender(settings);
        await server.ConnectAsync(settings.Host, settings.Port, server.Way, ct);
        if (settings.User is { Length: > 0 } user)
        {
            server.AuthenticationMechanisms.IntersectWith(WaysToSignIn);
            await server.AuthenticateAsync(user, settings.Password ?? "", ct);
        }

        var recipients = mail.To.Mailboxes.Concat(mail.Cc.Mailboxes).DistinctBy(to => to.Address, StringComparer.OrdinalIgnoreCase);
        var words = await server.SendAsync(EmlComposer.Format, mail, mail.From.Mailboxes.Single(), recipients, ct);
        // The mail is taken: how the parting goes does not matter any more.
        await server.DisconnectAsync(quit: true, ct);
        return words;
    }

    /// <inheritdoc/>
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
