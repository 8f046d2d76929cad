using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Decides on one published edition that the actor sees, and saves.</summary>
internal sealed class EditionWriter(EditionsInSight sight, Writer writer)
{
    /// <summary>One act. 404 for an edition that is not there, or not in sight; 428 or 412 by <paramref name="ifMatch"/>.</summary>
    /// <param name="code">The edition's code.</param>
    /// <param name="ifMatch">The version that was seen.</param>
    /// <param name="notTheirs">Why the act is not this actor's, or null.</param>
    /// <param name="command">What is decided.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="saving">Saves, where more than the events is to be saved.</param>
    public async Task<IResult> Decide(
        string code,
        IfMatch ifMatch,
        Func<Versioned<Edition>, Task<Refusal?>> notTheirs,
        Func<Versioned<Edition>, Task<IEditionCommand>> command,
        CancellationToken ct,
        Func<Func<Task<IResult>>, Task<IResult>>? saving = null)
    {
        var found = (await sight.Find(code, ct)).OrNotFound();
        var stream = await writer.Fetch<Edition>(found.Id, ifMatch, ct);
        (await notTheirs(found)).ThrowIfRefused();
        var decided = await command(found);
        Writer.Record(stream, state => EditionDecider.Decide(decided, state));
        Task<IResult> Save() => writer.Save(stream, ct);
        return saving is null || stream.Version == found.Version ? await Save() : await saving(Save);
    }
}
