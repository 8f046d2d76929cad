using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.Exchange;

/// <summary>What was found of the DKIM signature, and when.</summary>
internal sealed record DkimDetails(DkimResult Result, string? Domain, bool Aligned, IReadOnlyList<string> Uncovered, DateTimeOffset At);

/// <summary>What was found of a S/MIME signature when the mail was read in.</summary>
/// <param name="Signer">The mail address in the signer's certificate, or the name where it has none.</param>
/// <param name="Issuer">Who issued the certificate, as the certificate has it.</param>
internal sealed record SmimeDetails(SmimeResult Result, string? Signer, string? Issuer)
{
    /// <summary>As it is shown; null where nothing was looked for.</summary>
    internal static SmimeDetails? Of(SmimeFinding? finding) => finding is null ? null : new(finding.Result, finding.Signer, finding.Issuer);
}

/// <summary>What the mail seems to be an answer to, and to say. A proposal: a person decides.</summary>
/// <param name="WhyNoOutcome">Why no outcome is proposed; null where one is.</param>
internal sealed record MailProposals(Guid? ActId, ProposedOutcome? Outcome, TextNotRead? WhyNoOutcome);

/// <summary>An attachment that was left in the mail.</summary>
internal sealed record AttachmentNotKept(string Name, string Code, Message Messages);

/// <summary>Why something of a mail is not there, or not certain, and what to do.</summary>
internal sealed record TextNotRead(string Code, Message Messages)
{
    /// <summary>The reason for people; null where there is none.</summary>
    internal static TextNotRead? Of(Refusal? why) => why is null ? null : new(why.Code, why.Message);
}

/// <summary>A mail that was read in.</summary>
/// <param name="File">The mail itself.</param>
/// <param name="TextNotRead">Where the mail has a text that could not be read; then <paramref name="Text"/> is empty.</param>
/// <param name="TextGuessed">Where the text's encoding was guessed.</param>
/// <param name="Attachments">Its files, kept as files of the contract.</param>
/// <param name="Smime">What was found of a S/MIME signature; null where the mail was read in before that was looked at.</param>
internal sealed record MailReadingDetails(
    FileDetails File,
    MailFormat Format,
    Mailbox? From,
    IReadOnlyList<Mailbox> To,
    IReadOnlyList<Mailbox> Cc,
    DateTimeOffset? Date,
    string Subject,
    string Text,
    TextNotRead? TextNotRead,
    TextNotRead? TextGuessed,
    IReadOnlyList<FileDetails> Attachments,
    IReadOnlyList<AttachmentNotKept> NotKept,
    string? MessageId,
    string? InReplyTo,
    DkimDetails Dkim,
    SmimeDetails? Smime,
    MailProposals Proposes)
{
    /// <summary>Puts together what was read and what was kept.</summary>
    /// <param name="open">The acts that a mail may be an answer to, each with the word that it asks for.</param>
    internal static MailReadingDetails Of(
        MailAsRead read, FileDetails file, IReadOnlyList<FileDetails> attachments, DkimDetails dkim, IReadOnlyDictionary<Guid, string> open)
    {
        var mail = read.Reading;
        var act = MailReference.Find(mail, [.. open.Keys]);
        var outcome = MailOutcome.Propose(mail, act is { } id ? open[id] : null);
        return new(
            file, mail.Format, mail.From, mail.To, mail.Cc, mail.Date, mail.Subject, mail.Text, TextNotRead.Of(read.NotRead), TextNotRead.Of(mail.TextGuessed),
            attachments, read.NotKept, mail.MessageId, mail.InReplyTo, dkim, SmimeDetails.Of(read.Smime), new(act, outcome.Outcome, TextNotRead.Of(outcome.Why)));
    }
}
