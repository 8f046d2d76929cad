using MimeKit;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// What a DKIM signature says of a mail before its key is known (RFC 6376, 8301, 8463). A signature over a part of the body (l=)
/// covers nothing. An expiry (x=) is for mail on its way and does not matter to one that was received.
/// </summary>
/// <param name="Failed">The body was changed, or a field that people see stands twice.</param>
/// <param name="Aligned">Whether the signer is the sender's own domain.</param>
/// <param name="Uncovered">What is shown of the mail and was not signed: <c>subject</c>, <c>date</c> …</param>
public sealed record SignatureEvidence(bool Failed, bool Ed25519, string Domain, string Selector, bool Aligned, IReadOnlyList<string> Uncovered)
{
    /// <summary>The most signatures of a mail that are looked at.</summary>
    public const int Most = 8;

    private static readonly (HeaderId Id, string Name)[] Shown = [(HeaderId.From, "from"), (HeaderId.Subject, "subject"), (HeaderId.Date, "date"), (HeaderId.To, "to")];

    /// <summary>The evidence of each signature that covers the mail.</summary>
    internal static IReadOnlyList<SignatureEvidence> Of(MailParts? mail)
    {
        var (arithmetic, found) = Read(mail);
        using (arithmetic)
        {
            return [.. found.Select(one => one.Evidence)];
        }
    }

    /// <summary>What each signature is worth, by the keys of the signers.</summary>
    /// <param name="keys">The text of a key for each evidence that <see cref="Of(MailParts?)"/> found, null where there is none.</param>
    internal static IReadOnlyList<DkimResult> Check(MailParts? mail, IReadOnlyList<string?> keys)
    {
        var (arithmetic, found) = Read(mail);
        using (arithmetic)
        {
            return [.. found.Zip(keys, (one, key) => one.Evidence.Failed ? DkimResult.FAIL : arithmetic!.Of(one.Signature, key))];
        }
    }

    private static (DkimArithmetic? Arithmetic, IReadOnlyList<(DkimSignature Signature, SignatureEvidence Evidence)> Found) Read(MailParts? mail)
    {
        var signatures = mail?.Headers.Fields.Where(field => field.Id == HeaderId.DkimSignature).Take(Most).Select(DkimSignature.Read).OfType<DkimSignature>().ToList() ?? [];
        if (signatures.Count == 0)
        {
            return (null, []);
        }

        var arithmetic = new DkimArithmetic(mail!.Headers, mail.Body.ToArray());
        // The same form and the same hash are counted once, however many signed it.
        var bodies = signatures.DistinctBy(FormOf).ToDictionary(FormOf, arithmetic.HasBody);
        return (arithmetic,
        [
            .. signatures
                .Where(signature => bodies[FormOf(signature)] || !(signature.Length < mail.Body.Length))
                .Select(signature => (signature, Of(mail.Headers, signature, bodies[FormOf(signature)]))),
        ]);
    }

    private static (bool, string) FormOf(DkimSignature signature) => (signature.RelaxedBody, signature.BodyHash);

    private static SignatureEvidence Of(MailHeaders headers, DkimSignature signature, bool hasBody)
    {
        var sender = headers.Mailboxes(HeaderId.From) is [var from, ..] ? from.Address.Split('@')[^1].ToLowerInvariant() : "";
        // A second Subject or From above the signed one would be the one that people see.
        var doubled = Shown.Any(shown => headers.Fields.Count(field => field.Id == shown.Id) is var count and > 1
            && signature.Signed.Count(signed => signed == shown.Name) < count);
        var uncovered = Shown.Where(shown => headers.First(shown.Id) is not null && !signature.Signed.Contains(shown.Name, StringComparer.Ordinal)).Select(shown => shown.Name);
        return new(doubled || !hasBody, signature.Ed25519, signature.Domain, signature.Selector, IsAligned(sender, signature.Domain), [.. uncovered]);
    }

    private static bool IsAligned(string sender, string signer) =>
        sender == signer || sender.EndsWith("." + signer, StringComparison.Ordinal) || signer.EndsWith("." + sender, StringComparison.Ordinal);
}
