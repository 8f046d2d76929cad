using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Formats.Documents;
using SecurityTracker.Formats.Files;

namespace SecurityTracker.Formats.Mails;

/// <summary>A file in a mail: its bytes where they can be taken out, and what it is, or the code of why it stays in the mail alone.</summary>
/// <param name="MediaType">What the mail says it is.</param>
/// <param name="Type">What it is; null for one that is not kept.</param>
/// <param name="Messages">The words of a refusal that names a limit.</param>
public sealed record MailPart(string Name, string MediaType, FileType? Type, byte[]? Content, string? Refusal, Message? Messages = null);

/// <summary>A mail taken apart.</summary>
/// <param name="Reading">What it says; its files stand in <paramref name="Parts"/>.</param>
/// <param name="TextNotRead">The code of why there is no text although the mail has one.</param>
/// <param name="Signatures">What can be said of its DKIM signatures without the signers' keys.</param>
/// <param name="Smime">What can be said of a S/MIME signature; null where there is one to be checked.</param>
public sealed record MailContents(MailReading Reading, string? TextNotRead, IReadOnlyList<MailPart> Parts, IReadOnlyList<SignatureEvidence> Signatures, SmimeResult? Smime)
{
    /// <summary>The largest attachment that is taken out of a mail, in bytes.</summary>
    public const int LargestPart = 10 * 1024 * 1024;

    /// <summary>The most attachments that are taken out of a mail, and the most that are named as left in it.</summary>
    public const int MostParts = 50;

    /// <summary>Reads a mail by its bytes.</summary>
    internal static ReadOutcome<MailContents> Read(byte[] content)
    {
        var isMsg = CompoundFile.IsOne(content);
        var mail = isMsg ? null : MailParts.Of(content);
        var envelope = mail is null ? null : SmimeEnvelope.Of(mail);
        var (reading, refusal) = isMsg ? MsgReader.Read(content) : mail is null ? MailRefusals.Unreadable : EmlReader.Read(mail, envelope);
        if (reading is null)
        {
            return refusal!;
        }

        reading = reading.Text.Length > ReadDocument.MostCharacters ? reading with { Text = "", TextNotRead = ReadingRefusals.TextTooLong } : reading;
        var textNotRead = reading.TextNotRead ?? (reading.Text.Length > 0 ? null
            : reading.Attachments.Select(MailRefusals.OfForm).FirstOrDefault(why => why == MailRefusals.Smime || why == MailRefusals.Winmail));
        return new MailContents(reading with { Attachments = [] }, textNotRead?.Code, Sorted(reading), SignatureEvidence.Of(mail), SmimeOf(reading, mail, envelope));
    }

    private static SmimeResult? SmimeOf(MailReading reading, MailParts? mail, SmimeEnvelope? envelope)
    {
        if (envelope is not null)
        {
            return null;
        }

        // Outlook's file holds the messages of S/MIME as files.
        var isSealed = mail is null
            ? reading.Attachments.Select(MailRefusals.OfForm).Any(why => why == MailRefusals.Smime || why == MailRefusals.SmimeSignature)
            : SmimeEnvelope.IsSealed(mail);
        return isSealed ? SmimeResult.NOT_POSSIBLE : SmimeResult.NONE;
    }

    private static List<MailPart> Sorted(MailReading reading)
    {
        var (kept, left) = (new List<MailPart>(), new List<MailPart>());
        foreach (var attachment in reading.Attachments)
        {
            var why = MailRefusals.OfForm(attachment)
                ?? (kept.Count == MostParts ? MailRefusals.TooManyAttachments : attachment.Content.Length > LargestPart ? ReadingRefusals.FileTooLarge : null);
            var (type, refusal) = why is null ? FileTypes.Of(attachment.Name, attachment.Content) : why;
            if (type is not null)
            {
                kept.Add(new(attachment.Name, attachment.MediaType, type, attachment.Content, Refusal: null));
            }
            else
            {
                left.Add(new(attachment.Name, attachment.MediaType, Type: null, attachment.Content.Length > LargestPart ? null : attachment.Content, refusal!.Code, refusal.Message));
            }
        }

        return [.. kept, .. left.Concat(reading.Left.Select(each => new MailPart(each.Name, "", Type: null, Content: null, each.Why.Code))).Take(MostParts)];
    }
}
