using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Puts a document at hand into the answers that show it, through the eyes of the actor.</summary>
internal sealed class DocumentPages(DocumentReader reader, DocumentPrinting printing, PeopleInSight people, Editions editions, SectionPresence presence, Actor actor, TimeProvider time)
{
    /// <summary>The page of a document.</summary>
    public async Task<ConfirmationDocumentDetails> Page(DocumentAtHand at, CancellationToken ct)
    {
        var today = Tokyo.Today(time);
        var inForce = at.InForceOn(today) is { } version ? at.Document.Version(version.Version) : null;
        var draft = at.Document.Draft;
        var checks = draft is null ? [] : await printing.Check(at, draft, ct);
        var versions = new List<DocumentVersionDetails>();
        foreach (var each in at.Document.Versions.Reverse())
        {
            versions.Add(DocumentVersionDetails.Of(at, each, await editions.Get(each.Content.Edition, ct), today));
        }

        var corrections = await reader.Corrections(at, ct);
        return new ConfirmationDocumentDetails(
            at.Id,
            at.Version,
            at.ContractId,
            at.Contract.Name,
            await presence.IsHere(at.Contract.Section, ct),
            at.Contract.Contractor.Name,
            at.Edition.ContractorWord,
            at.Edition.Code,
            at.Edition.Revision,
            DocumentWords.Title,
            DocumentWords.FirstWord(at.Edition),
            DocumentWords.ChangeWord,
            DocumentWords.LayoutNote,
            at.InForceOn(today) is { } now ? new InForceDetails(now.Version, now.From) : null,
            versions,
            corrections.Days,
            corrections.Ways,
            draft is null ? null : await DraftOf(at, draft, checks, ct),
            [.. inForce is null ? [] : DifferingFrom(inForce.Content, at.Recorded).Select(change => change.Number)],
            NeedsOf(at, inForce?.Content, draft),
            RosterPerson.Fields.ToDictionary(DocumentDiffDetails.NameOf, field => PersonalFields.MaySee(field, actor)),
            SuggestedPapers.Of(at.Edition),
            CanOf(at, checks));
    }

    /// <summary>The difference of two contents.</summary>
    public async Task<DocumentDiffDetails> Diff(DocumentAtHand at, DocumentContent before, DocumentContent after, CancellationToken ct)
    {
        var edition = await editions.Get(after.Edition, ct);
        return DocumentDiffDetails.Of(before, after, DocumentNeeds.StaffNumber(edition), at.RePresentationOnly, await people.See(at.Document, [before, after], ct));
    }

    /// <summary>One version with all that it says.</summary>
    public async Task<DocumentVersionContent> Version(DocumentAtHand at, DocumentVersion version, CancellationToken ct)
    {
        var edition = await editions.Get(version.Content.Edition, ct);
        var seen = await people.See(at.Document, [version.Content], ct);
        return new(
            at.Id, at.Version, at.ContractId,
            DocumentVersionDetails.Of(at, version, edition, Tokyo.Today(time)),
            DocumentContentDetails.Of(version.Content, edition, at.Recorded, seen));
    }

    private async Task<DocumentDraftDetails> DraftOf(DocumentAtHand at, DocumentContent draft, IReadOnlyList<DocumentCheck> checks, CancellationToken ct)
    {
        var based = at.Document.BasedOn is { } number ? at.Document.Version(number) : null;
        return new(
            at.Document.BasedOn,
            DocumentContentDetails.Of(draft, await editions.Get(draft.Edition, ct), at.Recorded, await people.See(at.Document, [draft], ct)),
            checks,
            based is null ? null : await Diff(at, based.Content, draft, ct));
    }

    private static IReadOnlyList<DocumentNeed> NeedsOf(DocumentAtHand at, DocumentContent? inForce, DocumentContent? draft)
    {
        if (inForce is null)
        {
            return [];
        }

        return DocumentNeeds.Of(DocumentDiff.Between(inForce, draft ?? inForce.AsRecorded(at.Recorded)), DocumentNeeds.StaffNumber(at.Edition), at.RePresentationOnly);
    }

    private static IEnumerable<DocumentMethod> DifferingFrom(DocumentContent content, IReadOnlyList<DocumentMethod> recorded) =>
        content.Methods.Zip(content.AsRecorded(recorded).Methods).Where(pair => pair.First.Method != pair.Second.Method).Select(pair => pair.First);

    private ConfirmationDocumentCan CanOf(DocumentAtHand at, IReadOnlyList<DocumentCheck> checks)
    {
        var draft = at.Document.Draft;
        var noDraft = draft is null ? ConfirmationDocumentRefusals.DraftMissing : null;
        var submit = at.Document.Latest switch
        {
            null => ConfirmationDocumentRefusals.VersionUnknown,
            { Submission: not null } => ConfirmationDocumentRefusals.AlreadySubmitted,
            _ => null,
        };
        return new(
            Can.If(Permission.DraftConfirmationDocument, actor, draft is null ? null : ConfirmationDocumentRefusals.DraftExists),
            Can.If(Permission.DraftConfirmationDocument, actor, noDraft),
            Can.If(Permission.PresentConfirmationDocument, actor, at.Contract.NotLead(actor) ?? ConfirmationDocumentDecider.NotToPresent(at.Document, checks)),
            Can.If(Permission.DraftConfirmationDocument, actor, noDraft),
            Can.If(Permission.PresentConfirmationDocument, actor, at.Contract.NotLead(actor) ?? submit),
            Can.If(
                Permission.PresentConfirmationDocument, actor,
                at.Contract.NotLead(actor) ?? (at.Document.Versions.Any(version => version.Submission is not null) ? null : ConfirmationDocumentRefusals.NotSubmitted)),
            Can.If(Permission.PresentConfirmationDocument, actor, at.Contract.NotLead(actor) ?? (at.Document.Latest is null ? ConfirmationDocumentRefusals.VersionUnknown : null)),
            Can.If(Permission.ErasePersonOnRoster, actor));
    }
}
