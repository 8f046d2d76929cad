namespace SecurityTracker.Server.Mail;

/// <summary>A mail as its own words write it, of a made-up case.</summary>
/// <param name="Name">A stable kebab-case word, one for each.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Language">Its language; null where it is in both.</param>
/// <param name="Mail">The mail.</param>
internal sealed record MailTemplate(string Name, MailKind Kind, MailLanguage? Language, OutgoingMail Mail)
{
    /// <summary>The address of the program in made-up cases: nobody's (RFC 2606).</summary>
    public const string Site = "https://securitytracker.example";

    /// <summary>To whom made-up mails go.</summary>
    public static Mailbox Reader { get; } = new("reader@securitytracker.example", "見本　花子");
}

/// <summary>Shows what mails say, by what writes the real ones. Who writes mails of a kind shows each of it; a test sees to that.</summary>
internal interface IMailTemplates
{
    /// <summary>The same every time.</summary>
    IReadOnlyList<MailTemplate> Templates { get; }
}
