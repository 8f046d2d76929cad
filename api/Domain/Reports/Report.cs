using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports.Review;

namespace SecurityTracker.Domain.Reports;

/// <summary>Where a report stands. What is finalised or discarded stays so.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportState>))]
public enum ReportState
{
    DRAFT,
    FINALISED,
    DISCARDED,

    /// <summary>Frozen as well, but another report stands in its place.</summary>
    REPLACED,
}

/// <summary>Where the answer on a row comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowOrigin>))]
public enum RowOrigin
{
    /// <summary>Copied from the contract's record of the requirement.</summary>
    RECORD,

    /// <summary>Nothing is recorded: copied from the report before, to be looked at again.</summary>
    LAST_REPORT,

    /// <summary>Written in this report.</summary>
    REPORT,
}

/// <summary>The three kinds of file that a finalised report is kept as.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormFormat>))]
public enum FormFormat
{
    DOCX,
    PDF,
    XLSX,
}

/// <summary>What is answered on one row, apart from where it comes from.</summary>
/// <param name="Status">Null while it is open.</param>
/// <param name="Reason">Why 未実施 or 該当なし (記載要領 1).</param>
/// <param name="Explanation">What is demanded whatever the status: 15)⑩ of ED-C and ED-D.</param>
/// <param name="ExplanationStatus">That statement's own status; null says it is the row's.</param>
public sealed record RowAnswer(
    ImplementationStatus? Status,
    string? Reason = null,
    string? Explanation = null,
    ImplementationStatus? ExplanationStatus = null)
{
    /// <summary>Nothing answered yet.</summary>
    public static RowAnswer Open { get; } = new(Status: null);

    /// <summary>Whether 未実施 or 該当なし stands without its reason.</summary>
    [JsonIgnore]
    public bool LacksReason => FilledForm.NeedsReason(Status) && Texts.IsBlank(Reason);
}

/// <summary>A row of a report. The report owns it: editing it never writes the obligation.</summary>
/// <param name="Number">The requirement's number, or that of the contract's added item.</param>
/// <param name="Answer">Status, reason and explanation.</param>
/// <param name="Origin">Where the answer comes from.</param>
/// <param name="ObligationVersion">The version of the record it was last compared with; 0 where there was none.</param>
public sealed record ReportRow(int Number, RowAnswer Answer, RowOrigin Origin, long ObligationVersion);

/// <summary>A row beyond the form's own, with the text that was agreed beforehand (記載要領 2).</summary>
public sealed record ExtraRow(int Number, string Text);

/// <summary>The answer of the report before on one row; what differs from it is marked.</summary>
public sealed record PreviousAnswer(int Number, RowAnswer Answer);

/// <summary>What stands above the table.</summary>
/// <param name="ReportedOn">The date in the corner, or null while it is open.</param>
/// <param name="DocumentNumber">文書番号, or null.</param>
/// <param name="Addressee">The whole line with its 殿.</param>
/// <param name="RepresentativeTitle">役職, or null.</param>
/// <param name="RepresentativeName">The id of 代表者氏名 among the personal values.</param>
/// <param name="ContractSignedOn">契約締結日: the first one, whatever was amended since; null while not signed.</param>
/// <param name="ContractName">契約件名.</param>
public sealed record ReportHeader(
    DateOnly? ReportedOn,
    string? DocumentNumber,
    string Addressee,
    string ContractorAddress,
    string ContractorName,
    string? RepresentativeTitle,
    [property: Personal] PersonalRef RepresentativeName,
    DateOnly? ContractSignedOn,
    string ContractName);

/// <summary>One kept file of a finalised report.</summary>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Bytes">Its length.</param>
public sealed record ReportFile(FormFormat Format, string Sha256, long Bytes);

/// <summary>情報セキュリティに関する事項の遵守の方法の実施状況報告書 on one period of one contract.</summary>
public sealed record Report
{
    /// <summary>Before it is drafted.</summary>
    public static Report Initial { get; } = new();

    /// <summary>Null before it is drafted.</summary>
    public ReportState? State { get; init; }

    public Guid ContractId { get; init; }

    public DateSpan Period { get; init; } = new(DateOnly.MinValue, DateOnly.MinValue);

    public EditionRef Edition { get; init; } = new("", 0);

    public ReportHeader Header { get; init; } = new(null, null, "", "", "", null, default, null, "");

    /// <summary>The rows in the order of print, the extra ones last.</summary>
    public IReadOnlyList<ReportRow> Rows { get; init; } = [];

    public IReadOnlyList<ExtraRow> ExtraRows { get; init; } = [];

    /// <summary>The report or 導入前の記録 before this one, or null.</summary>
    public Guid? PreviousId { get; init; }

    public IReadOnlyList<PreviousAnswer> Previous { get; init; } = [];

    /// <summary>The kept files; empty until it is finalised.</summary>
    public IReadOnlyList<ReportFile> Files { get; init; } = [];

    /// <summary>The version of the 確認書類 whose methods the rows answer for, once it is finalised; null where none was in force.</summary>
    public int? ConfirmationDocumentVersion { get; init; }

    /// <summary>The report that this one is to stand in for, or null.</summary>
    public Replacement? Replaces { get; init; }

    /// <summary>The report that stands in the place of this one, or, as the contractor sees it, is to; or null.</summary>
    public Guid? ReplacementId { get; init; }

    /// <summary>提出 and what came of it; null while it is not handed in.</summary>
    public Submission? Submission { get; init; }

    /// <summary>廃棄 or 移管, or null.</summary>
    public Disposal? Disposal { get; init; }

    /// <summary>The submission of a report of whose rows something can be said; null where it was not handed in, was replaced or is gone.</summary>
    [JsonIgnore]
    public Submission? UnderReview => this is { State: ReportState.FINALISED, Disposal: null } ? Submission : null;

    /// <summary>What was said of the rows and sent; nothing before it is handed in.</summary>
    [JsonIgnore]
    public IReadOnlyList<RowReview> Reviews => Submission?.Reviews ?? [];

    /// <summary>Whether its bytes are frozen: nothing of it is edited any more.</summary>
    [JsonIgnore]
    public bool Frozen => State is ReportState.FINALISED or ReportState.REPLACED;

    /// <summary>Every row is confirmed.</summary>
    [JsonIgnore]
    public bool Settled => Submission is not null && Rows.Count > 0 && Rows.All(row => ReviewOf(row.Number) is { Settled: true });

    /// <summary>
    /// Something was written down by the contractor for an officer, and no officer has confirmed it. What was said of the rows of a
    /// report that was replaced waits on the one in its place; nothing waits on one that is gone.
    /// </summary>
    [JsonIgnore]
    public bool HasUnconfirmedRecord => Disposal is null
        && (Submission is { Receipt.Confirmed: false } || (State != ReportState.REPLACED && Reviews.Any(review => !review.Confirmed)));

    /// <summary>
    /// The day by which the first of the measures is to be taken that were agreed on insufficient rows; null where none is open. It is
    /// closed by the officer's confirming the row, or by the report that stands in the place of this one and carries it on.
    /// </summary>
    [JsonIgnore]
    public DateOnly? MeasureBy => State == ReportState.FINALISED ? Reviews.Min(review => review.Consultation?.By) : null;

    /// <summary>Where it is on its way between the two sides.</summary>
    [JsonIgnore]
    public ReportStage Stage => this switch
    {
        { Disposal: not null } => ReportStage.DISPOSED,
        { State: ReportState.REPLACED } => ReportStage.REPLACED,
        { State: ReportState.DISCARDED } => ReportStage.DISCARDED,
        { State: not ReportState.FINALISED } => ReportStage.DRAFT,
        { Submission: null } => ReportStage.FINALISED,
        { Settled: true } => ReportStage.SETTLED,
        _ when Reviews.Any(review => review is { Verdict: RowVerdict.QUERIED, Answered: false }) => ReportStage.QUERIED,
        _ when Reviews.Any(review => review.Verdict == RowVerdict.QUERIED) => ReportStage.ANSWERED,
        _ when Rows.Count > 0 && Rows.All(row => ReviewOf(row.Number) is not null) => ReportStage.MEASURE_AGREED,
        { Submission.Receipt: not null } => ReportStage.RECEIVED,
        _ => ReportStage.SUBMITTED,
    };

    /// <summary>What was said of a row and sent, or null.</summary>
    public RowReview? ReviewOf(int number) => Reviews.FirstOrDefault(review => review.Number == number);

    /// <summary>Whether a row of this draft may be changed: of a replacement only one that was reopened.</summary>
    public bool IsOpen(int number) => State == ReportState.DRAFT && (Replaces?.Rows is not { } reopened || reopened.Contains(number));

    /// <summary>Whether the row says word for word what the report before said.</summary>
    public bool IsAsBefore(int number) => PreviousAnswerOn(number) is { } before && before == Row(number)?.Answer;

    /// <summary>The header as it prints: of a draft a 契約締結日 that is open yet is the contract's, once it is signed.</summary>
    public ReportHeader HeaderFor(Contract contract) =>
        State == ReportState.DRAFT ? Header with { ContractSignedOn = Header.ContractSignedOn ?? contract.SignedOn } : Header;

    /// <summary>The row of this number, or null.</summary>
    public ReportRow? Row(int number) => Rows.FirstOrDefault(row => row.Number == number);

    /// <summary>What the report before answered on the row, or null.</summary>
    public RowAnswer? PreviousAnswerOn(int number) => Previous.FirstOrDefault(answer => answer.Number == number)?.Answer;
}
