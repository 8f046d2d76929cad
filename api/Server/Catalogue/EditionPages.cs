using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Editions as their reader finds them: the words, whom they are for, and what the reader can do.</summary>
internal sealed class EditionPages(EditionMakers makers, Session session, Actor actor)
{
    // Stands where a reason will be: whether it can be done does not depend on which.
    private const string SomeReason = "―";

    /// <summary>One revision of an edition that the reader sees.</summary>
    public async Task<EditionDetails> Of(Versioned<Edition> found, AnnexEdition revision, CancellationToken ct)
    {
        var edition = found.Value;
        var (notToOffer, notToAdopt) = (makers.NotToOffer(edition), await makers.NotToAdopt(ct));
        return EditionDetails.Of(found, revision, makers.IsOwn(edition), await FirmName(edition, ct), new EditionCan(
            Can.If(Permission.RegisterContract, actor, edition.NotFor(actor.OrganisationId)),
            Can.If(Permission.PublishEdition, actor, makers.NotToRevise(edition) ?? (edition.WithdrawnByFirm ? EditionRefusals.Withdrawn : null)),
            Can.If(Permission.PublishEdition, actor, notToOffer ?? Refusal(new RequestAdoption(), edition)),
            Can.If(Permission.AdoptEdition, actor, notToAdopt ?? Refusal(new AdoptEdition(SomeReason), edition)),
            Can.If(Permission.AdoptEdition, actor, notToAdopt ?? Refusal(new WithdrawAdoption(SomeReason, edition.FirmId), edition)),
            Can.If(Permission.PublishEdition, actor, notToOffer ?? Refusal(new WithdrawEdition(SomeReason), edition))));
    }

    private static Refusal? Refusal(IEditionCommand command, Edition edition) => EditionDecider.Decide(command, edition).Refusal;

    private async Task<string?> FirmName(Edition edition, CancellationToken ct) =>
        edition.FirmId is { } firm && (makers.IsOwn(edition) || await makers.IsOfMinistry(ct)) ? (await session.Load<Organisation>(firm, ct))?.Value.Name : null;
}
