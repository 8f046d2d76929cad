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

/// <summary>What a mail that was dropped in proves: the file with its hash, and its signature. It holds no personal data.</summary>
/// <param name="File">The mail itself.</param>
/// <param name="Dkim">What its signature says.</param>
/// <param name="SigningDomain">The domain that signed, or null.</param>
/// <param name="Aligned">Whether that domain is the sender's.</param>
public sealed record MailProof(FileRef File, DkimResult Dkim, string? SigningDomain, bool Aligned);
