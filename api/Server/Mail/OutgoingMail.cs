namespace SecurityTracker.Server.Mail;

/// <summary>A mail as it is to leave: plain text, to one or more.</summary>
/// <param name="To">At least one.</param>
/// <param name="Subject">One line; line breaks become spaces.</param>
/// <param name="Text">Any line endings.</param>
internal sealed record OutgoingMail(IReadOnlyList<Mailbox> To, string Subject, string Text)
{
    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<Mailbox> Cc { get; init; } = [];

    /// <summary>Where an answer goes, if not to the sender.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>The message-id of the mail that this one answers, without its angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The same as HTML, for mail programs that show it; null for plain text alone.</summary>
    public string? Html { get; init; }

    /// <summary>Whether the program sends it by itself.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Where somebody says by one click that they want no more of these; null for what is not to be stopped.</summary>
    public Uri? UnsubscribeAt { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}
