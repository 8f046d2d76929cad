using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecurityTracker.ServerTests.Exchange;

/// <summary>An authority that issues certificates for mail, made for a test.</summary>
internal sealed class SmimeAuthority : IDisposable
{
    public static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Until = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly RSA key = RSA.Create(2048);

    public SmimeAuthority(string name = "Test Authority", SmimeAuthority? above = null)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        Certificate = above is null ? request.CreateSelfSigned(From, Until) : request.Create(above.Certificate, From, Until.AddDays(-1), RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>A certificate with its key; <paramref name="purpose"/> is for mail unless said otherwise.</summary>
    public X509Certificate2 Issue(string? mail, DateTimeOffset? until = null, string purpose = "1.3.6.1.5.5.7.3.4")
    {
        using var own = RSA.Create(2048);
        var request = new CertificateRequest("CN=Tanto", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        if (mail is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddEmailAddress("another@example.go.jp");
            names.AddEmailAddress(mail);
            request.CertificateExtensions.Add(names.Build());
        }

        return request.Create(Certificate, From, until ?? Until.AddDays(-2), RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(own);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }
}

/// <summary>Mails signed by S/MIME (RFC 8551), as mail programs write them.</summary>
internal static class SmimeMails
{
    public const string Sender = "tanto@meti.example.go.jp";

    public static byte[] Content(string text, string charset = "utf-8", Encoding? encoding = null) => Encoding.ASCII.GetBytes(
        $"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String((encoding ?? Encoding.UTF8).GetBytes(text))}");

    public static byte[] Beside(byte[] content, params X509Certificate2[] signers) => Beside(content, Sign(content, detached: true, null, signers));

    public static byte[] Beside(byte[] content, byte[] signature, string more = "") =>
    [
        .. Encoding.ASCII.GetBytes(Header("multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=b") + "--b\r\n"), .. content,
        .. Encoding.ASCII.GetBytes($"\r\n--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n{Lines(signature)}\r\n{more}--b--\r\n"),
    ];

    public static byte[] Around(byte[] content, params X509Certificate2[] signers) => Sealed(Sign(content, detached: false, null, signers), "signed-data");

    public static byte[] Sealed(byte[] message, string kind) => Encoding.ASCII.GetBytes(Fields + Entity(message, kind));

    public static string Entity(byte[] message, string kind) =>
        $"Content-Type: application/pkcs7-mime; smime-type={kind}; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n{Lines(message)}\r\n";

    public static byte[] Sign(byte[] content, bool detached, string? digest, params X509Certificate2[] signers)
    {
        var cms = new SignedCms(new ContentInfo(content), detached);
        foreach (var signer in signers)
        {
            cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer)
            {
                IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid(digest ?? "2.16.840.1.101.3.4.2.1"),
            });
        }

        return cms.Encode();
    }

    private static string Header(string type) => $"{Fields}Content-Type: {type}\r\n\r\n";

    private const string Fields =
        $"Received: from mx.example.go.jp by mx.example.co.jp; Fri, 20 Nov 2026 11:00:05 +0900\r\nFrom: Tanto <{Sender}>\r\nTo: taro@example.co.jp\r\nSubject: Re: example\r\nDate: Fri, 20 Nov 2026 11:00:00 +0900\r\nMessage-ID: <1@meti.example.go.jp>\r\nMIME-Version: 1.0\r\n";

    private static string Lines(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);
}
