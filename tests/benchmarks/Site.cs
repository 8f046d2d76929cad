using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.EventStore;
using SecurityTracker.Server;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Testing;

namespace SecurityTracker.Benchmarks;

/// <summary>The whole program on a port of its own and, in the same process on another port, bare endpoints over the same database.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly IReadOnlyList<WebApplication> apps;
    private readonly IReadOnlyList<IAsyncDisposable> others;

    private Site(WebApplication program, WebApplication bare, string key, params IReadOnlyList<IAsyncDisposable> others)
    {
        (Program, Bare) = (new HttpClient { BaseAddress = AddressOf(program) }, new HttpClient { BaseAddress = AddressOf(bare) });
        foreach (var client in new[] { Program, Bare })
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.PlainName}={key}");
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        }
        (apps, this.others) = ([program, bare], others);
    }

    /// <summary>Who acts.</summary>
    public static Actor Officer { get; } = new(
        ActorKind.PERSON, StreamId.Person(FirstOrganisations.ContractorId, nameof(Role.CONTRACTOR_OFFICER)), FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_OFFICER);

    public HttpClient Program { get; }

    public HttpClient Bare { get; }

    public static async Task<Site> Start()
    {
        var database = await TestDatabase.Create("site", source => new Store(source, Services.StoreOptions(), TimeProvider.System).Migrate(CancellationToken.None));
        var command = CommandLine.Read(["serve", "--environment", "Development", "--urls", "http://127.0.0.1:0", $"--ConnectionStrings:Database={database.ConnectionString}", "--Keys:Secret=the installation's secret, of this benchmark alone"]);
        var builder = WebApplication.CreateBuilder(command.Options);
        builder.Logging.ClearProviders();
        var served = await Database.Open(builder.Configuration, CancellationToken.None);
        builder.AddServer(served);
        var program = builder.Build();
        await program.Prepare(command);
        program.UseServer();
        await program.StartAsync();
        return new Site(program, await StartBare(served.Source), await SignIn(program.Services), served, database);
    }

    public async ValueTask DisposeAsync()
    {
        Program.Dispose();
        Bare.Dispose();
        foreach (var app in apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        foreach (var other in others)
        {
            await other.DisposeAsync();
        }
    }

    /// <summary>The contractor's officer, registered and signed in as anyone is.</summary>
    private static async Task<string> SignIn(IServiceProvider services)
    {
        var people = services.GetRequiredService<People>();
        var store = services.GetRequiredService<Store>();
        var organisation = (await store.OpenSession().Load<Organisation>(FirstOrganisations.ContractorId, CancellationToken.None))!.Value;
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var grant = new GrantMembership(Guid.CreateVersion7(), FirstOrganisations.ContractorId, organisation, SectionId: null, Role.CONTRACTOR_OFFICER, new DateOnly(2020, 4, 1));
        if (await people.Register(session, Officer.PersonId!.Value, "情報　花子", mail: null, [grant], CancellationToken.None) is { } problem)
        {
            throw new InvalidOperationException(problem.Code);
        }
        await session.SaveChanges(CancellationToken.None);
        var person = (await people.Find(Officer.PersonId.Value, CancellationToken.None))!;
        return (await services.GetRequiredService<Sessions>().Open(person, SignInMethod.PASSWORD, secondFactor: true, SignInStep.DONE, "benchmarks", CancellationToken.None)).Key;
    }

    private static async Task<WebApplication> StartBare(NpgsqlDataSource source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        var bare = builder.Build();
        new BareEndpoints(source).Map(bare);
        await bare.StartAsync();
        return bare;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
