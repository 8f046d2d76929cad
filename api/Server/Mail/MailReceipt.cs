using System.Text.RegularExpressions;

namespace SecurityTracker.Server.Mail;

/// <summary>What became of a mail.</summary>
internal enum MailDelivery
{
    /// <summary>The mail server took it. Whether it arrives is not known.</summary>
    SENT,

    /// <summary>No mail server is configured: hand over by other means what it would have said.</summary>
    NOT_CONFIGURED,

    /// <summary>The mail server refused it or did not answer.</summary>
    FAILED,

    /// <summary>The way to the mail server broke after it was handed over and before the mail server said whether it took it.</summary>
    UNCERTAIN,

    /// <summary>Somebody else hands it over.</summary>
    LEFT,
}

/// <summary>What became of a mail, and what the mail server said to it.</summary>
/// <param name="Answer">Its last answer; null where there was none.</param>
internal sealed record MailReceipt(MailDelivery Delivery, SmtpAnswer? Answer = null);

/// <summary>An answer of a mail server (RFC 5321 §4.2).</summary>
/// <param name="Code">250 where it took the mail; from 400 on it may take it later, from 500 on it will not.</param>
/// <param name="Text">Its own words, on as many lines as it took; they may hold addresses, and so are personal data.</param>
internal sealed partial record SmtpAnswer(int Code, string Text)
{
    private const int Longest = 1000;

    /// <summary>Clean, and no longer than anybody reads.</summary>
    public string Text { get; init; } = Domain.SoundText.Of(Text.Length > Longest ? Text[..Longest] : Text);

    /// <summary>The words with nothing in them that looks like an address.</summary>
    public string WithoutAddresses => Address().Replace(Text, "…");

    [GeneratedRegex(@"\S*@\S*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
