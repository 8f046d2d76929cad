using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>Who may do what, who sees what, and who it was.</summary>
internal sealed class AccessModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddRolesKept()
        .AddScoped(ActorOfRequest.Current)
        .AddScoped<Boundary>()
        .AddScoped<OrganisationAccess>()
        .AddScoped<Writer>()
        .AddScoped<Histories>()
        .AddSingleton<InstallationSecret>()
        .AddSingleton<Actors>()
        .AddSingleton<People>()
        .AddSingleton<PersonalValues>();

    public void Register(Nouns store) => store.Migrate("access", typeof(AccessModule).Assembly, "Access/");
}
