namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// Publishing and correcting editions. A published text never changes: a correction is a further revision with its reason.
/// Ids and statements are always derived from number and text, so that they cannot contradict each other.
/// </summary>
public static class EditionDecider
{
    /// <summary>Refuses a code in use, broken numbering, empty texts, rows without their requirement, a revision without a reason.</summary>
    public static Decision Decide(IEditionCommand command, Edition state) => (command, state.Current) switch
    {
        (PublishEdition, not null) => Decision.Refuse(EditionRefusals.CodeTaken),
        (PublishEdition c, null) => Checked(c.Edition, e => new EditionPublished(e with { Revision = 1 })),
        (ReviseEdition, null) => Decision.Refuse(EditionRefusals.Unknown),
        (ReviseEdition c, _) when string.IsNullOrWhiteSpace(c.Reason) => Decision.Refuse(EditionRefusals.ReasonMissing),
        (ReviseEdition c, { } current) when Same(c.Edition, current) => Decision.Nothing,
        (ReviseEdition c, { } current) => Checked(
            c.Edition with { Code = current.Code },
            e => new EditionRevised(e with { Revision = current.Revision + 1 }, c.Reason.Trim())),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>The fold of an edition's stream.</summary>
    public static Edition Evolve(Edition state, IEditionEvent e) => e switch
    {
        EditionPublished published => new([published.Edition]),
        EditionRevised revised => new([.. state.Revisions, revised.Edition]),
        _ => throw new ArgumentOutOfRangeException(nameof(e)),
    };

    private static Decision Checked(AnnexEdition edition, Func<AnnexEdition, IEditionEvent> accept) =>
        EditionRules.Broken(edition) is { } refusal ? Decision.Refuse(refusal) : Decision.Accept(accept(EditionRules.WithDerivedIds(edition)));

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
        (PublishEditionDraft, { Content: { } content }) => EditionRules.Broken(content) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new EditionDraftPublished(content.Code)),
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
