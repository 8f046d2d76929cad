using System.Text.Json.Serialization;

namespace SecurityTracker.Server.Mail;

/// <summary>Where a mail is on its way out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailState>))]
internal enum MailState
{
    /// <summary>It is to be sent: for the first time, or again after the mail server did not take it.</summary>
    QUEUED,

    /// <summary>A server hands it to the mail server now.</summary>
    SENDING,

    /// <summary>The mail server took it. Whether it arrives is not known.</summary>
    SENT,

    /// <summary>The mail server refused it for good, or did not take it for a day, or for as long as its link was good.</summary>
    GIVEN_UP,

    /// <summary>A mail server had taken it, and one on its way reported later that it did not reach its recipient.</summary>
    BOUNCED,

    /// <summary>When it was to be sent, nothing was left to be said: what it was about had been done.</summary>
    NOT_NEEDED,

    /// <summary>The way to the mail server broke before it said whether it took it. It is not sent again, as it would come twice.</summary>
    UNCERTAIN,
}
