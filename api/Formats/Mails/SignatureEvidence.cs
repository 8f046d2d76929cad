using System.Security.Cryptography;
using System.Text;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// What a DKIM signature says of a mail before its key is known (RFC 6376, 8301, 8463). A signature over a part of the body (l=)
/// covers nothing. An expiry (x=) is for mail on its way and does not matter to one that was received.
/// </summary>
/// <param name="Failed">The body was changed, or a field that people see stands twice.</param>
/// <param name="Aligned">Whether the signer is the sender's own domain.</param>
/// <param name="Uncovered">What is shown of the mail and was not signed: <c>subject</c>, <c>date</c> …</param>
/// <param name="Digest">SHA-256 of what was signed.</param>
public sealed record SignatureEvidence(
    bool Failed, bool Ed25519, string Domain, string Selector, bool Aligned, IReadOnlyList<string> Uncovered, byte[] Digest, byte[] Signature)
{
    /// <summary>The most signatures of a mail that are looked at.</summary>
    public const int Most = 8;

    private static readonly string[] Shown = ["from", "subject", "date", "to"];

    /// <summary>The evidence of each signature that covers the mail. Each form of the body is hashed once, however many signed it.</summary>
    internal static IReadOnlyList<SignatureEvidence> Of(byte[] file)
    {
        var mail = WithLineEnds(EmlReader.WithoutFrame(file));
        if (MimeHeaders.Read(mail) is not { } headers)
        {
            return [];
        }

        var sender = Mailboxes.Read(headers.First("From")) is [var from, ..] ? from.Address.Split('@')[^1].ToLowerInvariant() : "";
        var signatures = headers.Fields
            .Where(f => f.Name.Equals("DKIM-Signature", StringComparison.OrdinalIgnoreCase))
            .Take(Most).Select(DkimSignature.Read).OfType<DkimSignature>().ToList();
        var body = mail.AsMemory(headers.BodyStart);
        var bodies = signatures.Select(signature => signature.RelaxedBody).Distinct().ToDictionary(relaxed => relaxed, relaxed => DkimBody.Of(body.Span, relaxed));
        return
        [
            .. signatures
                .Where(signature => !(signature.Length < bodies[signature.RelaxedBody].Length))
                .Select(signature => Of(headers, sender, signature, bodies[signature.RelaxedBody].Hash)),
        ];
    }

    private static SignatureEvidence Of(MimeHeaders headers, string sender, DkimSignature signature, byte[] bodyHash)
    {
        // A second Subject or From above the signed one would be the one that people see.
        var doubled = Shown.Any(name => headers.Fields.Count(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is var count and > 1
            && signature.Signed.Count(s => s == name) < count);
        var uncovered = Shown.Where(name => headers.First(name) is not null && !signature.Signed.Contains(name, StringComparer.Ordinal));
        return new(
            doubled || !bodyHash.AsSpan().SequenceEqual(signature.BodyHash),
            signature.Ed25519,
            signature.Domain,
            signature.Selector,
            IsAligned(sender, signature.Domain),
            [.. uncovered],
            SHA256.HashData(Encoding.Latin1.GetBytes(DkimCanonical.Header(headers, signature))),
            signature.Signature);
    }

    private static bool IsAligned(string sender, string signer) =>
        sender == signer || sender.EndsWith("." + signer, StringComparison.Ordinal) || signer.EndsWith("." + sender, StringComparison.Ordinal);

    /// <summary>Mails are signed with CR LF; files kept on other systems may have lost the CR.</summary>
    private static byte[] WithLineEnds(byte[] mail)
    {
        var lost = 0;
        for (var at = 0; at < mail.Length; at++)
        {
            lost += Lost(mail, at) ? 1 : 0;
        }

        if (lost == 0)
        {
            return mail;
        }

        var (whole, length) = (new byte[mail.Length + lost], 0);
        for (var at = 0; at < mail.Length; at++)
        {
            if (Lost(mail, at))
            {
                whole[length++] = (byte)'\r';
            }

            whole[length++] = mail[at];
        }

        return whole;
    }

    private static bool Lost(byte[] mail, int at) => mail[at] == (byte)'\n' && (at == 0 || mail[at - 1] != (byte)'\r');
}
