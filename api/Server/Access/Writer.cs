using SecurityTracker.Domain;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>
/// The only place where the domain meets the event store: fetch, check that the actor sees it and which version was seen, decide,
/// append, answer; what stands in the way is thrown (<see cref="ProblemException"/>), and nothing is written. One command over one stream is <see cref="DecideOn{T}(Guid, IfMatch, Func{T, Decision}, CancellationToken)"/>;
/// one over several is <c>Fetch</c> and <c>Record</c> for each stream and one
/// <c>Save</c>: all or nothing.
/// </summary>
internal sealed class Writer(Session session, Boundary boundary, IdempotentRequest idempotent, TimeProvider time)
{
    /// <summary>The session of this request, for inline tables and personal values in the same transaction.</summary>
    public Session Session => session;

    /// <summary>When this is asked, for what is decided by the day or the instant.</summary>
    public Moment Moment => new(time.GetUtcNow());

    /// <summary>A fresh id, in the order of time.</summary>
    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>A command over a stream that exists. 404 if it does not, or not for this actor; 428 or 412 by <paramref name="ifMatch"/>.</summary>
    public async Task<IResult> DecideOn<T>(Guid streamId, IfMatch ifMatch, Func<T, Decision> decide, CancellationToken ct)
        where T : notnull
    {
        var stream = await Fetch<T>(streamId, ifMatch, ct);
        Record(stream, decide);
        return await Save(stream, ct);
    }

    /// <summary>A command over a stream with a natural key, which may not have begun: then it is at version 0 and belongs to <paramref name="scope"/>.</summary>
    public async Task<IResult> DecideOn<T>(Guid streamId, StreamScope scope, IfMatch ifMatch, Func<T, Decision> decide, CancellationToken ct)
        where T : notnull
    {
        var stream = await Fetch<T>(streamId, scope, ifMatch, ct);
        Record(stream, decide, scope);
        return await Save(stream, ct);
    }

    /// <summary>The first command of a new stream: 201 with its address.</summary>
    public async Task<IResult> Create<T>(Guid id, StreamScope scope, string location, Func<T, Decision> decide, CancellationToken ct)
        where T : notnull
    {
        var stream = await session.FetchForWriting<T>(id, ct);
        if (stream.Version > 0)
        {
            throw new ProblemException(Problems.AlreadyExists);
        }

        Record(stream, decide, scope);
        return await Save(stream, ct, location);
    }

    /// <summary>A stream that exists and that the actor sees, or null.</summary>
    public Task<StreamForWriting<T>?> FetchIfThere<T>(Guid streamId, CancellationToken ct)
        where T : notnull => boundary.FetchForWriting<T>(session, streamId, ct);

    /// <summary>A stream that exists, for a command over several.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="ifMatch">The version that was seen, or null where the request speaks of another stream's version.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<StreamForWriting<T>> Fetch<T>(Guid streamId, IfMatch? ifMatch, CancellationToken ct)
        where T : notnull
    {
        var stream = (await FetchIfThere<T>(streamId, ct)).OrNotFound();
        ifMatch?.Against(stream.Version);
        return stream;
    }

    /// <summary>A stream with a natural key, for a command over several; at version 0 if it has not begun.</summary>
    public async Task<StreamForWriting<T>> Fetch<T>(Guid streamId, StreamScope scope, IfMatch? ifMatch, CancellationToken ct)
        where T : notnull
    {
        var visible = boundary.Has(scope, ct);
        var stream = await session.FetchForWriting<T>(streamId, ct);
        if (!await visible)
        {
            throw new ProblemException(Problems.NotFound);
        }

        ifMatch?.Against(stream.Version);
        return stream;
    }

    /// <summary>Decides, and gathers the events for <c>Save</c>.</summary>
    public static void Record<T>(StreamForWriting<T> stream, Func<T, Decision> decide, StreamScope? scope = null)
        where T : notnull => Record(stream, decide(stream.Aggregate), scope);

    /// <summary>Gathers the events of a decision on the stream as it stands for <c>Save</c>.</summary>
    public static void Record<T>(StreamForWriting<T> stream, Decision decision, StreamScope? scope = null)
        where T : notnull
    {
        decision.Refusal.ThrowIfRefused();
        stream.AppendMany(decision.Events, scope);
    }

    /// <summary>Writes all that was gathered, all or nothing, and answers for one of the streams.</summary>
    /// <param name="stream">The stream whose id and version are answered.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="location">The address of what was created: then 201.</param>
    public async Task<IResult> Save(StreamForWriting stream, CancellationToken ct, string? location = null)
    {
        var status = location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        return await Save(sequence => new WriteAnswer(stream.Id, stream.Version, sequence), ct, status, location, stream.Version);
    }

    /// <summary>Writes all that was gathered, all or nothing, and gives an answer of the caller's own.</summary>
    /// <param name="answer">The answer's body, given the last sequence written.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="status">200, or 201 with <paramref name="location"/>.</param>
    /// <param name="location">The address of what was created.</param>
    /// <param name="version">The version of the ETag, where the answer speaks for one thing.</param>
    public async Task<IResult> Save<TAnswer>(
        Func<long, TAnswer> answer, CancellationToken ct, int status = StatusCodes.Status200OK, string? location = null, long? version = null)
        where TAnswer : notnull
    {
        idempotent.KeepIn(session, answer(0), status, location, version);
        var sequence = await session.SaveChanges(ct);
        return new Answer<TAnswer>(answer(sequence), status, location, version);
    }
}
