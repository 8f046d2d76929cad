using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Audit;

/// <summary>Sign-ins, refusals and exports, noted for those who look after an organisation's people.</summary>
internal sealed class AuditModule : IModule
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<AuditLog>().AddSingleton<RefusalsOfStrangers>();

    public void Register(Nouns store) => store.Migrate("audit", typeof(AuditModule).Assembly, "Audit/");
}
