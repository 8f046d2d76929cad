using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Deadlines;

/// <summary>What is due, by the rules of <see cref="Domain.Deadlines.DutyRules"/>.</summary>
internal sealed class DeadlinesModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<ReaffirmationReader>()
        .AddSingleton<IInboxReckoner, DutyReckoner>()
        .RunEveryMorning<OpenReportDrafts>("open-report-drafts", minute: 5);

    public void Register(Nouns store)
    {
        // It keeps nothing of its own.
    }
}
