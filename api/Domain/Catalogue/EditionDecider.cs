namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// Publishing and correcting editions. A published text never changes: a correction is a further revision with its reason.
/// Ids and statements are always derived from number and text, so that they cannot contradict each other.
/// </summary>
public static class EditionDecider
{
    /// <summary>
    /// Refuses a code in use, broken numbering, empty texts, rows without their requirement, an act without its reason, and what does not
    /// follow from how the edition stands.
    /// </summary>
    public static Decision Decide(IEditionCommand command, Edition state) => (command, state.Current) switch
    {
        (PublishEdition, not null) => Decision.Refuse(EditionRefusals.CodeTaken),
        (PublishEdition c, null) => Checked(c.Edition, EditionRules.Broken, e => new EditionPublished(e with { Code = EditionCode.Of(e.Code, c.FirmId), Revision = 1 }, c.FirmId)),
        (_, null) => Decision.Refuse(EditionRefusals.Unknown),
        (ReviseEdition, _) when state.WithdrawnByFirm => Decision.Refuse(EditionRefusals.Withdrawn),
        (ReviseEdition c, _) when string.IsNullOrWhiteSpace(c.Reason) => Decision.Refuse(EditionRefusals.ReasonMissing),
        (ReviseEdition c, { } current) when Same(c.Edition, current) => Decision.Nothing,
        (ReviseEdition c, { } current) => Checked(
            c.Edition with { Code = current.Code },
            EditionRules.BrokenContent,
            e => new EditionRevised(e with { Revision = current.Revision + 1 }, c.Reason.Trim())),
        _ => DecideStanding(command, state),
    };

    // A firm's edition is its own until the ministry's side adopts it; each side takes back what it did itself.
    private static Decision DecideStanding(IEditionCommand command, Edition state) => (command, state) switch
    {
        (_, { WithdrawnByFirm: true }) => Decision.Refuse(EditionRefusals.Withdrawn),
        (RequestAdoption, { IsAdopted: true }) or (AdoptEdition, { IsAdopted: true }) => Decision.Refuse(EditionRefusals.AlreadyAdopted),
        (RequestAdoption, { FirmId: null }) or (WithdrawEdition, { FirmId: null, IsAdopted: false }) => Decision.Refuse(EditionRefusals.NotYourEdition),
        (RequestAdoption, { AdoptionRequested: true }) => Decision.Refuse(EditionRefusals.AlreadyRequested),
        (RequestAdoption, _) => Decision.Accept(new EditionAdoptionRequested()),
        (AdoptEdition c, _) => Reasoned(c.Reason, () => new EditionAdopted(c.Reason)),
        (WithdrawAdoption, { IsAdopted: false }) => Decision.Refuse(EditionRefusals.NotAdoptedNow),
        (WithdrawAdoption c, _) => Reasoned(c.Reason, () => new EditionAdoptionWithdrawn(c.Reason, c.FirmId)),
        (WithdrawEdition, { IsAdopted: true }) => Decision.Refuse(EditionRefusals.Adopted),
        (WithdrawEdition c, _) => Reasoned(c.Reason, () => new EditionWithdrawn(c.Reason)),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>The fold of an edition's stream.</summary>
    public static Edition Evolve(Edition state, IEditionEvent e) => e switch
    {
        EditionPublished { FirmId: null } published => new([published.Edition]) { IsAdopted = true, AdoptedThrough = published.Edition.Revision },
        EditionPublished published => new([published.Edition]) { FirmId = published.FirmId },
        EditionRevised revised => state with
        {
            Revisions = [.. state.Revisions, revised.Edition], AdoptedThrough = state.IsAdopted ? revised.Edition.Revision : state.AdoptedThrough,
        },
        EditionAdoptionRequested => state with { AdoptionRequested = true },
        EditionAdopted => state with { IsAdopted = true, AdoptedThrough = (state.Current ?? throw History.OutOfOrder(e)).Revision, AdoptionRequested = false },
        EditionAdoptionWithdrawn withdrawn => state with { IsAdopted = false, FirmId = withdrawn.FirmId },
        EditionWithdrawn => state with { WithdrawnByFirm = true, AdoptionRequested = false },
        _ => throw new ArgumentOutOfRangeException(nameof(e)),
    };

    private static Decision Checked(AnnexEdition edition, Func<AnnexEdition, Refusal?> broken, Func<AnnexEdition, IEditionEvent> accept) =>
        broken(edition) is { } refusal ? Decision.Refuse(refusal) : Decision.Accept(accept(EditionRules.WithDerivedIds(edition)));

    private static Decision Reasoned(string reason, Func<IEditionEvent> accept) =>
        Texts.Paragraphs(reason, "/reason") is { } refusal ? Decision.Refuse(refusal) : Decision.Accept(accept());

    private static bool Same(AnnexEdition one, AnnexEdition other) =>
        TextHash.Hash(one) == TextHash.Hash(other) && one.Name == other.Name && one.Source == other.Source;
}

/// <summary>A draft may hold anything while it is being completed; only what is published is checked as an edition.</summary>
public static class EditionDraftDecider
{
    /// <summary>Refuses changes after publication, and publication of what is not yet a whole edition.</summary>
    public static Decision Decide(IEditionDraftCommand command, EditionDraft state) => (command, state) switch
    {
        (StartEditionDraft c, { Content: null }) => Decision.Accept(new EditionDraftStarted(EditionRules.WithDerivedIds(c.Edition), c.FileName)),
        (StartEditionDraft, _) => throw new InvalidOperationException("A draft is started once."),
        (_, { Content: null }) => Decision.Refuse(EditionRefusals.DraftUnknown),
        (_, { PublishedAs: not null }) => Decision.Refuse(EditionRefusals.DraftPublished),
        (AmendEditionDraft c, _) => Decision.Accept(new EditionDraftAmended(EditionRules.WithDerivedIds(c.Edition))),
        (PublishEditionDraft c, { Content: { } content }) => EditionRules.Broken(content) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new EditionDraftPublished(EditionCode.Of(content.Code, c.FirmId))),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>The fold of a draft's stream.</summary>
    public static EditionDraft Evolve(EditionDraft state, IEditionDraftEvent e) => e switch
    {
        EditionDraftStarted started => new(started.Edition, started.FileName, PublishedAs: null),
        EditionDraftAmended amended => state with { Content = amended.Edition },
        EditionDraftPublished published => state with { PublishedAs = published.Code },
        _ => throw new ArgumentOutOfRangeException(nameof(e)),
    };
}
