using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Editions of the annex: list, read, compare, import, draft and publish.</summary>
public sealed class CatalogueModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<Editions>()
        .AddScoped<EditionMakers>()
        .AddSingleton(new Verb(CommandLine.CatalogueImport, ImportVerb.Run));

    /// <inheritdoc/>
    public void Register(Nouns store)
    {
        store
            .MapEvent<EditionPublished>("edition_published")
            .MapEvent<EditionRevised>("edition_revised")
            .MapEvent<EditionDraftStarted>("edition_draft_started")
            .MapEvent<EditionDraftAmended>("edition_draft_amended")
            .MapEvent<EditionDraftPublished>("edition_draft_published")
            .Fold<EditionDraft, IEditionDraftEvent>("edition_draft", EditionDraft.Initial, EditionDraftDecider.Evolve);
        store
            .Fold<Edition, IEditionEvent>("edition", Edition.Initial, EditionDecider.Evolve)
            .Promote("code", "text", e => e.Current?.Code, index: true);
    }

    /// <inheritdoc/>
    public Task Prepare(IServiceProvider services, CancellationToken ct) => Publication.OfShipped(services.GetRequiredService<EventStore>(), ct);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder api)
    {
        GetEditionsEndpoint.Map(api);
        GetEditionEndpoint.Map(api);
        DiffEditionsEndpoint.Map(api);
        ReviseEditionEndpoint.Map(api);
        ImportAnnexEndpoint.Map(api);
        StartEditionDraftEndpoint.Map(api);
        GetEditionDraftEndpoint.Map(api);
        AmendEditionDraftEndpoint.Map(api);
        PublishEditionDraftEndpoint.Map(api);
    }
}
