using SecurityTracker.Domain;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.ServerTests;

/// <summary>Files and mails read as the server reads them, in the turn of the program itself.</summary>
internal static class Readings
{
    public static Task<ReadOutcome<ReadDocument>> Read(this FileReaders readers, string name, byte[] content) =>
        readers.Document(Actor.System, name, new MemoryStream(content), CancellationToken.None);

    public static Task<DkimFinding> Verify(this DkimVerifier verifier, byte[] mail, CancellationToken ct) => verifier.Verify(SignatureEvidence.Of(mail), ct);
}
