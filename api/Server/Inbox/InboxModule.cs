using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>要対応一覧 over what all nouns contribute.</summary>
internal sealed class InboxModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<Notices>()
        .AddScoped<InboxReader>()
        .AddSingleton<InboxKeeper>()
        .RunEveryTenMinutes<KeepInbox>("keep-inbox");

    public void Register(Nouns store)
    {
        store.Migrate("inbox", typeof(InboxModule).Assembly, "Inbox/");
    }
}
