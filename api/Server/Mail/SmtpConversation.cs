using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecurityTracker.Server.Mail;

/// <summary>The mail server did not do what was asked.</summary>
/// <param name="stage">What was asked for: <c>STARTTLS</c>, <c>AUTH</c>, <c>RCPT</c> …; nothing of the mail.</param>
/// <param name="code">Its answer's number, 0 for none. Its words may hold addresses and are not kept.</param>
internal sealed class SmtpRefusedException(string stage, int code) : Exception($"{stage} was answered with {code}")
{
    public string Stage { get; } = stage;

    public int Code { get; } = code;
}

/// <summary>
/// One conversation with a mail server (RFC 5321), encrypted as configured. <c>System.Net.Mail</c> knows no TLS from the first byte
/// and names attachments in a way that not every mail program reads.
/// </summary>
internal sealed class SmtpConversation : IDisposable
{
    private const int LongestLine = 2048;
    private const int MostLines = 100;
    private readonly TcpClient connection = new();
    private readonly byte[] buffer = new byte[4096];
    private Stream stream = Stream.Null;
    private int start;
    private int end;
    private IReadOnlyList<string> extensions = [];

    private SmtpConversation()
    {
    }

    /// <summary>Connects, encrypts and signs in.</summary>
    public static async Task<SmtpConversation> Open(MailSettings settings, CancellationToken ct)
    {
        var conversation = new SmtpConversation();
        try
        {
            await conversation.Begin(settings, ct);
            return conversation;
        }
        catch
        {
            conversation.Dispose();
            throw;
        }
    }

    /// <summary>Hands over one mail; all recipients or none.</summary>
    public async Task Send(string from, IReadOnlyList<string> to, byte[] mail, CancellationToken ct)
    {
        await Ask("MAIL", $"MAIL FROM:<{from}>", 250, ct);
        foreach (var recipient in to)
        {
            await Ask("RCPT", $"RCPT TO:<{recipient}>", 250, ct);
        }

        await Ask("DATA", "DATA", 354, ct);
        await stream.WriteAsync(Stuffed(mail), ct);
        await Ask("DATA", ".", 250, ct);
        await Ask("QUIT", "QUIT", 221, ct);
    }

    public void Dispose()
    {
        stream.Dispose();
        connection.Dispose();
    }

    private async Task Begin(MailSettings settings, CancellationToken ct)
    {
        await connection.ConnectAsync(settings.Host, settings.Port, ct);
        stream = connection.GetStream();
        if (settings.Security == MailSecurity.TLS)
        {
            await Encrypt(settings, ct);
        }

        await Expect("connection", 220, ct);
        await Greet(ct);
        if (settings.Security == MailSecurity.STARTTLS)
        {
            await Ask("STARTTLS", "STARTTLS", 220, ct);
            if (start < end)
            {
                // What was said before the encryption must not be taken for what is said after it.
                throw new SmtpRefusedException("STARTTLS", 0);
            }

            await Encrypt(settings, ct);
            await Greet(ct);
        }

        if (settings.User is { Length: > 0 } user)
        {
            await SignIn(user, settings.Password ?? "", ct);
        }
    }

    private async Task Greet(CancellationToken ct) => extensions = await Ask("EHLO", "EHLO [127.0.0.1]", 250, ct);

    private async Task SignIn(string user, string password, CancellationToken ct)
    {
        var offered = extensions.FirstOrDefault(e => e.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)) ?? "";
        if (offered.Contains("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            await Ask("AUTH", $"AUTH PLAIN {Base64($"\0{user}\0{password}")}", 235, ct);
            return;
        }

        await Ask("AUTH", "AUTH LOGIN", 334, ct);
        await Ask("AUTH", Base64(user), 334, ct);
        await Ask("AUTH", Base64(password), 235, ct);
    }

    private async Task Encrypt(MailSettings settings, CancellationToken ct)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = settings.Host };
        if (settings.Authority is { } authority)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.Add(authority);
        }

        var encrypted = new SslStream(stream);
        stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(options, ct);
    }

    private async Task<IReadOnlyList<string>> Ask(string stage, string line, int expected, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), ct);
        return await Expect(stage, expected, ct);
    }

    private async Task<IReadOnlyList<string>> Expect(string stage, int expected, CancellationToken ct)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLine(stage, ct);
            if (CodeOf(line) is var code && code != expected)
            {
                throw new SmtpRefusedException(stage, code);
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return lines;
            }
        }

        throw new SmtpRefusedException(stage, 0);
    }

    private async Task<string> ReadLine(string stage, CancellationToken ct)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, ct));
                if (end == 0)
                {
                    throw new SmtpRefusedException(stage, 0);
                }
            }

            var next = (char)buffer[start++];
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(next);
        }

        throw new SmtpRefusedException(stage, 0);
    }

    private static int CodeOf(string line) =>
        line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>A line that begins with a dot begins with two; the mail ends with a line's end.</summary>
    private static byte[] Stuffed(byte[] mail)
    {
        var text = Encoding.Latin1.GetString(mail);
        var stuffed = (text.StartsWith('.') ? "." : "") + text.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(stuffed.EndsWith("\r\n", StringComparison.Ordinal) ? stuffed : stuffed + "\r\n");
    }
}
