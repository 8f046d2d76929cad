using System.Text.Json.Serialization;
using SecurityTracker.Domain;

namespace SecurityTracker.Formats.Mails;

/// <summary>What a mail server did with a mail for one recipient (RFC 3464 §2.3.3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BounceAction>))]
public enum BounceAction
{
    /// <summary>It could not deliver it, and does not try any more.</summary>
    FAILED,

    /// <summary>It could not deliver it so far, and goes on trying.</summary>
    DELAYED,

    /// <summary>It delivered it. Whether it was read is not known.</summary>
    DELIVERED,

    /// <summary>It handed it to a mail server that reports nothing.</summary>
    RELAYED,

    /// <summary>It handed it on to more addresses.</summary>
    EXPANDED,
}

/// <summary>What a bounce says of one recipient.</summary>
/// <param name="Addresses">The address that the mail was sent to, and the one that it ended at, as far as they are named.</param>
/// <param name="Status">The enhanced code (RFC 3463), such as <c>5.1.1</c>; null where none is named.</param>
/// <param name="Code">The three digits of the mail server that refused it; null where none are named.</param>
/// <param name="Words">That mail server's words; they may hold addresses.</param>
public sealed record BouncedRecipient(IReadOnlyList<string> Addresses, BounceAction Action, string? Status, int? Code, string Words)
{
    /// <summary>The words with the enhanced code before them, where they do not begin with one.</summary>
    public string Answer => Status is null || Words.Contains(Status, StringComparison.Ordinal) ? Words : $"{Status} {Words}".TrimEnd();
}

/// <summary>What a mail server reports of a mail that it had taken: a bounce, or a delivery status notification (RFC 3464).</summary>
/// <param name="MessageIds">The message-id of the mail that it is about, without angle brackets; none where the mail did not come back.</param>
/// <param name="EnvelopeId">By what the sender marked the mail on its way; null where that is not said.</param>
/// <param name="Recipients">At least one.</param>
public sealed record BounceReading(IReadOnlyList<string> MessageIds, string? EnvelopeId, IReadOnlyList<BouncedRecipient> Recipients)
{
    /// <summary>The most recipients of which one is read.</summary>
    public const int MostRecipients = 100;
}

/// <summary>Why a file is not read as a bounce.</summary>
public static class BounceRefusals
{
    /// <summary>A mail, but no report of this form.</summary>
    public static readonly Refusal NotOne = new("not-a-bounce", RefusalKind.INVALID, new(
        "メールサーバーからの配信状況の通知（RFC 3464 の形式）ではありません。届かなかったことを知らせるメールを、転送せずに .eml で保存して取り込んでください。",
        "This is no report of a mail server in the form of RFC 3464. Save the mail that tells of the failure itself as .eml, not a forwarded one."));
}
