using System.Text.Json.Serialization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Formats.Mails;

/// <summary>How a mail was kept by the program it was dragged out of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailFormat>))]
public enum MailFormat
{
    /// <summary>The mail itself (RFC 5322).</summary>
    EML,

    /// <summary>Outlook's own file: what it made of the mail, not the mail itself.</summary>
    MSG,
}

/// <summary>What a mail says.</summary>
/// <param name="From">The sender as the mail names it; whether that is so is a matter of its signatures.</param>
/// <param name="Date">When it was sent, as the mail has it.</param>
/// <param name="Text">The text for people; made of the HTML where there is no other.</param>
/// <param name="Attachments">All files in it, the mails in it as well.</param>
/// <param name="MessageId">Without angle brackets, as are <paramref name="InReplyTo"/> and <paramref name="References"/>.</param>
/// <param name="Headers">The header lines as they came.</param>
public sealed record MailReading(
    MailFormat Format,
    Mailbox? From,
    IReadOnlyList<Mailbox> To,
    IReadOnlyList<Mailbox> Cc,
    DateTimeOffset? Date,
    string Subject,
    string Text,
    IReadOnlyList<MailAttachment> Attachments,
    string? MessageId,
    string? InReplyTo,
    IReadOnlyList<string> References,
    string Headers)
{
    /// <summary>Clean after the last decoding, as all texts here: entities and encoded words are texts by now.</summary>
    public string Subject { get; init; } = SoundText.Of(Subject);

    /// <inheritdoc cref="Subject"/>
    public string Text { get; init; } = SoundText.Of(Text);

    /// <inheritdoc cref="Subject"/>
    public string? MessageId { get; init; } = MessageId is null ? null : SoundText.Of(MessageId);

    /// <inheritdoc cref="Subject"/>
    public string? InReplyTo { get; init; } = InReplyTo is null ? null : SoundText.Of(InReplyTo);

    /// <inheritdoc cref="Subject"/>
    public IReadOnlyList<string> References { get; init; } = [.. References.Select(SoundText.Of)];

    /// <inheritdoc cref="Subject"/>
    public string Headers { get; init; } = SoundText.Of(Headers);

    /// <summary>What stands in the mail by name and cannot be taken out of it.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Name, Refusal Why)> Left { get; init; } = [];

    /// <summary>Why there is no text although the mail has one; null where it was read, or there is none.</summary>
    [JsonIgnore]
    public Refusal? TextNotRead { get; init; }

    /// <summary>Where the text's encoding had to be guessed; null where the mail says it.</summary>
    public Refusal? TextGuessed { get; init; }

    /// <summary>Outlook's kind of message (IPM.Note, REPORT.…); empty for a mail that is not Outlook's.</summary>
    public string MessageClass { get; init; } = "";

    /// <summary>The same with its texts composed (NFC), as programs on macOS may leave them in pieces.</summary>
    public MailReading Composed() => this with { Subject = KanjiForms.Composed(Subject), Text = KanjiForms.Composed(Text) };

    /// <summary>A mail of which nothing can be read.</summary>
    public static MailReading Unreadable { get; } = new(MailFormat.EML, From: null, [], [], Date: null, "", "", [], MessageId: null, InReplyTo: null, [], "");
}

/// <summary>Why a mail, or something in it, is not taken.</summary>
public static class MailRefusals
{
    /// <summary>Damaged, hostile, or no mail at all.</summary>
    public static readonly Refusal Unreadable = new("mail-unreadable", RefusalKind.INVALID, new(
        "メールのファイルとして読み取れません。メールソフトから .eml 又は .msg の形式で保存し直してください。",
        "This cannot be read as a mail. Save it again from the mail program as .eml or .msg."));

    /// <summary>A DKIM signature that does not fit: something was changed after the sender's server signed it.</summary>
    public static readonly Refusal SignatureBroken = new("mail-signature-broken", RefusalKind.INVALID, new(
        "メールの電子署名（DKIM）が内容と一致しません。送信後に内容が変わった可能性があるため、記録しませんでした。受信したメールを転送せずに保存し直すか、担当職員に再送を依頼してください。",
        "The mail's signature (DKIM) does not fit its content, which may have been changed after it was sent. Nothing was kept. Save the received mail itself, not a forwarded one, or ask for it to be sent again."));

    /// <summary>A S/MIME signature that does not fit: something was changed after it was signed, or the signature is damaged.</summary>
    public static readonly Refusal SmimeBroken = new("mail-smime-broken", RefusalKind.INVALID, new(
        "メールの電子署名（S/MIME）が内容と一致しません。送信後に内容が変わったか、署名が壊れているため、記録しませんでした。受信したメールを転送せずに保存し直すか、担当職員に再送を依頼してください。",
        "The mail's signature (S/MIME) does not fit its content: it was changed after it was signed, or the signature is damaged. Nothing was kept. Save the received mail itself, not a forwarded one, or ask for it to be sent again."));

    /// <summary>Rich text alone, and damaged.</summary>
    public static readonly Refusal RichTextNotRead = new("text-not-readable", RefusalKind.INVALID, new(
        "本文（リッチテキスト形式）を読み取れませんでした。メールソフトで本文をご確認の上、要点を入力してください。",
        "The text (rich text) could not be read. Read it in the mail program, and enter what matters."));

    /// <summary>HTML that does not say its encoding, or says a wrong one.</summary>
    public static readonly Refusal TextGuessed = new("text-encoding-guessed", RefusalKind.INVALID, new(
        "本文の文字コードが示されていないか、示されたとおりに読めないため、推定して読み取りました。文字化けがないか、メールソフトの表示と見比べてください。",
        "The text's encoding is not given, or not as given, and was guessed. Compare the text with what the mail program shows."));

    /// <summary>A mail that hangs on the mail, in Outlook's own form.</summary>
    public static readonly Refusal MailInMail = new("mail-within-mail", RefusalKind.INVALID, new(
        "添付されたメールは取り出せないため、元のメールの中に残っています。必要な場合は、メールソフトで開いて別に保存し、読み込んでください。",
        "A mail within this mail stays in it. Where you need it, open it in the mail program, save it by itself, and read it in."));

    /// <summary>A link or an object in place of a file.</summary>
    public static readonly Refusal NotInMail = new("attachment-not-in-mail", RefusalKind.INVALID, new(
        "ファイルの本体がメールに含まれていません（リンク又は埋め込み）。元のファイルを別に登録してください。",
        "The file itself is not in the mail (a link, or an object). Add the file by itself."));

    /// <summary>S/MIME: encrypted, or a message of S/MIME within the mail.</summary>
    public static readonly Refusal Smime = new("smime-not-readable", RefusalKind.INVALID, new(
        "S/MIMEで暗号化されているか、メールの中に別の署名付きメッセージとして含まれているため（smime.p7m）、読み取れません。メールソフトで開いて本文とファイルを別に保存するか、要点を入力してください。元のメールは保存されています。",
        "This is encrypted by S/MIME, or a signed message within the mail (smime.p7m), and cannot be read here. Open it in the mail program and save text and files by themselves, or enter what matters. The mail itself is kept."));

    /// <summary>The S/MIME signature of a part of a mail; that of a mail as a whole is checked.</summary>
    public static readonly Refusal SmimeSignature = new("smime-signature", RefusalKind.INVALID, new(
        "メール全体ではなく一部だけを対象とするS/MIMEの署名のため、送り主の確認には使っていません。署名は元のメールの中に残っています。",
        "This S/MIME signature covers a part of the mail alone, and says nothing of who sent the mail. It stays in the mail."));

    /// <summary>Outlook's own package.</summary>
    public static readonly Refusal Winmail = new("winmail-not-readable", RefusalKind.INVALID, new(
        "Outlook独自の形式（winmail.dat）のため、中の本文やファイルを読み取れません。送信者に、テキスト形式又はHTML形式での再送を依頼してください。",
        "This is Outlook's own package (winmail.dat), which cannot be read. Ask the sender to send it again as plain text or HTML."));

    /// <summary>More attachments than <see cref="MailContents.MostParts"/>.</summary>
    public static readonly Refusal TooManyAttachments = new("too-many-attachments", RefusalKind.INVALID, new(
        "添付ファイルが多いため、取り出しませんでした。元のメールの中に残っています。",
        "There are too many attachments: this one stays in the mail alone."));

    /// <summary>Why an attachment of a form that only a mail program opens is not taken out; null for any other.</summary>
    public static Refusal? OfForm(MailAttachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        bool Is(string name, params string[] types) => types.Contains(attachment.MediaType, StringComparer.OrdinalIgnoreCase)
            || attachment.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase);
        return Is(".p7m", "application/pkcs7-mime", "application/x-pkcs7-mime") ? Smime
            : Is(".p7s", "application/pkcs7-signature", "application/x-pkcs7-signature") ? SmimeSignature
            : Is("winmail.dat", "application/ms-tnef", "application/vnd.ms-tnef") ? Winmail
            : null;
    }
}
