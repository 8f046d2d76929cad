using System.Security.Cryptography;
using System.Text;

namespace SecurityTracker.ServerTests.Exchange;

/// <summary>Mails signed here with keys of this process (relaxed/relaxed), in the way of RFC 6376.</summary>
internal static class SignedMails
{
    public const string Domain = "meti.example.go.jp";
    public const string KeyName = "s1._domainkey." + Domain;
    private static readonly RSA Rsa = RSA.Create(2048);

    public static string Key { get; } = "v=DKIM1; k=rsa; p=" + Convert.ToBase64String(Rsa.ExportSubjectPublicKeyInfo());

    /// <summary>An answer of an officer, ready to be signed.</summary>
    public static string Answer(string subject = "Re: example", string text = "了承します。", string? inReplyTo = null) =>
        "From: Tanto <tanto@meti.example.go.jp>\r\nTo: taro@example.co.jp\r\n"
        + $"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=\r\n"
        + (inReplyTo is null ? "" : $"In-Reply-To: <{inReplyTo}>\r\n")
        + "Date: Fri, 20 Nov 2026 11:00:00 +0900\r\nMessage-ID: <1@meti.example.go.jp>\r\nMIME-Version: 1.0\r\n"
        + $"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\r\n";

    public static byte[] Sign(string mail, string domain = Domain, string names = "from:to:subject:date", long? length = null, string selector = "s1")
    {
        var split = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var fields = mail[..split].Split("\r\n");
        var body = mail[(split + 4)..].TrimEnd('\r', '\n') + "\r\n";
        var hash = SHA256.HashData(Encoding.Latin1.GetBytes(length is { } l ? body[..(int)l] : body));
        var signature = $"v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s={selector}; h={names};{(length is { } some ? $" l={some};" : "")} bh={Convert.ToBase64String(hash)}; b=";
        var signed = new StringBuilder();
        var left = fields.Select(field => field.Split(": ", 2)).Select(parts => (Name: parts[0].ToLowerInvariant(), Value: parts[1])).ToList();
        foreach (var name in names.Split(':'))
        {
            if (left.FindLastIndex(field => field.Name == name) is var at and >= 0)
            {
                signed.Append(name).Append(':').Append(left[at].Value).Append("\r\n");
                left.RemoveAt(at);
            }
        }

        signed.Append("dkim-signature:").Append(signature);
        var value = Rsa.SignData(Encoding.Latin1.GetBytes(signed.ToString()), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Encoding.Latin1.GetBytes($"DKIM-Signature: {signature}{Convert.ToBase64String(value)}\r\n{mail}");
    }

    public static byte[] With(this byte[] mail, string old, string other) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail).Replace(old, other, StringComparison.Ordinal));
}
