using System.Net;
using System.Security.Cryptography.X509Certificates;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Mail;

/// <summary>How the way to the mail server is kept secret.</summary>
internal enum MailSecurity
{
    /// <summary>Not at all: to this machine alone.</summary>
    NONE,

    /// <summary>Begun in the open and then switched (ports 587 and 25); a server that cannot is refused.</summary>
    STARTTLS,

    /// <summary>From the first byte (port 465).</summary>
    TLS,
}

/// <summary>The mail server, as configured under <c>Mail</c>.</summary>
/// <param name="From">The program's own address.</param>
/// <param name="Keys">By which it signs; none where none is configured.</param>
/// <param name="Authority">A certificate authority of the organisation's own, trusted in place of those of the system.</param>
internal sealed record MailSettings(string Host, int Port, MailSecurity Security, string? User, string? Password, Mailbox From, X509Certificate2? Authority, IReadOnlyList<DkimKey> Keys)
{
    /// <summary>The sender where nothing was configured, which only development allows.</summary>
    public static Mailbox DevelopmentSender { get; } = new("noreply@securitytracker.invalid", "SecurityTracker");

    /// <summary>Reads the settings; null where no server is named. What cannot be meant is a <see cref="StartRefusedException"/> that names it.</summary>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        if (mail["Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        var port = mail.GetValue("Port", 587);
        var security = mail.GetValue("Security", port == 465 ? MailSecurity.TLS : MailSecurity.STARTTLS);
        if (security == MailSecurity.NONE && !IsLoopback(host))
        {
            throw new StartRefusedException("Mail__Security=NONE is for a mail server on this machine alone: use STARTTLS or TLS.");
        }

        return System.Net.Mail.MailAddress.TryCreate(mail["From"], out var from) && Mailbox.IsAddress(from.Address)
            ? new(host, port, security, mail["User"], mail["Password"], new(from.Address, from.DisplayName), AuthorityIn(mail["CertificateAuthority"]), DkimKey.Read(mail, from.Host))
            : throw new StartRefusedException("Mail__From must be one address, such as 'SecurityTracker <noreply@example.go.jp>'.");
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static X509Certificate2? AuthorityIn(string? file)
    {
        try
        {
            return string.IsNullOrEmpty(file) ? null : X509Certificate2.CreateFromPem(File.ReadAllText(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new StartRefusedException($"Mail__CertificateAuthority: {file} holds no certificate that can be read.", unreadable);
        }
    }
}
