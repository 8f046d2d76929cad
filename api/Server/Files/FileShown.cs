using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Files;

/// <summary>Makes files ready to be shown; they come from <see cref="KeptFiles"/> and so from what the actor sees.</summary>
public sealed class FileShown(KeptFiles files, Session session, Actors actors, Actor actor, TimeProvider time)
{
    /// <summary>A file that is kept already.</summary>
    public async Task<FileDetails> Of(Versioned<StoredFile> file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var signatories = await Signatories.Load(actors, ct);
        var events = await session.FetchStream(file.Id, ct: ct);
        var erased = events.FirstOrDefault(e => e.Data is FileErased);
        var retained = await files.RetainedUntil(file.Id, file.Value, ct);
        return Of(
            file.Id, file.Value, events[0].RecordedAt, signatories.Of(events[0].Headers),
            erased is null ? null : new ErasedDetails(erased.RecordedAt, file.Value.ErasedBecause!), retained);
    }

    /// <summary>Files that are about to be kept by the actor.</summary>
    public async Task<IReadOnlyList<FileDetails>> OfNew(IReadOnlyList<StreamForWriting<StoredFile>> streams, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var signatories = await Signatories.Load(actors, ct);
        var by = signatories.Of(ActorHeaders.Metadata(actor, correlationId: null).Headers);
        return [.. streams.Select(stream => Of(stream.Id, stream.Aggregate, time.GetUtcNow(), by, erased: null, retainedUntil: null))];
    }

    private FileDetails Of(Guid id, StoredFile file, DateTimeOffset keptAt, ActedBy keptBy, ErasedDetails? erased, DateOnly? retainedUntil)
    {
        var refusal = StoredFileDecider.MayErase(actor.OrganisationId, retainedUntil, Tokyo.Today(time), file);
        return new(id, file.File.Name, file.MediaType, file.File.Bytes, file.File.Sha256, keptAt, keptBy, erased, new FileCan(Can.If(Permission.EraseFiles, actor, refusal)));
    }
}
