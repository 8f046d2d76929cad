using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests;

/// <summary>
/// The whole program in memory, on a database of its own and a clock that stands still. Share one in a class with
/// <c>IClassFixture&lt;TestServer&gt;</c>, or override <see cref="Change"/> for other services.
/// </summary>
public class TestServer : IAsyncLifetime
{
    private readonly WrittenEvents written = new();
    private TestDatabase? database;
    private string? template;
    private WebApplicationFactory<Program>? factory;

    /// <summary>The clock of the server; move it with <c>Clock.Now = …</c>.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => factory!.Services;

    /// <summary>The server's store.</summary>
    internal EventStore Store => Services.GetRequiredService<EventStore>();

    /// <summary>The server's database.</summary>
    public NpgsqlDataSource Database => database!.Source;

    /// <summary>The connection string of that database.</summary>
    protected string ConnectionString => template ?? database!.ConnectionString;

    /// <summary>A client in which the installation's own contractor's officer is signed in; another with <c>client.As(…)</c>.</summary>
    public HttpClient CreateClient() => UsesSockets
        ? factory!.CreateDefaultClient(Address, new SignedInHandler(People))
        : factory!.CreateDefaultClient(new SignedInHandler(People));

    /// <summary>A client in which somebody is signed in, who acts in a membership (the first that holds, where none is named).</summary>
    public HttpClient As(Guid personId, Guid? membershipId = null) => CreateClient().As(personId, membershipId);

    /// <summary>A client in which someone of one of the two organisations is signed in that a fresh installation has.</summary>
    public HttpClient As(Role role) => CreateClient().As(role);

    /// <summary>A browser in which nobody is signed in yet; it keeps its cookies.</summary>
    public HttpClient CreateAnonymousClient() => factory!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = UsesSockets ? Address : factory.ClientOptions.BaseAddress });

    /// <summary>Where a server listens that <see cref="UsesSockets"/>.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>True for a server that listens on a port of 127.0.0.1 in place of being called in memory.</summary>
    protected virtual bool UsesSockets => false;

    /// <summary>True for a server that does by itself what recurs; in the others nothing is forgotten behind a test's back.</summary>
    protected virtual bool KeepsTimetable => false;

    /// <summary>Who can be signed in.</summary>
    public TestPeople People { get; private set; } = null!;

    /// <summary>Starts the server.</summary>
    public async Task InitializeAsync()
    {
        database = await CreateDatabase();
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(Set);
        if (UsesSockets)
        {
            factory.UseKestrel(0);
        }

        try
        {
            factory.StartServer();
        }
        catch (ObjectDisposedException e)
        {
            throw new InvalidOperationException($"The server ended while it started; what servers said on the way: {Said.All}", e);
        }

        People = new(factory.Services, Clock);
        await People.RegisterEveryone(CancellationToken.None);
    }

    /// <summary>Stops it and removes its database.</summary>
    public virtual async Task DisposeAsync()
    {
        if (factory is not null)
        {
            People.Dispose();
            await factory.DisposeAsync();
            await written.Compare(Database);
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>What a server of this test runs by.</summary>
    protected void Set(IWebHostBuilder host)
    {
        ArgumentNullException.ThrowIfNull(host);
        host.UseEnvironment("Development");
        host.UseSetting("urls", "http://127.0.0.1:0");
        host.UseSetting("ConnectionStrings:Database", ConnectionString);
        host.UseSetting("Keys:Secret", "the installation's secret, of this test server alone");
        foreach (var limit in (string[])[RateLimits.SignIn, RateLimits.Imports, RateLimits.Exports, RateLimits.Feeds])
        {
            host.UseSetting($"RateLimits:{limit}", "1000000");
        }

        host.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter>(written);
            // A password costs a tenth of a second by design (PasswordCostTests), and the tests have hundreds.
            services.AddSingleton<IPasswordHasher<Account>>(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })));
            if (!KeepsTimetable)
            {
                services.RemoveAll<RecurringJob>();
            }

            Change(services);
        });
        Configure(host);
    }

    /// <summary>For a server that begins on another database than one that a server has begun, with everyone in it.</summary>
    protected virtual Task<TestDatabase> CreateDatabase() => TestDatabase.Create("begun", Begin);

    // What a first start lays in, and who is registered for the tests, is the same for all of them: once for the run.
    private static async Task Begin(NpgsqlDataSource source)
    {
        await Migrate(source);
        var first = new TestServer { template = TestDatabase.ConnectionStringOf(source) };
        await using var begun = new WebApplicationFactory<Program>().WithWebHostBuilder(first.Set);
        begun.StartServer();
        using var people = new TestPeople(begun.Services, first.Clock);
        await people.RegisterEveryone(CancellationToken.None);
    }

    /// <summary>Everything that <c>migrate</c> makes.</summary>
    internal static async Task Migrate(NpgsqlDataSource source)
    {
        await new EventStore(source, Registered(), TimeProvider.System).Migrate(CancellationToken.None);
        await JobTables.Install(new JobDatabase(source), CancellationToken.None);
    }

    /// <summary>For a server that differs in a setting.</summary>
    protected virtual void Configure(IWebHostBuilder host)
    {
    }

    /// <summary>For a server that differs in a service.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    private static Nouns Registered() => SecurityTracker.Server.Services.StoreOptions();
}
