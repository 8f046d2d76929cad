using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>Ways out for mail as production has them: to a mail server that the settings name, or to none.</summary>
internal static class Rooms
{
    /// <summary>To a mail server of this machine.</summary>
    public static MailRoom At(int port, string security, string? password = null, string? authority = null, params IReadOnlyList<(string Selector, string File)> keys) => Of(new(
        keys.SelectMany((key, i) => new Dictionary<string, string?> { [$"Mail:Dkim:{i}:Selector"] = key.Selector, [$"Mail:Dkim:{i}:KeyFile"] = key.File }))
    {
        ["Mail:Host"] = "localhost",
        ["Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Security"] = security,
        ["Mail:User"] = password is null ? null : "user",
        ["Mail:Password"] = password,
        ["Mail:From"] = "SecurityTracker <noreply@example.go.jp>",
        ["Mail:CertificateAuthority"] = authority,
    });

    /// <summary>By these settings; the mail server of development stays out of it.</summary>
    public static MailRoom Of(Dictionary<string, string?> settings) => new(
        new MailServer(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { EnvironmentName = "Production" }, development: null!),
        TimeProvider.System,
        NullLogger<MailRoom>.Instance);
}
