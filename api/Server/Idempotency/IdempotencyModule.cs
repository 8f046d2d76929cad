using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Idempotency;

/// <summary>Idempotency-Key on every POST.</summary>
public sealed class IdempotencyModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services
        .AddScoped<IdempotentRequest>()
        .AddSingleton<KeptAnswers>()
        .AddHostedService<ForgetOldAnswers>();

    /// <inheritdoc/>
    public void Register(EventStoreOptions store) => store.Migrate("idempotency", typeof(IdempotencyModule).Assembly, "Idempotency/");
}
