namespace SecurityTracker.Server.JobPages;

/// <summary>The pages on which an administrator sees how the jobs ended.</summary>
internal sealed class JobPagesModule : IModule
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<Dashboard>();

    public void Map(IEndpointRouteBuilder api) => DashboardEndpoint.Map(api);
}
