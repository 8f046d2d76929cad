using SecurityTracker.Domain;

namespace SecurityTracker.Server.Exchange;

/// <summary>What was read in a mail, as it is kept: without its files, which are files of the contract.</summary>
/// <param name="NotRead">Why there is no text although the mail has one.</param>
/// <param name="NotKept">The files that stay in the mail alone.</param>
internal sealed record MailAsRead(MailReading Reading, Refusal? NotRead, IReadOnlyList<AttachmentNotKept> NotKept)
{
    public static MailAsRead Of(MailFiles mail) => new(mail.Reading with { Attachments = [] }, mail.TextNotRead, mail.NotKept);
}
