using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MimeKit;
using MimeKit.IO;
using MimeKit.IO.Filters;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// The S/MIME signature of a mail as a whole (RFC 8551): beside its content (multipart/signed), or around it (smime.p7m). A signature of
/// one part among others is an attachment, since what stands beside it is not signed.
/// </summary>
/// <param name="Cms">The signature, opened; null where it is damaged, or holds another content beside the one that is shown.</param>
/// <param name="Parts">The parts that are signed; null where they could not be read.</param>
internal sealed record SmimeEnvelope(SignedCms? Cms, IReadOnlyList<MailLeaf>? Parts)
{
    private static readonly string[] Signatures = ["pkcs7-signature", "x-pkcs7-signature"];
    private static readonly string[] Messages = ["pkcs7-mime", "x-pkcs7-mime"];

    /// <summary>The signature of a mail; null where it has none.</summary>
    public static SmimeEnvelope? Of(MailParts mail)
    {
        if (mail.Type is { } type && type.IsMimeType("multipart", "signed") && mail.TopParts == 2 && mail.Leaves is [.., var last] && Is(last.Type, Signatures))
        {
            return new(Open(EmlReader.Content(last), WithLineEnds(mail.FirstPart)), [.. mail.Leaves.SkipLast(1)]);
        }

        if (mail.Leaves is not [var only] || mail.TopParts > 0 || !Is(only.Type, Messages) || KindOf(only) != "signed-data")
        {
            return null;
        }

        var cms = Open(EmlReader.Content(only));
        return new(cms, cms is null ? null : MailParts.OfEntity(cms.ContentInfo.Content)?.Leaves);
    }

    /// <summary>Whether the mail is in a S/MIME message of another kind: encrypted, compressed.</summary>
    public static bool IsSealed(MailParts mail) => mail.Leaves is [var only] && Is(only.Type, Messages) && KindOf(only) is not ("signed-data" or "certs-only");

    private static SignedCms? Open(byte[] message, byte[]? beside = null)
    {
        try
        {
            var alone = new SignedCms();
            alone.Decode(message);
            if (beside is null || alone.ContentInfo.Content.Length > 0)
            {
                return beside is null ? alone : null;
            }

            var detached = new SignedCms(new ContentInfo(beside), detached: true);
            detached.Decode(message);
            return detached;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool Is(ContentType type, string[] subtypes) => subtypes.Any(subtype => type.IsMimeType("application", subtype));

    /// <summary>What the message says it is; where it does not say, what it is.</summary>
    private static string KindOf(MailLeaf message) => message.Type.Parameters["smime-type"]?.ToLowerInvariant() is { } said ? said
        : Open(EmlReader.Content(message)) is { SignerInfos.Count: > 0 } ? "signed-data"
        : "";

    /// <summary>Content is signed with CR LF; files kept on other systems may have lost the CR.</summary>
    private static byte[] WithLineEnds(ReadOnlyMemory<byte> content)
    {
        using var whole = new MemoryStream();
        using (var filtered = new FilteredStream(whole))
        {
            filtered.Add(new Unix2DosFilter());
            filtered.Write(content.ToArray(), 0, content.Length);
            filtered.Flush();
        }

        return whole.ToArray();
    }
}
