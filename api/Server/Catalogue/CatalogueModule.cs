using SecurityTracker.Domain.Catalogue;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Editions of the annex: list, read, compare, import.</summary>
public sealed class CatalogueModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<Editions>();

    /// <inheritdoc/>
    public void Register(EventStoreOptions store) => store
        .MapEvent<EditionPublished>("edition_published")
        .MapEvent<EditionRevised>("edition_revised")
        .Fold<Edition, IEditionEvent>("edition", Edition.Initial, EditionDecider.Evolve)
        .Promote("code", "text", e => e.Current?.Code, index: true);

    /// <inheritdoc/>
    public Task Prepare(IServiceProvider services, CancellationToken ct) => Publication.OfShipped(services.GetRequiredService<Store>(), ct);
}
