using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Server.Catalogue;

/// <summary>An edition as it is read.</summary>
/// <param name="Version">Of the edition's stream; the ETag.</param>
/// <param name="Hash">Over the exact text of everything it prints.</param>
/// <param name="MatchKey">Over the reduced text.</param>
public sealed record EditionDetails(
    string Code,
    int Revision,
    long Version,
    string Name,
    string Source,
    string Hash,
    string MatchKey,
    string ContractorWord,
    string Opening,
    IReadOnlyList<RequirementDetails> Requirements,
    FormDetails? Form)
{
    /// <summary>One revision of an edition, with its hashes.</summary>
    public static EditionDetails Of(AnnexEdition edition, long version)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new(
            edition.Code,
            edition.Revision,
            version,
            edition.Name,
            edition.Source,
            TextHash.Hash(edition),
            TextHash.MatchKey(edition),
            edition.ContractorWord,
            edition.Opening,
            [.. edition.Requirements.Select(r => new RequirementDetails(r.Number, r.Id, r.Heading, r.Text, TextHash.Hash(r.Text), TextHash.MatchKey(r.Text), r.Statements))],
            edition.Form is { } form ? FormDetails.Of(form) : null);
    }
}

/// <summary>A requirement, with its identities.</summary>
public sealed record RequirementDetails(
    int Number,
    string Id,
    string? Heading,
    string Text,
    string Hash,
    string MatchKey,
    IReadOnlyList<Statement> Statements);

/// <summary>The form, each row with its hash.</summary>
public sealed record FormDetails(
    string Mark,
    string AddresseePattern,
    string Title,
    string Preamble,
    string ContractHeading,
    string ReportHeading,
    IReadOnlyList<string> Columns,
    IReadOnlyList<FormRowDetails> Rows,
    IReadOnlyList<string> Notes,
    string Closing)
{
    /// <summary>The form with its hashes.</summary>
    public static FormDetails Of(ReportForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(
            form.Mark,
            form.AddresseePattern,
            form.Title,
            form.Preamble,
            form.ContractHeading,
            form.ReportHeading,
            form.Columns,
            [.. form.Rows.Select(r => new FormRowDetails(r.Number, r.Label, r.Text, TextHash.Hash(r.Text)))],
            form.Notes,
            form.Closing);
    }
}

/// <summary>A row of the form.</summary>
public sealed record FormRowDetails(int Number, string Label, string Text, string Hash);
