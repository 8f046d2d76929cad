using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;
using SecurityTracker.Testing;

namespace SecurityTracker.Benchmarks;

/// <summary>The whole program on a port of its own and, in the same process on another port, bare endpoints over the same database.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly IReadOnlyList<WebApplication> apps;
    private readonly IReadOnlyList<IAsyncDisposable> others;

    private Site(WebApplication program, WebApplication bare, (string Contractor, string Office, string Stranger) keys, params IReadOnlyList<IAsyncDisposable> others)
    {
        (Program, Office, Stranger, Bare) = (ClientOf(program, keys.Contractor), ClientOf(program, keys.Office), ClientOf(program, keys.Stranger), ClientOf(bare, keys.Contractor));
        (apps, this.others) = ([program, bare], others);
    }

    /// <summary>Who acts: the contractor's officer.</summary>
    public static Actor Officer { get; } = ActorOf(FirstOrganisations.ContractorId, Role.CONTRACTOR_OFFICER);

    /// <summary>The officer of the ministry whom the contracts name.</summary>
    public static Actor SupervisingOfficer { get; } = ActorOf(FirstOrganisations.OfficeId, Role.SUPERVISING_OFFICER) with { SectionId = FirstOrganisations.SectionId };

    public HttpClient Program { get; }

    /// <summary>The program, asked by the ministry's officer.</summary>
    public HttpClient Office { get; }

    /// <summary>The program, asked by the officer of a firm that has no contract here.</summary>
    public HttpClient Stranger { get; }

    /// <summary>The mail address of an account, whose password is nobody's guess.</summary>
    public static string Mail => "hanako@example.jp";

    public HttpClient Bare { get; }

    /// <summary>The program's own services.</summary>
    public IServiceProvider Inside => apps[0].Services;

    /// <param name="more">Settings beside those that every run has, as on the command line.</param>
    public static async Task<Site> Start(params string[] more)
    {
        var database = await TestDatabase.Create("site", source => new EventStore(source, Services.StoreOptions(), TimeProvider.System).Migrate(CancellationToken.None));
        var command = CommandLine.Read(["serve", "--environment", "Benchmarks", "--urls", "http://127.0.0.1:0", $"--ConnectionStrings:Database={database.ConnectionString}", "--Keys:Secret=the installation's secret, of this benchmark alone", "--RateLimits:SignIn=1000000", .. more]);
        var builder = WebApplication.CreateBuilder(command.Options);
        builder.Logging.ClearProviders();
        var served = Database.Begin(builder.Configuration);
        builder.AddServer(served);
        var program = builder.Build();
        await program.Prepare(command);
        program.UseServer();
        await program.StartAsync();
        var stranger = ActorOf(await AnotherFirm(program.Services), Role.CONTRACTOR_OFFICER);
        var keys = (await SignIn(program.Services, Officer, "情報　花子"), await SignIn(program.Services, SupervisingOfficer, "経済　一郎"), await SignIn(program.Services, stranger, "余所　太郎"));
        await program.Services.GetRequiredService<Enrolment>().Enrol(
            "情報　花子", Mail, program.Services.GetRequiredService<Passwords>().Hash(Guid.NewGuid().ToString()), [new(FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_OFFICER)], CancellationToken.None);
        return new Site(program, await StartBare(served.Source), keys, served, database);
    }

    public async ValueTask DisposeAsync()
    {
        Program.Dispose();
        Office.Dispose();
        Stranger.Dispose();
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

    /// <summary>Someone, registered and signed in as anyone is.</summary>
    private static async Task<string> SignIn(IServiceProvider services, Actor someone, string name)
    {
        var people = services.GetRequiredService<People>();
        var store = services.GetRequiredService<EventStore>();
        var (id, organisationId) = (someone.PersonId!.Value, someone.OrganisationId!.Value);
        var organisation = (await store.OpenSession().Load<Organisation>(organisationId, CancellationToken.None))!.Value;
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var grant = new GrantMembership(Guid.CreateVersion7(), organisationId, organisation, someone.SectionId, someone.Role!.Value, new DateOnly(2020, 4, 1));
        await people.Register(session, id, name, mail: null, [grant], CancellationToken.None);
        await session.SaveChanges(CancellationToken.None);
        var person = (await people.Find(id, CancellationToken.None))!;
        return (await services.GetRequiredService<Sessions>().Open(person, SignInMethod.PASSWORD, secondFactor: true, SignInStep.DONE, "benchmarks", CancellationToken.None)).Key;
    }

    private static async Task<Guid> AnotherFirm(IServiceProvider services)
    {
        var session = services.GetRequiredService<EventStore>().OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var id = Guid.CreateVersion7();
        session.StartStream<Organisation>(id, new StreamScope(ContractId: null, OrganisationId: id), new OrganisationRegistered(OrganisationKind.CONTRACTOR, "株式会社余所", CorporateNumber: null, []));
        await session.SaveChanges(CancellationToken.None);
        return id;
    }

    private static Actor ActorOf(Guid organisationId, Role role) => new(ActorKind.PERSON, StreamId.Person(organisationId, role.ToString()), organisationId, SectionId: null, role);

    private static HttpClient ClientOf(WebApplication app, string key) => new()
    {
        BaseAddress = AddressOf(app),
        DefaultRequestHeaders = { { "Cookie", $"{SessionCookie.PlainName}={key}" }, { "Sec-Fetch-Site", "same-origin" } },
    };

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
