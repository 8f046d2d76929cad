using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Files;

/// <summary>Makes files ready to be shown; they come from <see cref="KeptFiles"/> and so from what the actor sees.</summary>
internal sealed class FileShown(KeptFiles files, Session session, Actors actors, Actor actor, TimeProvider time)
{
    /// <summary>A file that is kept already.</summary>
    public async Task<FileDetails> Of(Versioned<StoredFile> file, CancellationToken ct) => (await Of([file], ct))[0];

    /// <summary>Files that are kept already, in their order.</summary>
    public async Task<IReadOnlyList<FileDetails>> Of(IReadOnlyList<Versioned<StoredFile>> kept, CancellationToken ct)
    {
        if (kept.Count == 0)
        {
            return [];
        }

        var histories = await session.FetchStreams([.. kept.Select(file => file.Id)], ct);
        var signatories = await Signatories.Load(actors, histories.SelectMany(history => history).Select(e => e.Headers), ct);
        var shown = new List<FileDetails>();
        foreach (var file in kept)
        {
            var (first, erased) = (histories[file.Id].First(), histories[file.Id].FirstOrDefault(e => e.Data is FileErased));
            shown.Add(Of(
                file.Id, file.Version, file.Value, first.RecordedAt, signatories.Of(first.Headers),
                erased is null ? null : new ErasedDetails(erased.RecordedAt, file.Value.ErasedBecause!), await files.RetainedUntil(file.Id, file.Value, ct)));
        }

        return shown;
    }

    /// <summary>Files that are about to be kept by the actor.</summary>
    public async Task<IReadOnlyList<FileDetails>> OfNew(IReadOnlyList<StreamForWriting<StoredFile>> streams, CancellationToken ct)
    {
        var signatories = await Signatories.Load(actors, ct);
        var by = signatories.Of(ActorHeaders.Metadata(actor, correlationId: null).Headers);
        return [.. streams.Select(stream => Of(stream.Id, stream.Version, stream.Aggregate, time.GetUtcNow(), by, erased: null, retainedUntil: null))];
    }

    private FileDetails Of(Guid id, long version, StoredFile file, DateTimeOffset keptAt, ActedBy keptBy, ErasedDetails? erased, DateOnly? retainedUntil)
    {
        var refusal = StoredFileDecider.MayErase(actor.OrganisationId, retainedUntil, Tokyo.Today(time), file);
        return new(id, version, file.File.Name, file.MediaType, file.File.Bytes, file.File.Sha256, keptAt, keptBy, erased, new FileCan(Can.If(Permission.EraseFiles, actor, refusal)));
    }
}
