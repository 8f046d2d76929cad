namespace SecurityTracker.Server.Mail;

/// <summary>Which mail server there is: the configured one, in development one of our own, else none.</summary>
internal sealed class MailServer(IConfiguration configuration, IHostEnvironment environment, DevelopmentMail development)
{
    private readonly MailSettings? configured = MailSettings.Read(configuration);

    /// <summary>Whether there is one.</summary>
    public bool IsKnown => configured is not null || environment.IsDevelopment();

    /// <summary>The settings to send by; in development this starts our own server. Null where there is none.</summary>
    public async Task<MailSettings?> Find(CancellationToken ct) =>
        configured ?? (environment.IsDevelopment()
            ? new("127.0.0.1", await development.Port(ct), MailSecurity.NONE, User: null, Password: null, MailSettings.DevelopmentSender, Authority: null, Keys: [])
            : null);
}
