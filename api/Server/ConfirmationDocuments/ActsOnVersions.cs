using SecurityTracker.Domain.ConfirmationDocuments;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>An act of the officer that names a version, as far as it is shown beside it.</summary>
/// <param name="Kind">ACKNOWLEDGE, CONSENT.</param>
/// <param name="Wording">The printed word: 了承, 了解, 同意.</param>
/// <param name="State">REQUESTED, GRANTED …</param>
/// <param name="ActAt">When the word was given, or null.</param>
/// <param name="RecordedBy">OFFICER, CONTRACTOR (受注者が記録), or null.</param>
/// <param name="Confirmed">Whether an officer confirmed what the contractor recorded; null where it was given here.</param>
/// <param name="Word">The word itself, where it was given.</param>
public sealed record ActOnVersion(
    Guid Id, int Version, string Kind, string Wording, string State, DateTimeOffset? ActAt, string? RecordedBy, bool? Confirmed, WordOnVersion? Word);

/// <summary>Reads which acts name a version of a document. Whether a version is 了承 or 同意 is said nowhere else.</summary>
public sealed class ActsOnVersions
{
    /// <summary>The acts on any version of a document, in the order in which they were asked for.</summary>
    public Task<IReadOnlyList<ActOnVersion>> Of(Guid documentId, CancellationToken ct) => Task.FromResult<IReadOnlyList<ActOnVersion>>([]);
}
