using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;

namespace SecurityTracker.Domain.Needs;

/// <summary>
/// A 確認書類 as it is now, beside what was given for one of its versions or shown with it. Presenting a version shows its roster again
/// and proposes the change in one submission; so what it asks for is asked until then.
/// </summary>
public sealed class DocumentNow
{
    private readonly ConfirmationDocument document;
    private readonly DocumentVersion asked;
    private readonly DocumentContent? draft;
    private readonly bool rePresentationOnly;

    private DocumentNow(ConfirmationDocument document, IReadOnlyList<DocumentVersion> standing, IReadOnlyList<DocumentMethod> recorded, DocumentContent? draft, bool rePresentationOnly)
    {
        (this.document, Standing, this.draft, this.rePresentationOnly) = (document, standing[^1], draft, rePresentationOnly);
        asked = standing.LastOrDefault(version => version.Kind != VersionKind.RE_PRESENTATION) ?? Standing;
        AsRecorded = Standing.Content.AsRecorded(recorded);
    }

    /// <summary>The latest version that was presented and is neither refused, nor taken back, nor no longer asked for.</summary>
    public DocumentVersion Standing { get; }

    /// <summary>The items whose recorded method is not what the standing version says.</summary>
    public IEnumerable<int> Differing => DocumentDiff.Between(Standing.Content, AsRecorded).Methods.Select(change => change.Number);

    private DocumentContent AsRecorded { get; }

    /// <summary>The document, or null while no version stands.</summary>
    /// <param name="document">The document.</param>
    /// <param name="acts">The acts that name one of its versions.</param>
    /// <param name="recorded">The methods as they are recorded.</param>
    /// <param name="seesDraft">Whether the reader sees what is only drafted.</param>
    /// <param name="rePresentationOnly">再提示のみで可 was agreed: a change of the roster alone is no proposal.</param>
    public static DocumentNow? Of(
        ConfirmationDocument document, IReadOnlyList<AuthorityAct> acts, IReadOnlyList<DocumentMethod> recorded, bool seesDraft, bool rePresentationOnly = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Versions.Where(version => Stands(version, acts)).ToList() is { Count: > 0 } standing
            ? new(document, standing, recorded, seesDraft ? document.Draft : null, rePresentationOnly)
            : null;
    }

    /// <summary>What an act that was given for a version of this document needs now, or null.</summary>
    public Needed? NeedOf(AuthorityAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return (act.Subject, act.Content.Target) switch
        {
            (_, null) => null,
            (ProcedureSubject.CONFIRMATION_DOCUMENT or ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE, { } target) =>
                target.Version == asked.Number ? Needed.For(ActNeed.CHANGE_PROPOSAL, [.. Reasons(AsRecorded), .. draft is null ? [] : Reasons(draft).Except(Reasons(AsRecorded))]) : null,
            (ProcedureSubject.STAFF_CHANGE, _) => RosterNeed,
            (_, { } target) => document.Version(target.Version) is { } given && given.Number < Standing.Number
                ? Needed.For(ActNeeds.KindFor(act), DocumentNeeds.Reasons(DocumentDiff.Between(given.Content, Standing.Content), rePresentationOnly))
                : null,
        };
    }

    /// <summary>再提示, where the roster that was shown (item 4) is to change; or null.</summary>
    public Needed? RosterNeed => draft is not null && DocumentNeeds.RosterReason(DocumentDiff.Between(Standing.Content, draft)) is { } reason
        ? new(ActNeed.RE_PRESENTATION, [reason])
        : null;

    private IReadOnlyList<Message> Reasons(DocumentContent content) => DocumentNeeds.Reasons(DocumentDiff.Between(Standing.Content, content), rePresentationOnly);

    private static bool Stands(DocumentVersion version, IReadOnlyList<AuthorityAct> acts)
    {
        var words = acts.Where(act => act.Subject is ProcedureSubject.CONFIRMATION_DOCUMENT or ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE
            && act.Content.Target?.Version == version.Number).ToList();
        return words.Count == 0 || words.Any(act => act.IsOpenOrGiven);
    }
}
