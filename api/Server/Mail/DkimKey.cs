using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Mail;

/// <summary>
/// A key by which the program signs what it sends (DKIM, RFC 6376 and 8463), for the domain of its own address: a receiver can tell that a
/// mail is the program's, and that nobody changed it on the way.
/// </summary>
internal sealed class DkimKey
{
    private const int SmallestRsa = 2048;

    // All that a reader sees or goes by; a receiver takes a second From or Subject for forged, as their number is signed too.
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Cc, HeaderId.ReplyTo, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.InReplyTo, HeaderId.References,
        HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ContentTransferEncoding, HeaderId.AutoSubmitted, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost,
    ];

    private readonly AsymmetricKeyParameter key;
    private readonly string domain;
    private readonly string selector;

    private DkimKey(AsymmetricKeyParameter key, string domain, string selector) => (this.key, this.domain, this.selector) = (key, domain, selector);

    /// <summary>The keys under <c>Mail:Dkim</c>, each with a selector and the file of its private key (PEM, RSA or Ed25519). What cannot be meant is a <see cref="StartRefusedException"/>.</summary>
    public static IReadOnlyList<DkimKey> Read(IConfigurationSection mail, string domain) => [.. mail.GetSection("Dkim").GetChildren().Select(each => One(each, domain))];

    /// <summary>Signs a mail, as it is written at that moment.</summary>
    public void Sign(MimeMessage mail, DateTimeOffset at) => new Signer(this, at).Sign(EmlComposer.Format, mail, [.. Signed.Where(name => mail.Headers.Contains(name) || mail.Body!.Headers.Contains(name))]);

    private static DkimKey One(IConfigurationSection setting, string domain)
    {
        var (selector, file) = (setting["Selector"], setting["KeyFile"]);
        if (string.IsNullOrEmpty(selector) || Uri.CheckHostName(selector) != UriHostNameType.Dns || string.IsNullOrEmpty(file))
        {
            throw new StartRefusedException($"Mail__Dkim__{setting.Key}__Selector and Mail__Dkim__{setting.Key}__KeyFile must both be set: the name under which the public key stands in the DNS, and the file of the private key.");
        }

        try
        {
            using var text = File.OpenText(file);
            using var pem = new PemReader(text);
            return (pem.ReadObject() is var read && read is AsymmetricCipherKeyPair pair ? pair.Private : read) switch
            {
                RsaKeyParameters { IsPrivate: true, Modulus.BitLength: >= SmallestRsa } rsa => new(rsa, domain, selector),
                Ed25519PrivateKeyParameters ed25519 => new(ed25519, domain, selector),
                _ => throw new StartRefusedException($"Mail__Dkim__{setting.Key}__KeyFile: {file} holds no private key of RSA with {SmallestRsa} bits or more, nor of Ed25519."),
            };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException or CryptoException or PemException or ArgumentException or FormatException)
        {
            throw new StartRefusedException($"Mail__Dkim__{setting.Key}__KeyFile: {file} cannot be read.", unreadable);
        }
    }

    private sealed class Signer : DkimSigner
    {
        private readonly DateTimeOffset at;

        public Signer(DkimKey of, DateTimeOffset at)
            : base(of.key, of.domain, of.selector, of.key is Ed25519PrivateKeyParameters ? DkimSignatureAlgorithm.Ed25519Sha256 : DkimSignatureAlgorithm.RsaSha256)
        {
            this.at = at;
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        }

        protected override long GetTimestamp() => at.ToUnixTimeSeconds();
    }
}
