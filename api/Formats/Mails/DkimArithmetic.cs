using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// What MimeKit and BouncyCastle count in a DKIM signature (RFC 6376, 8463): the canonical forms, the hash of the body, the signature.
/// Which signatures count, and for what, is not decided here.
/// </summary>
internal sealed class DkimArithmetic : DkimVerifierBase, IDisposable
{
    private const int LargestRsa = 16384;
    private const int LargestExponent = 64;
    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };
    private readonly MimeMessage message;

    /// <summary>Of a mail.</summary>
    /// <param name="headers">Its header.</param>
    /// <param name="body">Its body, which stays in one piece: what is signed is its bytes, not its parts.</param>
    public DkimArithmetic(MailHeaders headers, byte[] body)
        : base(new Keys())
    {
        var part = new MimePart();
        part.Headers.Clear();
        message = new MimeMessage(headers.Fields.Where(field => !IsOfBody(field)));
        foreach (var field in headers.Fields.Where(IsOfBody))
        {
            part.Headers.Add(field);
        }

        part.Content = new MimeContent(new MemoryStream(body, writable: false), part.ContentTransferEncoding);
        message.Body = part;
    }

    /// <summary>Whether the whole body is what was signed; what the signature says of a part of it (l=) does not count.</summary>
    public bool HasBody(DkimSignature signature) =>
        VerifyBodyHash(Format, message, Algorithm(signature), Form(signature.RelaxedBody), maxLength: -1, signature.BodyHash);

    /// <summary>Whether a key made the signature over the header.</summary>
    /// <param name="key">The text of the key's record in the DNS; null where there is none.</param>
    public DkimResult Of(DkimSignature signature, string? key)
    {
        try
        {
            var found = key is null ? null : Keys.Read(key);
            return (found, signature.Ed25519) switch
            {
                (RsaKeyParameters rsa, false) when rsa.Modulus.BitLength < MinimumRsaKeyLength => DkimResult.NONE,
                (RsaKeyParameters rsa, false) when rsa.Modulus.BitLength > LargestRsa || rsa.Exponent.BitLength > LargestExponent => DkimResult.KEY_UNAVAILABLE,
                (RsaKeyParameters, false) or (Ed25519PublicKeyParameters, true) =>
                    VerifySignature(Format, message, signature.Field, Algorithm(signature), found, [.. signature.Signed], Form(signature.RelaxedHeader), signature.Signature)
                        ? DkimResult.PASS : DkimResult.FAIL,
                _ => DkimResult.KEY_UNAVAILABLE,
            };
        }
        catch (Exception noSignature) when (noSignature is FormatException or CryptoException or ArgumentException or InvalidOperationException)
        {
            return DkimResult.FAIL;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => message.Dispose();

    private static bool IsOfBody(Header field) => field.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    private static DkimSignatureAlgorithm Algorithm(DkimSignature signature) => signature.Ed25519 ? DkimSignatureAlgorithm.Ed25519Sha256 : DkimSignatureAlgorithm.RsaSha256;

    private static DkimCanonicalizationAlgorithm Form(bool relaxed) => relaxed ? DkimCanonicalizationAlgorithm.Relaxed : DkimCanonicalizationAlgorithm.Simple;

    /// <summary>Reads keys. The DNS is asked by the server: here is no network.</summary>
    private sealed class Keys : DkimPublicKeyLocatorBase
    {
        public static AsymmetricKeyParameter? Read(string text)
        {
            try
            {
                return GetPublicKey(text);
            }
            catch (Exception none) when (none is FormatException or ArgumentException or IOException or InvalidOperationException or CryptoException)
            {
                return null;
            }
        }

        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
