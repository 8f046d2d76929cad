using SecurityTracker.Domain;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.ServerTests;

/// <summary>Files and mails read as the server reads them, in the turn of the program itself.</summary>
internal static class Readings
{
    public static Task<ReadOutcome<ReadDocument>> Read(this FileReaders readers, string name, byte[] content) =>
        readers.Document(Actor.System, name, new MemoryStream(content), CancellationToken.None);

    /// <summary>As the server does it, with the child's two turns in this process.</summary>
    public static async Task<DkimFinding> Verify(this DkimVerifier verifier, byte[] mail, CancellationToken ct)
    {
        var parts = MailParts.Of(mail);
        var signatures = SignatureEvidence.Of(parts);
        return DkimVerifier.Weigh(signatures, SignatureEvidence.Check(parts, await verifier.Keys(signatures, ct)));
    }
}
