using SecurityTracker.Domain;

namespace SecurityTracker.Server.Exchange;

/// <summary>What was read in a mail, as it is kept: without its files, which are files of the contract.</summary>
/// <param name="NotRead">Why there is no text although the mail has one.</param>
/// <param name="NotKept">The files that stay in the mail alone.</param>
/// <param name="Smime">What its S/MIME signature said; null where it was read in before that was looked at.</param>
internal sealed record MailAsRead(MailReading Reading, Refusal? NotRead, IReadOnlyList<AttachmentNotKept> NotKept, SmimeFinding? Smime = null)
{
    public static MailAsRead Of(MailFiles mail, SmimeFinding? smime) => new(mail.Reading with { Attachments = [] }, mail.TextNotRead, mail.NotKept, smime);
}
