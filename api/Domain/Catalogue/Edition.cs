namespace SecurityTracker.Domain.Catalogue;

/// <summary>A published edition with all its revisions.</summary>
/// <param name="Revisions">In order; empty before the publication.</param>
public sealed record Edition(IReadOnlyList<AnnexEdition> Revisions)
{
    /// <summary>Nothing published yet.</summary>
    public static Edition Initial { get; } = new([]);

    /// <summary>The latest revision, or null before the publication.</summary>
    public AnnexEdition? Current => Revisions.Count > 0 ? Revisions[^1] : null;

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
