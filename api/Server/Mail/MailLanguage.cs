using System.Text.Json.Serialization;

namespace SecurityTracker.Server.Mail;

/// <summary>The languages of mails.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailLanguage>))]
internal enum MailLanguage
{
    JA,
    EN,
}
