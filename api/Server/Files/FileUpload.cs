using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Files;

/// <summary>A file that came in: looked at, named, not kept yet.</summary>
/// <param name="Name">Harmless, with the ending of its content.</param>
internal sealed record FileUpload(string Name, string MediaType, byte[] Content)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>Looks at bytes under a name; refuses what is of no kind that is taken.</summary>
    public static async Task<ReadOutcome<FileUpload>> Of(string? name, byte[] content, Actor actor, FileReaders readers, CancellationToken ct)
    {
        var (type, refusal) = await readers.Type(actor, name ?? "", content, ct);
        return type is null ? refusal! : Of(name, type, content);
    }

    /// <summary>Bytes of a known kind under a name.</summary>
    internal static FileUpload Of(string? name, FileType type, byte[] content) => new(FileName.Clean(name, type.Endings), type.MediaType, content);

    /// <summary>The one file of a multipart request.</summary>
    public static async Task<FileUpload> Receive(HttpRequest request, Actor actor, FileReaders readers, CancellationToken ct)
    {
        var file = await ReceiveBytes(request, Largest, ct);
        return (await Of(file.Name, file.Content, actor, readers, ct)).OrThrow();
    }

    /// <summary>The bytes of the one file of a multipart request, whatever they are.</summary>
    internal static async Task<ReceivedFile> ReceiveBytes(HttpRequest request, int largest, CancellationToken ct)
    {
        var files = await request.ReadFiles(largest, ct);
        if (files.Count != 1)
        {
            throw new ProblemException(Problems.MalformedBody);
        }

        if (files[0].Length > largest)
        {
            throw new ProblemException(Problems.FileTooLarge);
        }

        var content = new byte[files[0].Length];
        await using var stream = files[0].OpenReadStream();
        await stream.ReadExactlyAsync(content, ct);
        return new(files[0].FileName, content);
    }
}

/// <summary>A file as it came.</summary>
internal sealed record ReceivedFile(string Name, byte[] Content);

/// <summary>What routes say that take a file.</summary>
internal static class FileUploadMetadata
{
    private const int OfTheForm = 64 * 1024;

    /// <summary>Takes one file of at most <paramref name="largest"/> bytes as multipart/form-data.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route, int largest = FileUpload.Largest) => route
        .Accepts<IFormFile>("multipart/form-data")
        .WithMetadata(new RequestSizeLimitAttribute(largest + OfTheForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = largest + OfTheForm })
        .Refuses(
            StatusCodes.Status400BadRequest,
            StatusCodes.Status404NotFound,
            StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType,
            StatusCodes.Status422UnprocessableEntity);
}
