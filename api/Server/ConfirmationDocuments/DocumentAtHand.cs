using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The 確認書類 of a contract with all that it is shown, checked and printed from.</summary>
/// <param name="Version">The stream's version; 0 while nothing was begun.</param>
/// <param name="Edition">The contract's edition now.</param>
/// <param name="Recorded">The methods as they are recorded now.</param>
/// <param name="Parts">The subcontractors' parts as they are now.</param>
/// <param name="Unsent">The versions that were fixed for an officer who is not here, and that nobody has sent so far.</param>
/// <param name="Acts">The officer's acts that name one of its versions.</param>
internal sealed record DocumentAtHand(
    Guid Id,
    long Version,
    ConfirmationDocument Document,
    Guid ContractId,
    Contract Contract,
    AnnexEdition Edition,
    IReadOnlyList<DocumentMethod> Recorded,
    IReadOnlyList<DocumentPart> Parts,
    IReadOnlyList<ActOnVersion> Acts,
    IReadOnlySet<int> Unsent)
{
    /// <summary>The items that were added to the contract.</summary>
    public IReadOnlyList<DocumentItem> ExtraItems => [.. Contract.ExtraItems.Select(item => new DocumentItem(item.Number, item.Text))];

    /// <summary>The words that hold or held.</summary>
    public IReadOnlyList<WordOnVersion> Words => [.. Acts.Select(act => act.Word).OfType<WordOnVersion>()];

    /// <summary>
    /// What a content would be presented as on a day: a first version as long as none was ever agreed to; 再提示 where that is enough and
    /// the roster alone differs from the version in force; else a change.
    /// </summary>
    public VersionKind KindOf(DocumentContent content, DateOnly day) =>
        Words.Count == 0 ? VersionKind.FIRST
        : RePresentationOnly && InForceOn(day) is { } now && DocumentDiff.Between(Document.Version(now.Version)!.Content, content).IsRosterOnly ? VersionKind.RE_PRESENTATION
        : VersionKind.CHANGE;

    /// <summary>再提示のみで可 was agreed for changes of the roster alone.</summary>
    public bool RePresentationOnly => Contract.RosterChanges is { RePresentationOnly: true };

    /// <summary>The version in force on a day, or null.</summary>
    public InForce? InForceOn(DateOnly day) => VersionsInForce.On(Document.Versions, Words, day);

    /// <summary>What would stand above the document if it were presented on a day.</summary>
    public DocumentHeader HeaderOn(DateOnly day) => new(
        day,
        Contract.AddresseeOn(day),
        Contract.Contractor.Address,
        Contract.Contractor.Name,
        Contract.Contractor.RepresentativeTitle,
        Contract.Contractor.RepresentativeName,
        Contract.SignedOn,
        Contract.Name);
}
