using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>What stood above the table of a filled 別紙, where it could be read.</summary>
public sealed record FormReadingHeader(
    DateOnly? ReportedOn = null,
    string? DocumentNumber = null,
    string? Addressee = null,
    string? ContractorAddress = null,
    string? ContractorName = null,
    string? RepresentativeName = null,
    DateOnly? ContractSignedOn = null,
    string? ContractName = null);

/// <summary>The edition whose rows the form has: <c>exact</c>, <c>differs</c> or <c>none</c>.</summary>
public sealed record FormReadingEdition(string? Code, int? Revision, string Kind);

/// <summary>One row as it was filled in.</summary>
/// <param name="Status">Null where the cell is blank or says something else.</param>
/// <param name="StatusText">What the cell says, as printed.</param>
/// <param name="TextMatch"><c>equal</c>, <c>differs</c>, <c>missing</c> (in the edition, not in the file) or <c>new</c>.</param>
/// <param name="Diff">Where the words differ from the edition's.</param>
public sealed record FormReadingRow(
    int Number, ImplementationStatus? Status, string? StatusText, string TextMatch, IReadOnlyList<DiffPart>? Diff);

/// <summary>A reason found on the 別葉.</summary>
public sealed record FormReadingReason(int Number, string Text);

/// <summary>Something a person should look at.</summary>
public sealed record FormFinding(string Code, int? Number, Message Messages);

/// <summary>A filled 別紙, read back. What could not be read is said, with its place.</summary>
/// <param name="Sha256">Of the file's bytes, lower-case hexadecimal.</param>
/// <param name="Explanation10">The text that a statement wants whatever its status (15)⑩), or null.</param>
/// <param name="Unread">What belongs to no part of the form, each with its place before it.</param>
/// <param name="Sheet">The sheet of a workbook that it stands on; null in other files.</param>
public sealed record FormReading(
    string FileName,
    string Sha256,
    FormReadingEdition Edition,
    FormReadingHeader Header,
    IReadOnlyList<FormReadingRow> Rows,
    IReadOnlyList<FormReadingReason> Reasons,
    string? Explanation10,
    IReadOnlyList<FormFinding> Findings,
    IReadOnlyList<string> Unread,
    string? Sheet = null);
