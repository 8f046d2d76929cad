using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>要対応一覧 over what all nouns contribute.</summary>
public sealed class InboxModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddScoped<Notices>();

    /// <inheritdoc/>
    public void Register(Nouns store)
    {
        ArgumentNullException.ThrowIfNull(store);
        store.Migrate("inbox", typeof(InboxModule).Assembly, "Inbox/");
    }
}
