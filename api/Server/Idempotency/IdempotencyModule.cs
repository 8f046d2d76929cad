using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Idempotency;

/// <summary>Idempotency-Key on every POST.</summary>
internal sealed class IdempotencyModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<IdempotentRequest>()
        .AddSingleton<KeptAnswers>()
        .RunEveryHour<ForgetOldAnswers>("forget-kept-answers", minute: 29);

    public void Register(Nouns store) => store.Migrate("idempotency", typeof(IdempotencyModule).Assembly, "Idempotency/");
}
