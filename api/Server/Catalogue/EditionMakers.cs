using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>
/// Whose drafts and editions are. A draft is seen and completed by the organisation that began it. A firm publishes for itself, and
/// corrects, offers and withdraws what is its own; the ministry's side (people of any of the ministry's offices here) publishes and adopts for everyone.
/// </summary>
internal sealed class EditionMakers(Session session, Actor actor)
{
    private OrganisationKind? kind;

    /// <summary>Whether the actor's organisation began this draft.</summary>
    public async Task<bool> BeganDraft(Guid draftId, CancellationToken ct) =>
        actor.OrganisationId is { } own && await Maker(draftId, ct) == own;

    /// <summary>The firm whose own an edition is that the actor publishes; null where it is everyone's at once.</summary>
    public async Task<Guid?> Firm(CancellationToken ct) => await IsOfMinistry(ct) ? null : actor.OrganisationId;

    /// <summary>Whether the actor acts for the ministry's side, or is the program itself.</summary>
    public async Task<bool> IsOfMinistry(CancellationToken ct) =>
        actor.OrganisationId is not { } own || (kind ??= (await session.Load<Organisation>(own, ct))?.Value.Kind) == OrganisationKind.MINISTRY_OFFICE;

    /// <summary>The firm that published an edition: as it says itself, or, from before it did, who wrote its first event; null for the ministry's and the program's.</summary>
    public async Task<Guid?> PublishingFirm(Versioned<Edition> edition, CancellationToken ct) =>
        edition.Value.FirmId
            ?? (await Maker(edition.Id, ct) is { } maker && (await session.Load<Organisation>(maker, ct))?.Value.Kind == OrganisationKind.CONTRACTOR ? maker : null);

    /// <summary>Why the actor does not revise an edition, or null: a firm its own until it is adopted; else the ministry's side, or an administrator of the installation's own two.</summary>
    public Refusal? NotToRevise(Edition edition)
    {
        var everybodys = actor.Kind == ActorKind.SYSTEM || actor.Role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD
            || (actor.Role == Role.ADMINISTRATOR && FirstOrganisations.Keep(actor));
        var theirs = edition.IsAdopted || edition.FirmId is null ? everybodys : IsOwn(edition);
        return theirs ? null : EditionRefusals.NotYoursToRevise;
    }

    /// <summary>Why the actor neither offers an edition for adoption nor withdraws it, or null: its firm does. What follows from its adoption the domain says.</summary>
    public Refusal? NotToOffer(Edition edition) => IsOwn(edition) || edition.IsAdopted ? null : EditionRefusals.NotYourEdition;

    /// <summary>Why the actor neither adopts nor takes an adoption back, or null.</summary>
    public async Task<Refusal?> NotToAdopt(CancellationToken ct) => await IsOfMinistry(ct) ? null : EditionRefusals.MinistryAdopts;

    /// <summary>Whether an edition is the own one of the actor's firm, adopted or not.</summary>
    public bool IsOwn(Edition edition) =>
        edition.FirmId is { } firm && firm == actor.OrganisationId;

    // Who did the first act on it; what ships with the program was done by nobody's organisation.
    private async Task<Guid?> Maker(Guid streamId, CancellationToken ct) =>
        await session.FetchStream(streamId, ct: ct) is [var first, ..] ? ActorHeaders.Read(first.Headers).OrganisationId : null;
}
