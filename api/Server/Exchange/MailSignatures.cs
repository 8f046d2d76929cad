using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Exchange;

/// <summary>What the signatures of a mail say: DKIM, that it is what the sender's server let go; S/MIME, that it is what the sender wrote.</summary>
internal sealed record SignaturesFound(DkimFinding Dkim, SmimeFinding Smime);

/// <summary>Has the signatures of a mail checked by a child, with the keys and certificates that it cannot fetch itself.</summary>
internal sealed class MailSignatures(FileReaders readers, DkimVerifier dkim, SmimeRoots roots, TimeProvider time)
{
    /// <summary>Checks the signatures that were found in a mail; a mail without any is not read again.</summary>
    public async Task<ReadOutcome<SignaturesFound>> Check(Actor actor, byte[] content, MailContents mail, CancellationToken ct)
    {
        if (mail is { Signatures.Count: 0, Smime: { } known })
        {
            return new SignaturesFound(new(mail.Reading.Format == MailFormat.MSG ? DkimResult.NOT_POSSIBLE : DkimResult.NONE), new(known));
        }

        var keys = await dkim.Keys(mail.Signatures, ct);
        var (results, refusal) = await readers.Signatures(actor, content, new(keys, mail.Smime is null ? roots.Certificates : [], time.GetUtcNow()), ct);
        return results is null ? refusal! : new SignaturesFound(DkimVerifier.Weigh(mail.Signatures, results.Dkim), mail.Smime is { } certain ? new(certain) : results.Smime);
    }
}
