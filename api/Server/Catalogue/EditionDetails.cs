using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>An edition as it is read.</summary>
/// <param name="Version">Of the edition's stream; the ETag.</param>
/// <param name="Hash">Over the exact text of everything it prints.</param>
/// <param name="MatchKey">Over the reduced text.</param>
/// <param name="Standing">Whom it is for.</param>
/// <param name="IsOwn">Whether the reader's organisation published it for itself.</param>
/// <param name="FirmName">The firm that published it for itself, for its own people and the ministry's side; else null.</param>
/// <param name="AdoptionRequested">Whether that firm asks for its adoption.</param>
/// <param name="ReadableByAll">Whether it was adopted at some time: what was, everyone reads.</param>
/// <param name="Can">What the reader can do with it.</param>
internal sealed record EditionDetails(
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
    FormDetails? Form,
    EditionStanding Standing,
    bool IsOwn,
    string? FirmName,
    bool AdoptionRequested,
    bool ReadableByAll,
    EditionCan Can)
{
    /// <summary>One revision of an edition, with its hashes.</summary>
    public static EditionDetails Of(Versioned<Edition> found, AnnexEdition edition, bool isOwn, string? firmName, EditionCan can) => new(
        edition.Code,
        edition.Revision,
        found.Version,
        edition.Name,
        edition.Source,
        TextHash.Hash(edition),
        TextHash.MatchKey(edition),
        edition.ContractorWord,
        edition.Opening,
        [.. edition.Requirements.Select(r => new RequirementDetails(r.Number, r.Id, r.Heading, r.Text, TextHash.Hash(r.Text), TextHash.MatchKey(r.Text), r.Statements))],
        edition.Form is { } form ? FormDetails.Of(form) : null,
        found.Value.Standing,
        isOwn,
        firmName,
        found.Value.AdoptionRequested,
        found.Value.AdoptedThrough > 0,
        can);
}

/// <summary>What the reader can do with an edition as it stands.</summary>
/// <param name="RegisterContract">Begin a contract on it, of their own organisation where that is a firm.</param>
internal sealed record EditionCan(
    Can RegisterContract, Can ReviseEdition, Can RequestEditionAdoption, Can AdoptEdition, Can WithdrawEditionAdoption, Can WithdrawEdition);

/// <summary>A requirement, with its identities.</summary>
internal sealed record RequirementDetails(
    int Number,
    string Id,
    string? Heading,
    string Text,
    string Hash,
    string MatchKey,
    IReadOnlyList<Statement> Statements);

/// <summary>The form, each row with its hash.</summary>
internal sealed record FormDetails(
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
    public static FormDetails Of(ReportForm form) => new(
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

/// <summary>A row of the form.</summary>
internal sealed record FormRowDetails(int Number, string Label, string Text, string Hash);
