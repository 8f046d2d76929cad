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
    private const int MostSignatures = 8;
    private const int ShortestRsa = 1024;

    /// <summary>How long a mail's keys are waited for, all signatures together; one whose key has not come by then is said to be without.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly string[] Shown = ["from", "subject", "date", "to"];

    /// <summary>Verifies a mail as it was kept. What the sender's own domain signed counts before what others did on the way.</summary>
    public async Task<DkimFinding> Verify(byte[] file, CancellationToken ct)
    {
        var mail = WithLineEnds(EmlReader.WithoutFrame(file));
        if (MimeHeaders.Read(mail) is not { } headers)
        {
            return new(DkimResult.NONE);
        }

        var sender = Mailboxes.Read(headers.First("From")) is [var from, ..] ? from.Address.Split('@')[^1].ToLowerInvariant() : "";
        var body = Encoding.Latin1.GetString(mail.AsSpan(headers.BodyStart));
        var findings = new List<DkimFinding>();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        foreach (var field in headers.Fields.Where(f => f.Name.Equals("DKIM-Signature", StringComparison.OrdinalIgnoreCase)).Take(MostSignatures))
        {
            if (DkimSignature.Read(field) is { } signature && await Verify(headers, body, signature, deadline.Token) is var result and not DkimResult.NONE)
            {
                var uncovered = Shown.Where(name => headers.First(name) is not null && !signature.Signed.Contains(name, StringComparer.Ordinal));
                findings.Add(new(result, signature.Domain, IsAligned(sender, signature.Domain), [.. uncovered]));
            }
        }

        ct.ThrowIfCancellationRequested();
        return Best(findings.Where(f => f.Aligned)) ?? Best(findings) ?? new(DkimResult.NONE);
    }

    private static DkimFinding? Best(IEnumerable<DkimFinding> findings) =>
        findings.OrderBy(f => f.Result switch { DkimResult.PASS => 0, DkimResult.FAIL => 1, _ => 2 }).FirstOrDefault();

    /// <returns>NONE for a signature that does not cover the mail.</returns>
    private async Task<DkimResult> Verify(MimeHeaders headers, string body, DkimSignature signature, CancellationToken ct)
    {
        var canonical = DkimCanonical.Body(body, signature.RelaxedBody);
        if (signature.Length < canonical.Length)
        {
            return DkimResult.NONE;
        }

        // A second Subject or From above the signed one would be the one that people see.
        var doubled = Shown.Any(name => headers.Fields.Count(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is var count and > 1 && signature.Signed.Count(s => s == name) < count);
        if (doubled || !SHA256.HashData(Encoding.Latin1.GetBytes(canonical)).AsSpan().SequenceEqual(signature.BodyHash))
        {
            return DkimResult.FAIL;
        }

        var signed = Encoding.Latin1.GetBytes(DkimCanonical.Header(headers, signature));
        return await Key(signature, ct) switch
        {
            null => DkimResult.KEY_UNAVAILABLE,
            var key when signature.Ed25519 => Of(Ed25519.Verify(key, SHA256.HashData(signed), signature.Signature)),
            var key => VerifyRsa(key, signed, signature.Signature),
        };
    }

    private static DkimResult VerifyRsa(byte[] key, byte[] signed, byte[] signature)
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

        return rsa.KeySize < ShortestRsa ? DkimResult.NONE : Of(rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static DkimResult Of(bool fits) => fits ? DkimResult.PASS : DkimResult.FAIL;

    /// <summary>The signer's key out of the DNS; null where it is not there (any more) or is not for this.</summary>
    private async Task<byte[]?> Key(DkimSignature signature, CancellationToken ct)
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

    private static bool IsAligned(string sender, string signer) =>
        sender == signer || sender.EndsWith("." + signer, StringComparison.Ordinal) || signer.EndsWith("." + sender, StringComparison.Ordinal);

    /// <summary>Mails are signed with CR LF; files kept on other systems may have lost the CR.</summary>
    private static byte[] WithLineEnds(byte[] mail)
    {
        var text = Encoding.Latin1.GetString(mail);
        return Encoding.Latin1.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));
    }
}
