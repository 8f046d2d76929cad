using SecurityTracker.Domain.Obligations;

namespace SecurityTracker.Domain.Reports;

/// <summary>What may stand in a report. What is only not there yet is left to <see cref="ReportChecks"/>.</summary>
internal static class AnswerRules
{
    private const int MostOfLine = 200;

    /// <summary>Why an answer to a row is not taken, or null. A status that needs a reason is not taken without one.</summary>
    public static Refusal? Refusal(RowAnswer answer) => answer switch
    {
        { LacksReason: true } => ObligationRefusals.ReasonMissing,
        _ => Length(answer),
    };

    /// <summary>The same without the wish for a reason.</summary>
    public static Refusal? Length(RowAnswer answer) => answer switch
    {
        { Reason: { } reason } when Texts.Length(reason) > Texts.MaxParagraphs => ObligationRefusals.ReasonTooLong,
        { Explanation: { } text } when Texts.Length(text) > Texts.MaxParagraphs => ReportRefusals.ExplanationTooLong,
        _ => Printable(answer.Reason, "/reason") ?? Printable(answer.Explanation, "/explanation"),
    };

    /// <summary>Why a header is not taken, pointing at the first field at fault, or null. A blank field is taken; it stops finalising.</summary>
    public static Refusal? Refusal(ReportHeader header) =>
        Line(header.DocumentNumber, "/documentNumber")
        ?? Line(header.Addressee, "/addressee")
        ?? Line(header.ContractorAddress, "/contractorAddress")
        ?? Line(header.ContractorName, "/contractorName")
        ?? Line(header.RepresentativeTitle, "/representativeTitle")
        ?? Line(header.ContractName, "/contractName");

    /// <summary>The same for one line of a header.</summary>
    public static Refusal? Line(string? text, string pointer) => text is null or "" ? null : Texts.Line(text, MostOfLine, pointer);

    private static Refusal? Printable(string? text, string pointer) => text is null ? null : Texts.Paragraphs(text, pointer);
}
