using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Files;

/// <summary>What the DKIM signature of a received mail says (RFC 6376).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DkimResult>))]
public enum DkimResult
{
    PASS,
    FAIL,

    /// <summary>The mail carries no signature.</summary>
    NONE,

    /// <summary>The signer's key could not be asked for.</summary>
    KEY_UNAVAILABLE,

    /// <summary>The format does not keep what was signed (.msg).</summary>
    NOT_POSSIBLE,
}

/// <summary>What the S/MIME signature of a received mail says (RFC 8551); the better comes first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SmimeResult>))]
public enum SmimeResult
{
    /// <summary>It holds, its certificate is the sender's, and comes from an issuer that is known here.</summary>
    VALID,

    /// <summary>It holds and its issuer is known, but the certificate is not that of the sender's address.</summary>
    OTHER_SENDER,

    /// <summary>It holds and its issuer is known, but the certificate was not in force when the mail was received.</summary>
    EXPIRED,

    /// <summary>It holds, but nobody known here issued the certificate for mail.</summary>
    UNKNOWN_ISSUER,

    /// <summary>The content was changed after it was signed, or the signature is damaged.</summary>
    BROKEN,

    /// <summary>The mail as a whole carries no signature.</summary>
    NONE,

    /// <summary>It is in a form that is not looked into: encrypted, in Outlook's own file, more signers than are looked at.</summary>
    NOT_POSSIBLE,
}

/// <summary>What a mail that was dropped in proves: the file with its hash, and its signatures. It holds no personal data.</summary>
/// <param name="File">The mail itself.</param>
/// <param name="Dkim">What its DKIM signature says.</param>
/// <param name="SigningDomain">The domain that signed, or null.</param>
/// <param name="Aligned">Whether that domain is the sender's.</param>
/// <param name="Smime">What its S/MIME signature says; null where the mail was read in before that was looked at.</param>
public sealed record MailProof(FileRef File, DkimResult Dkim, string? SigningDomain, bool Aligned, SmimeResult? Smime = null);
