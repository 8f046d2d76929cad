using SecurityTracker.Domain.Files;

namespace SecurityTracker.Server.Exchange;

/// <summary>What the DKIM signatures of a mail say.</summary>
/// <param name="Domain">Who signed, where there is a signature.</param>
/// <param name="Aligned">Whether that is the sender's own domain.</param>
/// <param name="Uncovered">What is shown of the mail and was not signed: <c>subject</c>, <c>date</c> …</param>
internal sealed record DkimFinding(DkimResult Result, string? Domain = null, bool Aligned = false, params IReadOnlyList<string> Uncovered);

/// <summary>
/// Verifies DKIM signatures (RFC 6376, 8301, 8463): whether a mail is what its sender's server let go. A child reads and counts, and
/// has no network; between its two turns the keys are asked for here, and after them it is weighed here what its results say together.
/// </summary>
internal sealed class DkimVerifier(DnsResolver dns)
{
    /// <summary>How long a mail's keys are waited for, all signatures together; one whose key has not come by then is said to be without.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int Ed25519Size = 32;

    /// <summary>The text of the key of each signature; null where it is not there (any more), is not for this, or is not needed.</summary>
    public async Task<IReadOnlyList<string?>> Keys(IReadOnlyList<SignatureEvidence> signatures, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        var keys = new List<string?>();
        foreach (var signature in signatures)
        {
            keys.Add(signature.Failed ? null : await Key(signature, deadline.Token));
        }

        ct.ThrowIfCancellationRequested();
        return keys;
    }

    /// <summary>What a mail's signatures say together: what the sender's own domain signed counts before what others did on the way.</summary>
    /// <param name="signatures">As a child found them in the mail.</param>
    /// <param name="results">What each is worth.</param>
    public static DkimFinding Weigh(IReadOnlyList<SignatureEvidence> signatures, IReadOnlyList<DkimResult> results)
    {
        var findings = signatures.Zip(results, (signature, result) => new DkimFinding(result, signature.Domain, signature.Aligned, [.. signature.Uncovered]))
            .Where(finding => finding.Result != DkimResult.NONE).ToList();
        return Best(findings.Where(f => f.Aligned)) ?? Best(findings) ?? new(DkimResult.NONE);
    }

    private static DkimFinding? Best(IEnumerable<DkimFinding> findings) =>
        findings.OrderBy(f => f.Result switch { DkimResult.PASS => 0, DkimResult.FAIL => 1, _ => 2 }).FirstOrDefault();

    private async Task<string?> Key(SignatureEvidence signature, CancellationToken ct) =>
        (await TextsInTime($"{signature.Selector}._domainkey.{signature.Domain}", ct)).FirstOrDefault(text =>
            DkimTags.Read(text) is { } tags
            && tags["v"] is null or "DKIM1"
            && (tags["k"] ?? "rsa") == (signature.Ed25519 ? "ed25519" : "rsa")
            && (tags["h"] is not { } hashes || hashes.Split(':').Contains("sha256", StringComparer.Ordinal))
            && tags.Bytes("p") is { } key
            && (!signature.Ed25519 || key.Length == Ed25519Size));

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
