using System.Text.Json.Serialization;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>The files that a presented version is kept as.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentFileFormat>))]
public enum DocumentFileFormat
{
    DOCX,
    PDF,
}

/// <summary>Whether a version is the first to be acknowledged (了承／了解), changes one that was (同意), or shows a changed roster again and no more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VersionKind>))]
public enum VersionKind
{
    FIRST,
    CHANGE,

    /// <summary>再提示: the roster alone changed, and it was agreed that no 同意 is wanted for that (再提示のみで可).</summary>
    RE_PRESENTATION,
}

/// <summary>One kept file of a presented version.</summary>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Bytes">Its length.</param>
public sealed record DocumentFile(DocumentFileFormat Format, string Sha256, long Bytes);

/// <summary>What stands above the document.</summary>
/// <param name="Date">The day it was presented.</param>
/// <param name="Addressee">The whole line with its 殿.</param>
/// <param name="RepresentativeName">The id of 代表者氏名 among the personal values.</param>
/// <param name="ContractSignedOn">契約締結日; null while not signed (item 1) ただし書).</param>
public sealed record DocumentHeader(
    DateOnly Date,
    string Addressee,
    string ContractorAddress,
    string ContractorName,
    string? RepresentativeTitle,
    [property: Personal] PersonalRef RepresentativeName,
    DateOnly? ContractSignedOn,
    string ContractName);

/// <summary>提出 of a version.</summary>
/// <param name="Files">The scan of a 受付印, the mail …; may be empty.</param>
public sealed record DocumentSubmission(DateOnly On, SubmissionWay Via, IReadOnlyList<FileRef> Files);

/// <summary>A version that was presented; it never changes, only what is said of it does.</summary>
/// <param name="EffectiveFrom">From when a change is to apply; null: from the officer's word on.</param>
public sealed record DocumentVersion(
    int Number,
    VersionKind Kind,
    DocumentContent Content,
    DocumentHeader Header,
    IReadOnlyList<DocumentFile> Files,
    DateOnly? EffectiveFrom,
    DocumentSubmission? Submission);

/// <summary>確認書類 of one contract: its versions, and the draft of the next one.</summary>
public sealed record ConfirmationDocument
{
    /// <summary>Before anything was drafted.</summary>
    public static ConfirmationDocument Initial { get; } = new();

    public Guid ContractId { get; init; }

    /// <summary>The next version while it is written, or null.</summary>
    public DocumentContent? Draft { get; init; }

    /// <summary>The version that the draft began as, or null for the first.</summary>
    public int? BasedOn { get; init; }

    /// <summary>In the order of their numbers, from 1 on.</summary>
    public IReadOnlyList<DocumentVersion> Versions { get; init; } = [];

    /// <summary>The day on which a version was handed in was mended; the ministry is told.</summary>
    public bool SubmissionCorrected { get; init; }

    /// <summary>Whose data was erased, for readers of the roster.</summary>
    public IReadOnlyList<Guid> Erased { get; init; } = [];

    /// <summary>Whether it was ever begun.</summary>
    [JsonIgnore]
    public bool Exists => ContractId != Guid.Empty;

    /// <summary>The version that was presented last, or null.</summary>
    [JsonIgnore]
    public DocumentVersion? Latest => Versions.Count == 0 ? null : Versions[^1];

    /// <summary>The version of this number, or null.</summary>
    public DocumentVersion? Version(int number) => number >= 1 && number <= Versions.Count ? Versions[number - 1] : null;

    /// <summary>Everyone who stands in the draft or in any version, once each as last written.</summary>
    [JsonIgnore]
    public IEnumerable<RosterPerson> Everyone =>
        Versions.SelectMany(version => version.Content.People).Concat(Draft?.People ?? []).Reverse().DistinctBy(person => person.Id);
}
