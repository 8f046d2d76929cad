using System.Text;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>What stands above the table of a report, as it is to be printed.</summary>
/// <param name="ReportedOn">The date in the corner, or null while it is open.</param>
/// <param name="DocumentNumber">文書番号, a line of its own above the date, or null.</param>
/// <param name="Addressee">The whole line with its 殿.</param>
/// <param name="RepresentativeTitle">役職, or null; printed before the name.</param>
/// <param name="SignedOn">契約締結日: the first one, whatever was amended since; null while the contract is not signed.</param>
public sealed record FormHeader(
    DateOnly? ReportedOn,
    string? DocumentNumber,
    string Addressee,
    string ContractorAddress,
    string ContractorName,
    string? RepresentativeTitle,
    string RepresentativeName,
    DateOnly? SignedOn,
    string ContractName);

/// <summary>What was answered on one row.</summary>
/// <param name="Number">The requirement's number, 2 and up.</param>
/// <param name="Status">Null while it is open; the cell is then left blank.</param>
/// <param name="Reason">Why 未実施 or 該当なし.</param>
/// <param name="Explanation">What a statement that is always explained demands (15)⑩).</param>
/// <param name="ExplanationStatus">That statement's own status; null says it is the row's.</param>
public sealed record FormAnswer(
    int Number,
    ImplementationStatus? Status,
    string? Reason = null,
    string? Explanation = null,
    ImplementationStatus? ExplanationStatus = null);

/// <summary>A row beyond the form's own, agreed beforehand (記載要領 2).</summary>
public sealed record FormExtraRow(string Text, ImplementationStatus? Status, string? Reason = null);

/// <summary>One row as printed. Rows beyond the form's own count on from its last number.</summary>
/// <param name="Text">確認事項; paragraphs divided by one line feed.</param>
public sealed record FilledRow(int Number, string Label, string Text, ImplementationStatus? Status);

/// <summary>One entry of the 別葉.</summary>
/// <param name="Label">The row's label, with the statement's where it is for one (情報セキュリティに関する事項１５）⑩).</param>
/// <param name="Text">The reason or explanation; empty while it is missing.</param>
public sealed record ReasonSheetEntry(string Label, ImplementationStatus? Status, string Text);

/// <summary>
/// The 別紙 filled in, to the last word: the one model that the docx, the PDF, the xlsx and the mail are made from.
/// Dates are dates; a renderer prints them with <see cref="Wareki"/>.
/// </summary>
/// <param name="AgreedLayout">The edition has no form, and this layout is agreed with the officer (ED-A).</param>
/// <param name="RepresentativeName">役職 and name in one line.</param>
/// <param name="Mark">The word in the corner: 別紙, or that the layout is an agreed one.</param>
/// <param name="Notes">記載要領, each with its printed number; empty where the layout is an agreed one.</param>
/// <param name="Closing">The form's last line, or null.</param>
/// <param name="Reasons">The 別葉; empty when nothing needs one.</param>
public sealed record FilledForm(
    bool AgreedLayout,
    string? DocumentNumber,
    DateOnly? ReportedOn,
    string Addressee,
    string ContractorAddress,
    string ContractorName,
    string RepresentativeName,
    string Mark,
    string Title,
    string Preamble,
    string ContractHeading,
    string ReportHeading,
    IReadOnlyList<string> Columns,
    DateOnly? SignedOn,
    string ContractName,
    IReadOnlyList<FilledRow> Rows,
    IReadOnlyList<string> Notes,
    string? Closing,
    IReadOnlyList<ReasonSheetEntry> Reasons)
{
    /// <summary>What a 差替え says beside the form, or null.</summary>
    public ReplacementNote? Replacement { get; init; }

    /// <summary>
    /// The edition's form with the answers in it. Every row of the form is there, answered or not; the 別葉 has an entry for
    /// each 未実施 and 該当なし and, whatever its status, for each statement that the edition wants explained always. Where no
    /// explanation was written, the row's reason stands for it, so that nobody writes it twice.
    /// </summary>
    public static FilledForm From(
        AnnexEdition edition,
        FormHeader header,
        IReadOnlyList<FormAnswer> answers,
        IReadOnlyList<FormExtraRow>? extraRows = null)
    {
        var form = edition.Form ?? AgreedForm.Of(edition);
        var extra = extraRows ?? [];
        var answered = answers.ToDictionary(answer => answer.Number);
        var last = form.Rows.Count == 0 ? 1 : form.Rows[^1].Number;
        return new(
            AgreedLayout: edition.Form is null,
            Printable(header.DocumentNumber ?? "") is { Length: > 0 } number ? number : null,
            header.ReportedOn,
            Printable(header.Addressee),
            Printable(header.ContractorAddress),
            Printable(header.ContractorName),
            Printable(header.RepresentativeTitle is { Length: > 0 } title ? $"{title}　{header.RepresentativeName}" : header.RepresentativeName),
            form.Mark,
            form.Title,
            form.Preamble,
            form.ContractHeading,
            form.ReportHeading,
            form.Columns,
            header.SignedOn,
            Printable(header.ContractName),
            Rows: [
                .. form.Rows.Select(row => new FilledRow(row.Number, row.Label, row.Text, answered.GetValueOrDefault(row.Number)?.Status)),
                .. extra.Select((row, index) => new FilledRow(last + index + 1, ExtraLabel(index), Printable(row.Text), row.Status)),
            ],
            form.Notes,
            form.Closing is { Length: > 0 } closing ? closing : null,
            Reasons: [
                .. form.Rows.SelectMany(row => EntriesOf(edition, row, answered.GetValueOrDefault(row.Number))),
                .. extra.Select((row, index) => (row, index)).Where(extraRow => NeedsReason(extraRow.row.Status))
                    .Select(extraRow => new ReasonSheetEntry(ExtraLabel(extraRow.index), extraRow.row.Status, Printable(extraRow.row.Reason ?? ""))),
            ]);
    }

    /// <summary>未実施 and 該当なし are reported with a reason (記載要領 1).</summary>
    public static bool NeedsReason(ImplementationStatus? status) =>
        status is ImplementationStatus.NOT_IMPLEMENTED or ImplementationStatus.NOT_APPLICABLE;

    /// <summary>The text with line feeds for line ends and without what no file format can hold: control characters and halves of surrogate pairs.</summary>
    public static string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFF') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F'))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").Replace('\t', '　').EnumerateRunes())
        {
            if (rune.Value is '\n' || !(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF || rune == Rune.ReplacementChar))
            {
                printable.Append(rune);
            }
        }

        return printable.ToString().TrimEnd('\n');
    }

    private static string ExtraLabel(int index) => $"追加事項{Wareki.FullWidth(index + 1)}";

    private static IEnumerable<ReasonSheetEntry> EntriesOf(AnnexEdition edition, FormRow row, FormAnswer? answer)
    {
        if (answer is not null && NeedsReason(answer.Status))
        {
            yield return new(row.Label, answer.Status, Printable(answer.Reason ?? ""));
        }

        var requirement = edition.Requirements.FirstOrDefault(candidate => candidate.Number == row.Number);
        foreach (var statement in AlwaysExplained(requirement?.Statements ?? []))
        {
            yield return new(
                row.Label + statement.Label,
                answer?.ExplanationStatus ?? answer?.Status,
                Printable(answer?.Explanation is { Length: > 0 } explanation ? explanation : answer?.Reason ?? ""));
        }
    }

    /// <summary>The statements, at any depth, that the edition wants explained whatever their status.</summary>
    public static IEnumerable<Statement> AlwaysExplained(IReadOnlyList<Statement> statements) =>
        statements.SelectMany(statement =>
            AlwaysExplained(statement.Statements).Concat(statement.AlwaysExplained ? [statement] : Array.Empty<Statement>()));
}
