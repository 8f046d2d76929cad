namespace SecurityTracker.Server.Http;

/// <summary>What a write answers: the thing, its version (also the ETag), and the sequence that a list can wait for with <c>?after=</c>.</summary>
/// <param name="Sequence">Of the last event written; 0 where nothing had to be written.</param>
internal sealed record WriteAnswer(Guid Id, long Version, long Sequence);
