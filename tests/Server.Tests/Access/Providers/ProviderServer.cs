using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecurityTracker.Domain;
using SecurityTracker.Server;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn.Providers;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>A server that knows one provider in three ways: as most do, with the secret in the header, and without patience.</summary>
public sealed class ProviderServer : TestServer, IAsyncLifetime
{
    public const string Id = "peer";
    public const string Basic = "basic";
    public const string Hasty = "hasty";

    public static readonly Guid Officer = StreamId.Person(FirstOrganisations.ContractorId, nameof(Role.CONTRACTOR_OFFICER));
    public static readonly Guid Supervisor = StreamId.Person(FirstOrganisations.OfficeId, nameof(Role.SUPERVISING_OFFICER));

    public OpenIdProvider Provider { get; private set; } = null!;

    /// <summary>What it logs.</summary>
    public KeptLog Log { get; } = new();

    public new async Task InitializeAsync()
    {
        Provider = await OpenIdProvider.Start(issuer: null, Id, Basic, Hasty);
        Clock.Now = TimeProvider.System.GetUtcNow();
        await base.InitializeAsync();
        _ = CreateClient().As(Role.CONTRACTOR_OFFICER);
        _ = CreateClient().As(Role.SUPERVISING_OFFICER);
        await this.Linked(Id, "person-1", Officer);
        await this.Linked(Id, "person-2", Supervisor);
        await this.Linked(Basic, "person-1", Supervisor);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        Log.Dispose();
    }

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        foreach (var (id, client) in (IEnumerable<(string, string)>)[(Id, OpenIdProvider.ClientId), (Basic, $"{OpenIdProvider.ClientId}-basic"), (Hasty, OpenIdProvider.ClientId)])
        {
            host.UseSetting($"SignIn:Providers:{id}:Authority", Provider.Address);
            host.UseSetting($"SignIn:Providers:{id}:ClientId", client);
            host.UseSetting($"SignIn:Providers:{id}:ClientSecret", OpenIdProvider.ClientSecret);
            host.UseSetting($"SignIn:Providers:{id}:Name", "例示省");
        }

        host.UseSetting($"SignIn:Providers:{Basic}:ClientAuthentication", ProviderSettings.Basic);
        host.ConfigureLogging(log => log.AddProvider(Log));
    }

    protected override void Change(IServiceCollection services) =>
        services.Configure<OpenIdConnectOptions>(Hasty, options => options.BackchannelTimeout = TimeSpan.FromSeconds(5));
}
