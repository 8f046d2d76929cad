using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;

namespace SecurityTracker.Server.Catalogue;

/// <summary>What was read from a document.</summary>
/// <param name="FileName">The file, or null for a bare text.</param>
internal sealed record AnnexImportDetails(
    string? FileName,
    ImportMatch Match,
    string ContractorWord,
    string Opening,
    IReadOnlyList<ImportedRequirementDetails> Requirements,
    ImportedForm? Form,
    IReadOnlyList<UnreadText> Unread,
    IReadOnlyList<ImportWarning> Warnings,
    ContractProposals Proposals)
{
    /// <summary>The import, each requirement with its hash.</summary>
    /// <param name="notices">What is to be said of how the file was read.</param>
    public static AnnexImportDetails Of(string? fileName, AnnexImport import, IReadOnlyList<ReadingNotice>? notices) => new(
        fileName,
        import.Match,
        import.ContractorWord,
        import.Opening,
        [.. import.Requirements.Select(r => new ImportedRequirementDetails(r.Number, r.Id, r.Heading, r.Text, TextHash.Hash(r.Text), r.Statements, r.Match, r.Diff))],
        import.Form,
        import.Unread,
        [.. (notices ?? []).Select(notice => new ImportWarning(notice.Code, notice.Message)), .. import.Warnings],
        import.Proposals);
}

/// <summary>A requirement as imported, with its hash.</summary>
internal sealed record ImportedRequirementDetails(
    int Number,
    string Id,
    string? Heading,
    string Text,
    string Hash,
    IReadOnlyList<Statement> Statements,
    PieceMatch Match,
    IReadOnlyList<DiffPart>? Diff);
