using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Editions of the annex: list, read, compare, import, draft and publish.</summary>
internal sealed class CatalogueModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<EditionLimitSettings>().BindConfiguration(EditionLimitSettings.Section);
        services
            .AddSingleton<Editions>()
            .AddScoped<EditionsInSight>()
            .AddScoped<EditionMakers>()
            .AddScoped<EditionWriter>()
            .AddScoped<EditionPages>()
            .AddScoped<EditionLimits>()
            .RefuseOn("edition_no_longer_chosen", EditionRefusals.NoLongerChosen)
            .RefuseOn("edition_of_another_firm", EditionRefusals.NotAdopted)
            .AddSingleton(new Verb(CommandLine.CatalogueImport, ImportVerb.Run));
    }

    public void Register(Nouns store)
    {
        store
            .Migrate("catalogue", typeof(CatalogueModule).Assembly, "Catalogue/")
            .MapEvent<EditionPublished>("edition_published")
            .MapEvent<EditionRevised>("edition_revised")
            .MapEvent<EditionAdoptionRequested>("edition_adoption_requested")
            .MapEvent<EditionAdopted>("edition_adopted")
            .MapEvent<EditionAdoptionWithdrawn>("edition_adoption_withdrawn")
            .MapEvent<EditionWithdrawn>("edition_withdrawn")
            .MapEvent<EditionDraftStarted>("edition_draft_started")
            .MapEvent<EditionDraftAmended>("edition_draft_amended")
            .MapEvent<EditionDraftPublished>("edition_draft_published")
            .Fold<EditionDraft, IEditionDraftEvent>("edition_draft", EditionDraft.Initial, EditionDraftDecider.Evolve);
        store
            .Fold<Edition, IEditionEvent>("edition", Edition.Initial, EditionDecider.Evolve, version: 2)
            .Promote("code", "text", e => e.Current?.Code, index: true)
            .Promote("standing", "text", e => e.Standing)
            .Promote("firm_id", "uuid", e => e.FirmId)
            .Promote("adopted_through", "integer", e => e.AdoptedThrough)
            .Promote("adoption_requested", "boolean", e => e.AdoptionRequested);
    }

    public Task Prepare(IServiceProvider services, CancellationToken ct) => Publication.OfShipped(services.GetRequiredService<EventStore>(), ct);
}
