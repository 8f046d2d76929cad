using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.Catalogue.Import;

/// <summary>How a whole annex compares with the published editions.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportKind>))]
public enum ImportKind
{
    /// <summary>Every requirement, heading, row and fixed text is the edition's.</summary>
    [JsonStringEnumMemberName("exact")]
    EXACT,

    /// <summary>The edition with differences, each of which is named.</summary>
    [JsonStringEnumMemberName("differs")]
    DIFFERS,

    /// <summary>No published edition is near.</summary>
    [JsonStringEnumMemberName("none")]
    NONE,
}

/// <summary>How one requirement or row compares with the edition's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PieceMatch>))]
public enum PieceMatch
{
    /// <summary>The edition's words; the text is the edition's print of them.</summary>
    [JsonStringEnumMemberName("equal")]
    EQUAL,

    /// <summary>Other words; the text is what was read, with its difference.</summary>
    [JsonStringEnumMemberName("differs")]
    DIFFERS,

    /// <summary>It stands in the edition and was not found; the text is the edition's.</summary>
    [JsonStringEnumMemberName("missing")]
    MISSING,

    /// <summary>It stands in no edition; the text is what was read.</summary>
    [JsonStringEnumMemberName("new")]
    NEW,
}

/// <summary>The edition that comes nearest. The code is null when none is near.</summary>
public sealed record ImportMatch(string? Code, ImportKind Kind);

/// <summary>A requirement as imported.</summary>
/// <param name="Number">Its printed number.</param>
/// <param name="Id">As in <see cref="Requirement"/>.</param>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Text">Its text.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="Match">How it compares.</param>
/// <param name="Diff">From the edition's text to this one; null unless it differs.</param>
public sealed record ImportedRequirement(
    int Number,
    string Id,
    string? Heading,
    string Text,
    IReadOnlyList<Statement> Statements,
    PieceMatch Match,
    IReadOnlyList<DiffPart>? Diff);

/// <summary>A row of the form as imported.</summary>
public sealed record ImportedRow(int Number, string Label, string Text, PieceMatch Match, IReadOnlyList<DiffPart>? Diff);

/// <summary>The form as imported; a fixed text that was not found is empty.</summary>
public sealed record ImportedForm(
    string Mark,
    string AddresseePattern,
    string Title,
    string Preamble,
    string ContractHeading,
    string ReportHeading,
    IReadOnlyList<string> Columns,
    IReadOnlyList<ImportedRow> Rows,
    IReadOnlyList<string> Notes,
    string Closing);

/// <summary>Annex text that belongs to no requirement, row or fixed text; offsets into the document as it came.</summary>
public sealed record UnreadText(int From, int To, string Text);

/// <summary>Something a person should look at.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Messages">What it is, and what to do.</param>
/// <param name="Number">The requirement or row, where it is about one.</param>
public sealed record ImportWarning(string Code, Message Messages, int? Number = null);

/// <summary>What the document says about the contract to come; null where it does not say it.</summary>
/// <param name="ContractName">契約件名.</param>
/// <param name="Section">担当課室.</param>
/// <param name="Office">The office of the ministry.</param>
/// <param name="StartsOn">First day of the term; null when it starts with the signing.</param>
/// <param name="EndsOn">Last day of the term.</param>
/// <param name="Addressee">The form's addressee.</param>
/// <param name="NamedNorm">The norm that the annex names.</param>
/// <param name="PublishedOn">The document's date.</param>
/// <param name="FiscalYear">The fiscal year the document speaks of, as a Western year.</param>
public sealed record ContractProposals(
    string? ContractName,
    string? Section,
    string? Office,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    string? Addressee,
    string? NamedNorm,
    DateOnly? PublishedOn,
    int? FiscalYear);

/// <summary>All that was read from a document.</summary>
/// <param name="Match">The nearest edition.</param>
/// <param name="ContractorWord">受注者, 受託者 …</param>
/// <param name="Opening">The sentence before the first requirement.</param>
/// <param name="Requirements">By number.</param>
/// <param name="Form">The form, or null where there is none.</param>
/// <param name="Unread">What could not be placed.</param>
/// <param name="Warnings">What a person should look at.</param>
/// <param name="Proposals">What can be proposed for the contract.</param>
public sealed record AnnexImport(
    ImportMatch Match,
    string ContractorWord,
    string Opening,
    IReadOnlyList<ImportedRequirement> Requirements,
    ImportedForm? Form,
    IReadOnlyList<UnreadText> Unread,
    IReadOnlyList<ImportWarning> Warnings,
    ContractProposals Proposals);

/// <summary>Why nothing could be imported.</summary>
public static class ImportRefusals
{
    /// <summary>No annex in the document.</summary>
    public static readonly Refusal AnnexNotFound = new("annex-not-found", RefusalKind.INVALID, new(
        "「情報セキュリティに関する事項」が見つかりませんでした。別記が含まれる公募要領、仕様書又は契約書のファイルを選んでください。画像だけのPDFは、文字認識をしてからお試しください。",
        "No annex 「情報セキュリティに関する事項」 was found. Choose the tender, specification or contract that contains it. A PDF of pictures only must be put through text recognition first."));
}
