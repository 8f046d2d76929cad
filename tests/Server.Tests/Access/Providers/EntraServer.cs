using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecurityTracker.Domain;
using SecurityTracker.Server;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>A server for the people of one directory of Entra ID, which stands on loopback.</summary>
public sealed class EntraServer : TestServer, IAsyncLifetime
{
    public const string Id = "entra";

    public OpenIdProvider Provider { get; private set; } = null!;

    /// <summary>Another one for each server: Microsoft.Identity.Web remembers issuers for the whole process.</summary>
    public string Tenant { get; } = Guid.NewGuid().ToString("D");

    /// <summary>What it logs.</summary>
    public KeptLog Log { get; } = new();

    public new async Task InitializeAsync()
    {
        Provider = await OpenIdProvider.Start($"https://login.microsoftonline.com/{Tenant}/v2.0", Id);
        Clock.Now = TimeProvider.System.GetUtcNow();
        await base.InitializeAsync();
        _ = CreateClient().As(Role.CONTRACTOR_OFFICER);
        await this.Linked(Id, "person-1", ProviderServer.Officer);
        await this.Linked(Id, "person-2", ProviderServer.Supervisor);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        Log.Dispose();
    }

    /// <summary>Makes the provider say what Entra ID says in a token beside what every provider says.</summary>
    public Task Says(params (string Name, string Value)[] more)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal) { ["tid"] = Tenant, ["ver"] = "2.0", ["preferred_username"] = "y.yamamoto@meti.example" };
        foreach (var (name, value) in more)
        {
            claims[name] = value;
        }

        return Provider.Set(new { claims });
    }

    /// <summary>A browser whose way to Microsoft leads to the provider.</summary>
    internal ProviderVisitor Visitor() => new(this, Id, new AtMicrosoft(Provider.Address));

    /// <summary>The lines of the README.</summary>
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.ConfigureLogging(log => log.AddProvider(Log));
        host.UseSetting($"SignIn:Providers:{Id}:Kind", "entra");
        host.UseSetting($"SignIn:Providers:{Id}:Name", "例示省アカウント");
        host.UseSetting($"SignIn:Providers:{Id}:TenantId", Tenant);
        host.UseSetting($"SignIn:Providers:{Id}:ClientId", OpenIdProvider.ClientId);
        host.UseSetting($"SignIn:Providers:{Id}:ClientSecret", OpenIdProvider.ClientSecret);
    }

    protected override void Change(IServiceCollection services)
    {
        services.Configure<OpenIdConnectOptions>(Id, options => options.BackchannelHttpHandler = new AtMicrosoft(Provider.Address));
        services.AddHttpClient(ProviderBackchannel.ClientName).ConfigurePrimaryHttpMessageHandler(() => new AtMicrosoft(Provider.Address));
    }

    /// <summary>The wire, on which Microsoft's host is the provider on loopback, and no other host is.</summary>
    private sealed class AtMicrosoft(string loopback) : DelegatingHandler(ProviderBackchannel.Wire())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri!.GetLeftPart(UriPartial.Authority).ShouldBe("https://login.microsoftonline.com");
            request.Headers.Add("X-Forwarded-Host", request.RequestUri.Host);
            request.Headers.Add("X-Forwarded-Proto", request.RequestUri.Scheme);
            request.RequestUri = new Uri(loopback + request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
