using System.Text;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>A report as mail servers write it (RFC 3464, 3462).</summary>
/// <param name="MessageId">Of the mail that came back; null where none of it did.</param>
internal sealed record BounceMail(string? MessageId, string Recipient = "taro@example.jp")
{
    /// <summary>What was done with it.</summary>
    public string Action { get; init; } = "failed";

    /// <summary>The enhanced code.</summary>
    public string Status { get; init; } = "5.1.1";

    /// <summary>The words of the mail server at the other end.</summary>
    public string? Diagnostic { get; init; } = "smtp; 550 5.1.1 <taro@example.jp>: Recipient address\r\n    rejected: User unknown";

    /// <summary>By what the sender marked the mail.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>In what the mail came back: the whole of it, or its header.</summary>
    public string Returned { get; init; } = "text/rfc822-headers";

    /// <summary>What the report is in.</summary>
    public string Wrapping { get; init; } = "multipart/report; report-type=delivery-status; boundary=\"b/1\"";

    /// <summary>More recipients, or whatever stands below the first.</summary>
    public string More { get; init; } = "";

    /// <summary>The file.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes($"""
        From: MAILER-DAEMON@mail.example.jp (Mail Delivery System)
        To: noreply@example.go.jp
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: {Wrapping}

        This is a MIME-encapsulated message.

        --b/1
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --b/1
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.jp
        {(EnvelopeId is null ? "X-Queue-ID: 4F2A9" : "Original-Envelope-Id: " + EnvelopeId)}

        Final-Recipient: rfc822; {Recipient}
        Action: {Action}
        Status: {Status}
        {(Diagnostic is null ? "X-None: none" : "Diagnostic-Code: " + Diagnostic)}
        {More}
        --b/1
        Content-Type: {(MessageId is null ? "text/plain" : Returned)}

        From: SecurityTracker <noreply@example.go.jp>
        Subject: =?utf-8?B?5oub5b6F?=
        {(MessageId is null ? "X-Nothing: here" : $"Message-ID: <{MessageId}>")}

        --b/1--
        """.ReplaceLineEndings("\r\n"));
}
