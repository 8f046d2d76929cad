using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>The editions that ship with the program enter the catalogue by the same event as imported ones.</summary>
internal static class Publication
{
    /// <summary>Publishes what is not there yet; several servers starting together do it once between them.</summary>
    public static async Task OfShipped(EventStore store, CancellationToken ct)
    {
        var begun = await store.OpenSession().Begun([.. ShippedEditions.Codes.Select(StreamId.Edition)], ct);
        if (begun.Count == ShippedEditions.Codes.Count)
        {
            return;
        }

        foreach (var edition in ShippedEditions.All.Where(edition => !begun.Contains(StreamId.Edition(edition.Code))))
        {
            var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
            session.StartStream<Edition>(StreamId.Edition(edition.Code), StreamScope.None, EditionDecider.Decide(new PublishEdition(edition), Edition.Initial).Events);
            try
            {
                await session.SaveChanges(ct);
            }
            catch (StreamExistsException)
            {
                // Another server was quicker: the edition is published, which is all that was wanted.
            }
        }
    }
}
