using System.Text.Json;
using Microsoft.Extensions.Options;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary><c>catalogue import FILE</c>: the same answer as the API's, on standard output.</summary>
internal static class ImportVerb
{
    private const int NotImported = 1;

    /// <summary>Reads the file; a refusal is one line on standard error and exit code 1.</summary>
    public static async Task<int> Run(IServiceProvider services, IReadOnlyList<string> operands, CancellationToken ct)
    {
        var path = operands[0];
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return NotImported;
        }

        await using var file = File.OpenRead(path);
        var (document, refusal) = await services.GetRequiredService<FileReaders>().Document(Actor.System, path, file, ct);
        var import = document is null ? null : AnnexImporter.Read(document.Text, await Adopted(services, ct));
        if (import is null)
        {
            refusal ??= ImportRefusals.AnnexNotFound;
            await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Message.Ja} {refusal.Message.En}");
            return NotImported;
        }

        var json = services.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        await using var output = Console.OpenStandardOutput();
        await using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = json.Encoder }))
        {
            JsonSerializer.Serialize(writer, AnnexImportDetails.Of(Path.GetFileName(path), import, document!.Notices), json);
        }

        output.WriteByte((byte)'\n');
        return 0;
    }

    private static Task<IReadOnlyList<AnnexEdition>> Adopted(IServiceProvider services, CancellationToken ct)
    {
        var store = services.GetRequiredService<EventStore>();
        return new EditionsInSight(store.OpenSession(), store, Actor.System).Choosable(ct);
    }
}
