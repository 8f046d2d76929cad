using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Catalogue;

/// <summary>Whom a published edition is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditionStanding>))]
public enum EditionStanding
{
    /// <summary>採用済み: everyone's, shipped with the program, published by the ministry's side or adopted by it.</summary>
    ADOPTED,

    /// <summary>A firm's own, for its contracts alone.</summary>
    OWN,

    /// <summary>取下げ済み: contracts keep it, and no further one takes it.</summary>
    WITHDRAWN,
}

/// <summary>A published edition with all its revisions.</summary>
/// <param name="Revisions">In order; empty before the publication.</param>
public sealed record Edition(IReadOnlyList<AnnexEdition> Revisions)
{
    /// <summary>The firm that published it for itself; null for one that was published for everyone.</summary>
    public Guid? FirmId { get; init; }

    /// <summary>Whether it is everyone's now.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>The last revision that was everyone's, or 0: what was once for all to read is not hidden again, and what came after it is its firm's.</summary>
    public int AdoptedThrough { get; init; }

    /// <summary>Whether its firm has asked the ministry's side to adopt it, and no answer came yet.</summary>
    public bool AdoptionRequested { get; init; }

    /// <summary>Whether its firm has withdrawn it.</summary>
    public bool WithdrawnByFirm { get; init; }

    /// <summary>Nothing published yet.</summary>
    public static Edition Initial { get; } = new([]);

    /// <summary>The latest revision, or null before the publication.</summary>
    public AnnexEdition? Current => Revisions.Count > 0 ? Revisions[^1] : null;

    /// <summary>Whom it is for.</summary>
    [JsonIgnore]
    public EditionStanding Standing =>
        IsAdopted ? EditionStanding.ADOPTED : FirmId is null || WithdrawnByFirm ? EditionStanding.WITHDRAWN : EditionStanding.OWN;

    /// <summary>Why contracts of a firm do not take it from now on, or null where they do.</summary>
    /// <param name="firmId">The contractor's organisation; null where the contractor is none that is here.</param>
    public Refusal? NotFor(Guid? firmId) => Standing switch
    {
        EditionStanding.ADOPTED => null,
        EditionStanding.OWN => firmId == FirmId ? null : EditionRefusals.NotAdopted,
        _ => EditionRefusals.NoLongerChosen,
    };

    /// <summary>The edition as it is read by those for whom it ends with a revision.</summary>
    public Edition Through(int revision) => Current?.Revision > revision ? this with { Revisions = [.. Revisions.Where(r => r.Revision <= revision)] } : this;

    /// <summary>One revision by its number, the latest for null; null when there is none.</summary>
    public AnnexEdition? Revision(int? number) => number is null ? Current : Revisions.FirstOrDefault(r => r.Revision == number);
}

/// <summary>A draft edition.</summary>
/// <param name="Content">What it says now; null before it was started.</param>
/// <param name="FileName">The file it was read from.</param>
/// <param name="PublishedAs">The code under which it was published, or null.</param>
public sealed record EditionDraft(AnnexEdition? Content, string? FileName, string? PublishedAs)
{
    /// <summary>Not started yet.</summary>
    public static EditionDraft Initial { get; } = new(Content: null, FileName: null, PublishedAs: null);
}
