using System.Text.Json;
using SecurityTracker.Formats.Documents;
using SecurityTracker.Formats.Files;
using SecurityTracker.Formats.Mails;
using SecurityTracker.Formats.Protocol;

namespace SecurityTracker.Formats;

/// <summary>
/// The program that reads files for the server: one after the other from standard input, each answered on standard output, until the
/// input ends. What it cannot survive (no memory, no stack, no time) ends it, and its parent tells the person which limit that was.
/// Not named Program: the tests start the server by that name.
/// </summary>
internal static class ReadingProgram
{
    private const int Largest = 64 * 1024 * 1024;

    private static async Task Main()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        try
        {
            while (true)
            {
                var request = JsonSerializer.Deserialize<ReadingRequest>(await Frames.Read(input, Largest, CancellationToken.None), ReadingJson.Options)!;
                var file = await Frames.Read(input, Largest, CancellationToken.None);
                await Frames.Write(output, JsonSerializer.SerializeToUtf8Bytes(Answer(request, file), ReadingJson.Options), CancellationToken.None);
            }
        }
        catch (IOException)
        {
            // Its parent is gone or has no more to ask.
        }
    }

    private static ReadingAnswer Answer(ReadingRequest request, byte[] file)
    {
        switch (request.Kind)
        {
            case ReadingKind.MAIL:
                var (mail, noMail) = MailContents.Read(file);
                return noMail is null ? new(Mail: mail) : ReadingAnswer.No(noMail);
            case ReadingKind.BOUNCE:
                var (bounce, noBounce) = BounceReader.Read(file);
                return noBounce is null ? new(Bounce: bounce) : ReadingAnswer.No(noBounce);
            case ReadingKind.SIGNATURES:
                var (means, parts) = (request.Means!, MailParts.Of(file));
                return new(Signatures: new(SignatureEvidence.Check(parts, means.Keys), SmimeSignature.Check(parts, means.Roots, means.Now)));
            case ReadingKind.TYPE:
                var (type, noType) = FileTypes.Of(request.Name, file);
                return noType is null ? new(Type: type) : ReadingAnswer.No(noType);
            default:
                var (document, unread) = request.Kind == ReadingKind.LAYOUT ? DocumentReader.Layout(file) : DocumentReader.Read(request.Name, file);
                return unread is null ? new(Document: document) : ReadingAnswer.No(unread);
        }
    }
}
