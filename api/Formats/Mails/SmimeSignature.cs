using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;
using MimeKit.Utils;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;
using SecurityTracker.Domain.Files;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace SecurityTracker.Formats.Mails;

/// <summary>What the S/MIME signature of a mail says.</summary>
/// <param name="Signer">The mail address in the signer's certificate, or the name where it has none; null for no signature.</param>
/// <param name="Issuer">Who issued the certificate, as the certificate has it.</param>
public sealed record SmimeFinding(SmimeResult Result, string? Signer = null, string? Issuer = null);

/// <summary>
/// Checks the S/MIME signature of a mail (RFC 8551, 8550) without a network: whether a certificate was withdrawn is not asked. A
/// certificate counts as it was on the day when the mail was received.
/// </summary>
internal static class SmimeSignature
{
    /// <summary>The most signers and certificates of a mail that are looked at.</summary>
    public const int MostSigners = 4;

    /// <inheritdoc cref="MostSigners"/>
    public const int MostCertificates = 20;

    private const int LongestName = 320;
    private static readonly Oid ForMail = new("1.3.6.1.5.5.7.3.4");

    // MD2, MD5 and SHA-1: what they sign can be forged, and so proves nothing.
    private static readonly string[] Weak = ["1.2.840.113549.2.2", "1.2.840.113549.2.5", "1.3.14.3.2.26"];

    /// <summary>What the signature is worth.</summary>
    /// <param name="mail">The mail; null where it is none.</param>
    /// <param name="roots">The certificates that are trusted, DER.</param>
    /// <param name="now">No mail was received later.</param>
    public static SmimeFinding Check(MailParts? mail, IReadOnlyList<byte[]> roots, DateTimeOffset now)
    {
        if (mail is null || SmimeEnvelope.Of(mail) is not { } envelope)
        {
            return new(SmimeResult.NONE);
        }

        try
        {
            return envelope is { Cms: { } cms, Parts: not null } ? Check(cms, mail.Headers, roots, ReceivedAt(mail.Headers, now)) : new(SmimeResult.BROKEN);
        }
        catch (CryptographicException)
        {
            // A certificate that is none.
            return new(SmimeResult.BROKEN);
        }
    }

    private static SmimeFinding Check(SignedCms cms, MailHeaders headers, IReadOnlyList<byte[]> roots, DateTimeOffset at)
    {
        var certificates = cms.Certificates;
        if (cms.SignerInfos.Count > MostSigners || certificates.Count > MostCertificates)
        {
            return new(SmimeResult.NOT_POSSIBLE);
        }

        var known = new X509Certificate2Collection(roots.Select(root => X509CertificateLoader.LoadCertificate(root)).ToArray());
        var findings = cms.SignerInfos.Cast<SignerInfo>()
            .Where(signer => !Weak.Contains(signer.DigestAlgorithm.Value, StringComparer.Ordinal))
            .Select(signer => Check(signer, certificates, known, headers, at)).ToList();
        foreach (var certificate in certificates.Concat(known))
        {
            certificate.Dispose();
        }

        return findings.Find(finding => finding.Result == SmimeResult.BROKEN) ?? findings.OrderBy(finding => finding.Result).FirstOrDefault() ?? new(SmimeResult.NONE);
    }

    private static SmimeFinding Check(SignerInfo signer, X509Certificate2Collection certificates, X509Certificate2Collection roots, MailHeaders headers, DateTimeOffset at)
    {
        if (signer.Certificate is not { } certificate)
        {
            return new(SmimeResult.UNKNOWN_ISSUER);
        }

        var addresses = Addresses(certificate);
        var name = addresses.Count > 0 ? addresses[0] : certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        var said = new SmimeFinding(SmimeResult.BROKEN, Short(name), Short(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)));
        return said with { Result = !Holds(signer) ? SmimeResult.BROKEN : Trust(certificate, certificates, roots, at) ?? (IsSender(headers, addresses) ? SmimeResult.VALID : SmimeResult.OTHER_SENDER) };
    }

    private static bool Holds(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Why a certificate is not trusted; null where it is.</summary>
    private static SmimeResult? Trust(X509Certificate2 certificate, X509Certificate2Collection others, X509Certificate2Collection roots, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        (policy.TrustMode, policy.RevocationMode, policy.DisableCertificateDownloads) = (X509ChainTrustMode.CustomRootTrust, X509RevocationMode.NoCheck, true);
        policy.VerificationTime = at.UtcDateTime;
        policy.ApplicationPolicy.Add(ForMail);
        policy.CustomTrustStore.AddRange(roots);
        policy.ExtraStore.AddRange(others);
        return chain.Build(certificate) ? null
            : chain.ChainStatus.All(status => status.Status is X509ChainStatusFlags.NotTimeValid) ? SmimeResult.EXPIRED
            : SmimeResult.UNKNOWN_ISSUER;
    }

    /// <summary>Whether the mail names one sender, and the certificate is that sender's.</summary>
    private static bool IsSender(MailHeaders headers, IReadOnlyList<string> addresses) =>
        headers.Fields.Count(field => field.Id == HeaderId.From) == 1
        && headers.Mailboxes(HeaderId.From) is [var sender]
        && addresses.Contains(sender.Address, StringComparer.OrdinalIgnoreCase);

    /// <summary>When the receiver's own mail server took it; else when it was sent, as it says itself.</summary>
    private static DateTimeOffset ReceivedAt(MailHeaders headers, DateTimeOffset now)
    {
        var received = headers.First(HeaderId.Received) is { } field && DateUtils.TryParse(Encoding.Latin1.GetString(field.RawValue).Split(';')[^1], out var taken) ? taken : headers.Date;
        return received < now ? received.Value : now;
    }

    /// <summary>The mail addresses of a certificate: of its alternative names, and where there are none, of its subject.</summary>
    private static List<string> Addresses(X509Certificate2 certificate)
    {
        try
        {
            X509Certificate read = new X509CertificateParser().ReadCertificate(certificate.RawData);
            var names = read.GetSubjectAlternativeNameExtension()?.GetNames() ?? [];
            var addresses = names.Where(name => name.TagNo == GeneralName.Rfc822Name).Select(name => name.Name).OfType<IAsn1String>().Select(name => name.GetString()).ToList();
            return addresses.Count > 0 ? addresses : [.. read.SubjectDN.GetValueList(X509Name.EmailAddress)];
        }
        catch (Exception none) when (none is IOException or ArgumentException or InvalidOperationException or Org.BouncyCastle.Security.GeneralSecurityException)
        {
            return [];
        }
    }

    private static string Short(string name) => name.Length > LongestName ? name[..LongestName] : name;
}
