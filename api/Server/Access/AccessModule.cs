using SecurityTracker.Domain.Access;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Access;

/// <summary>Organisations, their people, and who sees what.</summary>
public sealed class AccessModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped(ActorResolution.Current)
        .AddScoped<Boundary>()
        .AddSingleton<Actors>()
        .AddSingleton<PersonalValues>();

    /// <inheritdoc/>
    public void Register(EventStoreOptions store) => store
        .Migrate("access", typeof(AccessModule).Assembly, "Access/")
        .MapEvent<OrganisationRegistered>("organisation_registered")
        .MapEvent<OrganisationRenamed>("organisation_renamed")
        .MapEvent<SectionAdded>("section_added")
        .Fold<Organisation, IOrganisationEvent>("organisation", Organisation.Initial, OrganisationDecider.Evolve)
        .Promote("kind", "text", o => o.Kind)
        .Promote("name", "text", o => o.Name);

    /// <inheritdoc/>
    public Task Prepare(IServiceProvider services, CancellationToken ct) => FirstOrganisations.Register(services.GetRequiredService<Store>(), ct);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder api)
    {
        GetActorsEndpoint.Map(api);
        GetOrganisationsEndpoint.Map(api);
        RegisterOrganisationEndpoint.Map(api);
        RenameOrganisationEndpoint.Map(api);
        AddSectionEndpoint.Map(api);
    }
}
