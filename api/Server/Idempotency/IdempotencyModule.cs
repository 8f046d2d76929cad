using SecurityTracker.Server.Store;

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
    public void Register(Nouns store) => store.Migrate("idempotency", typeof(IdempotencyModule).Assembly, "Idempotency/");
}
