using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>A fresh installation starts with one contractor and one office, so that someone can act at once.</summary>
internal static class FirstOrganisations
{
    /// <summary>The contractor that this installation belongs to.</summary>
    public static Guid ContractorId { get; } = StreamId.FirstOrganisation(nameof(OrganisationKind.CONTRACTOR));

    /// <summary>The office it reports to.</summary>
    public static Guid OfficeId { get; } = StreamId.FirstOrganisation(nameof(OrganisationKind.MINISTRY_OFFICE));

    /// <summary>Its only 課室 to begin with.</summary>
    public static Guid SectionId { get; } = StreamId.Of("section:first");

    /// <summary>
    /// Whether an actor belongs to one of the two, and so to those whose installation it is: they bring the ministry's offices in and
    /// see who is there. In an installation of the ministry's own the contractor of the two has nobody.
    /// </summary>
    public static bool Keep(Domain.Actor actor) =>
        actor.OrganisationId == ContractorId || actor.OrganisationId == OfficeId;

    private static readonly Section FirstSection = new(SectionId, "担当課室", Mail: null);

    /// <summary>Registers the two, once; several servers starting together do it once between them.</summary>
    public static async Task Register(EventStore store, CancellationToken ct)
    {
        var begun = await store.OpenSession().Begun([ContractorId, OfficeId], ct);
        if (!begun.Contains(ContractorId))
        {
            await Register(store, ContractorId, new OrganisationRegistered(OrganisationKind.CONTRACTOR, "自社", CorporateNumber: null, []), ct);
        }

        if (!begun.Contains(OfficeId))
        {
            await Register(store, OfficeId, new OrganisationRegistered(OrganisationKind.MINISTRY_OFFICE, "経済産業省", CorporateNumber: null, [FirstSection]), ct);
        }
    }

    private static async Task Register(EventStore store, Guid id, OrganisationRegistered registered, CancellationToken ct)
    {
        var session = store.OpenSession(ActorHeaders.Metadata(Domain.Actor.System, correlationId: null));
        session.StartStream<Organisation>(id, new StreamScope(ContractId: null, OrganisationId: id), registered);
        try
        {
            await session.SaveChanges(ct);
        }
        catch (StreamExistsException)
        {
            // Another server was quicker: the organisation is there, which is all that was wanted.
        }
    }
}
