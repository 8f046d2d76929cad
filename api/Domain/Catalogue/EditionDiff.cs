using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Catalogue;

/// <summary>What became of a text from one edition to another.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>The same words under the same number.</summary>
    UNCHANGED,

    /// <summary>Other words.</summary>
    MODIFIED,

    /// <summary>It stands in the second edition only.</summary>
    ADDED,

    /// <summary>It stands in the first edition only.</summary>
    REMOVED,

    /// <summary>The same words under another number.</summary>
    MOVED,

    /// <summary>One text became several.</summary>
    SPLIT,

    /// <summary>Several texts became one.</summary>
    MERGED,
}

/// <summary>One entry of a diff.</summary>
/// <param name="Kind">What became of it. The party's own word (受注者, 受託者) alone does not make a change.</param>
/// <param name="From">Ids (or the row's number, or the fixed text's name) in the first edition; empty when added.</param>
/// <param name="To">The same in the second edition; empty when removed.</param>
/// <param name="FromText">The text in the first edition, several joined by a line feed; null when added.</param>
/// <param name="ToText">The text in the second edition; null when removed.</param>
/// <param name="Diff">Word by word; null when both print the same words, or when there is nothing to compare with.</param>
public sealed record TextChange(
    ChangeKind Kind,
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    string? FromText,
    string? ToText,
    IReadOnlyList<DiffPart>? Diff);

/// <summary>All differences between two editions.</summary>
/// <param name="Requirements">Requirements, and statements where they answer to more than their own number, in the first edition's order.</param>
/// <param name="Rows">The rows of the form.</param>
/// <param name="FixedTexts">Opening, headings and the form's fixed texts.</param>
public sealed record EditionDiff(IReadOnlyList<TextChange> Requirements, IReadOnlyList<TextChange> Rows, IReadOnlyList<TextChange> FixedTexts);
