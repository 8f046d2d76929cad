using System.Text.Json.Serialization;
using SecurityTracker.Domain;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Exchange;

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
/// <param name="From">The sender as the mail names it; whether that is so is <see cref="DkimVerifier"/>'s matter.</param>
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
    /// <summary>A mail of which nothing can be read.</summary>
    public static MailReading Unreadable { get; } = new(MailFormat.EML, From: null, [], [], Date: null, "", "", [], MessageId: null, InReplyTo: null, [], "");
}

/// <summary>Why a mail is not taken.</summary>
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
}
