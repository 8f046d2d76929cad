using System.Globalization;

namespace SecurityTracker.Server.Exchange;

/// <summary>
/// By what a mail and its answer are tied to an act: the message-id, and, as mail programs put their own in its place, a
/// 整理番号 in subject and text.
/// </summary>
internal static class MailReference
{
    /// <summary>What stands before the eight digits.</summary>
    public const string Prefix = "ST-";

    private const int Digits = 8;
    private const string Domain = "@securitytracker.invalid";
    private const string ActPrefix = "act-";

    /// <summary>The 整理番号 of an act: <c>ST-</c> and the last eight digits of its id.</summary>
    public static string Of(Guid actId) => Prefix + actId.ToString("N", CultureInfo.InvariantCulture)[^Digits..].ToUpperInvariant();

    /// <summary>The message-id of the mail that asks for an act, without angle brackets.</summary>
    public static string MessageId(Guid actId) => $"{ActPrefix}{actId:N}{Domain}";

    /// <summary>The message-id of the mail that asks for an act again on a day.</summary>
    public static string MessageId(Guid actId, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{ActPrefix}{actId:N}-{day:yyyyMMdd}{Domain}");

    /// <summary>Which of the acts a mail is about: by what it answers, then by a 整理番号 in its subject, then in its text. Null for none, or more than one.</summary>
    public static Guid? Find(MailReading mail, IReadOnlyCollection<Guid> acts)
    {
        var answered = mail.References.Prepend(mail.InReplyTo ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Only(acts.Where(act => answered.Contains(MessageId(act))))
            ?? Only(acts.Where(act => mail.Subject.Contains(Of(act), StringComparison.OrdinalIgnoreCase)))
            ?? Only(acts.Where(act => mail.Text.Contains(Of(act), StringComparison.OrdinalIgnoreCase)));
    }

    private static Guid? Only(IEnumerable<Guid> found) => found.Take(2).ToList() is [var one] ? one : null;
}
