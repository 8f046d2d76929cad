using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Server.Catalogue;

/// <summary>A draft as it is sent: what an import has read, completed by a person.</summary>
/// <param name="Code">The code it shall be published under.</param>
/// <param name="Name">What people will call it.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="Content">Its texts.</param>
/// <param name="FileName">The file it was read from.</param>
internal sealed record EditionDraftRequest(string Code, string Name, string Source, EditionContent Content, string? FileName = null)
{
    private const string UsualOpening = "以下の事項について遵守すること。";

    /// <summary>The edition that it would be.</summary>
    public AnnexEdition ToEdition() => new(
        Code,
        Revision: 1,
        Name,
        Source,
        Content.ContractorWord ?? FirstWord(Content.Requirements),
        string.IsNullOrEmpty(Content.Opening) ? UsualOpening : Content.Opening,
        [.. Content.Requirements.Where(r => !r.IsMissing).Select(r => new Requirement(r.Number, "", r.Heading, r.Text, []))],
        Content.Form?.ToForm());

    private static string FirstWord(IReadOnlyList<RequirementContent> requirements)
    {
        var text = requirements.Count > 0 ? requirements[0].Text : "";
        var end = text.AsSpan(0, Math.Min(12, text.Length)).IndexOfAny('は', '（', '(');
        return end > 0 ? text[..end] : "";
    }
}

/// <summary>The texts of an edition. Ids and statements are derived from them.</summary>
internal sealed record EditionContent(IReadOnlyList<RequirementContent> Requirements, FormContent? Form, string? ContractorWord = null, string? Opening = null);

/// <summary>A requirement's text.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Text">Its text as printed, paragraphs divided by one line feed.</param>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Match">As an import answers; what is <c>missing</c> in the document is left out.</param>
internal sealed record RequirementContent(int Number, string Text, string? Heading = null, string? Match = null)
{
    internal bool IsMissing => Match == "missing";
}

/// <summary>The form's texts.</summary>
internal sealed record FormContent(
    string Mark,
    string AddresseePattern,
    string Title,
    string Preamble,
    string ContractHeading,
    string ReportHeading,
    IReadOnlyList<string> Columns,
    IReadOnlyList<RowContent> Rows,
    IReadOnlyList<string> Notes,
    string Closing)
{
    internal ReportForm ToForm() => new(
        Mark,
        AddresseePattern,
        Title,
        Preamble,
        ContractHeading,
        ReportHeading,
        Columns,
        [.. Rows.Where(r => !r.IsMissing).Select(r => new FormRow(r.Number, r.Label, r.Text))],
        Notes,
        Closing);
}

/// <summary>A row's texts; what an import calls <c>missing</c> is left out.</summary>
internal sealed record RowContent(int Number, string Label, string Text, string? Match = null)
{
    internal bool IsMissing => Match == "missing";
}

/// <summary>A draft as it is read.</summary>
/// <param name="PublishedAs">The code under which it was published, or null.</param>
/// <param name="ForEveryone">Whether it is everyone's once the reader publishes it; else the reader's firm's own.</param>
internal sealed record EditionDraftDetails(
    Guid Id, long Version, string Code, string Name, string Source, string? FileName, string? PublishedAs, bool ForEveryone, AnnexEdition Content);
