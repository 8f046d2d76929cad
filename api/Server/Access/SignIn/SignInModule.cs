using SecurityTracker.EventStore;
using SecurityTracker.Server.Erasure;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>How people and programs prove who they are: accounts, sessions, tokens.</summary>
public sealed class SignInModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<SignInSettings>().BindConfiguration(SignInSettings.Section);
        services
            .AddSingleton<OfficesOfTheMinistry>()
            .AddSingleton<Sessions>()
            .AddSingleton<SessionDescription>()
            .AddSingleton<Tokens>()
            .ErasedWithPerson("sessions")
            .ErasedWithPerson("tokens");
    }

    /// <inheritdoc/>
    public void Register(EventStoreOptions store) => store.Migrate("sign-in", typeof(SignInModule).Assembly, "Access/SignIn/");

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder api)
    {
        GetSessionEndpoint.Map(api);
        SignOutEndpoint.Map(api);
        ActAsEndpoint.Map(api);
    }
}
