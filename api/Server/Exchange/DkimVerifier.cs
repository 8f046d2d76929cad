using System.Security.Cryptography;
using System.Text;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Server.Exchange;

/// <summary>What the signatures of a mail say.</summary>
/// <param name="Domain">Who signed, where there is a signature.</param>
/// <param name="Aligned">Whether that is the sender's own domain.</param>
/// <param name="Uncovered">What is shown of the mail and was not signed: <c>subject</c>, <c>date</c> …</param>
public sealed record DkimFinding(DkimResult Result, string? Domain = null, bool Aligned = false, params IReadOnlyList<string> Uncovered);

/// <summary>
/// Verifies DKIM signatures (RFC 6376, 8301, 8463): whether a mail is what its sender's server let go. A signature over a part of
/// the body (l=) covers nothing. An expiry (x=) is for mail on its way and does not matter to one that was received.
/// </summary>
public sealed class DkimVerifier(DnsResolver dns)
{
    private const int ShortestRsa = 1024;

    /// <summary>How long a mail's keys are waited for, all signatures together; one whose key has not come by then is said to be without.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Verifies what a child found in a mail. What the sender's own domain signed counts before what others did on the way.</summary>
    public async Task<DkimFinding> Verify(IReadOnlyList<SignatureEvidence> signatures, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        var findings = new List<DkimFinding>();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        foreach (var signature in signatures)
        {
            if (await Verify(signature, deadline.Token) is var result and not DkimResult.NONE)
            {
                findings.Add(new(result, signature.Domain, signature.Aligned, [.. signature.Uncovered]));
            }
        }

        ct.ThrowIfCancellationRequested();
        return Best(findings.Where(f => f.Aligned)) ?? Best(findings) ?? new(DkimResult.NONE);
    }

    private static DkimFinding? Best(IEnumerable<DkimFinding> findings) =>
        findings.OrderBy(f => f.Result switch { DkimResult.PASS => 0, DkimResult.FAIL => 1, _ => 2 }).FirstOrDefault();

    private async Task<DkimResult> Verify(SignatureEvidence signature, CancellationToken ct) => signature.Failed ? DkimResult.FAIL : await Key(signature, ct) switch
    {
        null => DkimResult.KEY_UNAVAILABLE,
        var key when signature.Ed25519 => Of(Ed25519.Verify(key, signature.Digest, signature.Signature)),
        var key => VerifyRsa(key, signature.Digest, signature.Signature),
    };

    private static DkimResult VerifyRsa(byte[] key, byte[] digest, byte[] signature)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportSubjectPublicKeyInfo(key, out _);
        }
        catch (CryptographicException)
        {
            return DkimResult.KEY_UNAVAILABLE;
        }

        return rsa.KeySize < ShortestRsa ? DkimResult.NONE : Of(rsa.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static DkimResult Of(bool fits) => fits ? DkimResult.PASS : DkimResult.FAIL;

    /// <summary>The signer's key out of the DNS; null where it is not there (any more) or is not for this.</summary>
    private async Task<byte[]?> Key(SignatureEvidence signature, CancellationToken ct)
    {
        foreach (var text in await TextsInTime($"{signature.Selector}._domainkey.{signature.Domain}", ct))
        {
            if (DkimTags.Read(text) is { } tags
                && tags["v"] is null or "DKIM1"
                && (tags["k"] ?? "rsa") == (signature.Ed25519 ? "ed25519" : "rsa")
                && (tags["h"] is not { } hashes || hashes.Split(':').Contains("sha256", StringComparer.Ordinal))
                && tags.Bytes("p") is { } key
                && (!signature.Ed25519 || key.Length == Ed25519.KeySize))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>The texts of a name; none once the mail's deadline is over.</summary>
    private async Task<IReadOnlyList<string>> TextsInTime(string name, CancellationToken deadline)
    {
        try
        {
            return deadline.IsCancellationRequested ? [] : await dns.Texts(name, deadline);
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }
}
