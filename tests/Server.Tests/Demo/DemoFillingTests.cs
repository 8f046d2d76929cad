using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Demo;
using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.SignIn;

namespace SecurityTracker.ServerTests.Demo;

/// <summary>The made-up world is one that the rules accept, it is made once, and whoever looks in finds people at work.</summary>
public sealed class DemoFillingTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Officer = "m.sato@meti.example";
    private const string Contractor = "s.ishii@aoba.example";
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public async Task There_is_an_account_for_every_role_and_its_token_acts_in_it()
    {
        var accounts = (await server.Described()).Accounts;

        accounts.SelectMany(account => account.Memberships).Select(m => m.Role).Distinct().Order().ShouldBe(Enum.GetValues<Role>().Order());
        accounts.Count(account => account.Memberships.Count > 1).ShouldBeGreaterThanOrEqualTo(2);
        foreach (var membership in accounts.SelectMany(account => account.Memberships))
        {
            (await server.Services.GetRequiredService<Tokens>().Find(membership.Token, CancellationToken.None)).ShouldNotBeNull().Actor.Role.ShouldBe(membership.Role);
            using var http = With(membership.Token);
            (await http.GetAsync("/api/contracts")).StatusCode.ShouldBe(Permission.ReadContracts.Roles.Contains(membership.Role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Everyone_on_the_sign_in_page_signs_in_with_what_it_shows()
    {
        var accounts = (await server.Described()).Accounts.ToDictionary(account => account.Mail, StringComparer.Ordinal);
        using var page = server.CreateAnonymousClient();
        var shown = (await page.GetAsync("/api/sign-in").Json())["demo"]!.AsArray();

        shown.Select(account => accounts[account!["mail"]!.GetValue<string>()]).SelectMany(account => account.Memberships).Select(m => m.Role).Distinct().Order()
            .ShouldBe(Enum.GetValues<Role>().Order());
        foreach (var account in shown)
        {
            using var browser = server.CreateAnonymousClient();
            browser.DefaultRequestHeaders.Add("Origin", browser.BaseAddress!.ToString().TrimEnd('/'));
            var mail = account!["mail"]!.GetValue<string>();
            var answer = await browser.PostAsJsonAsync("/api/sign-in/password", new { mail, password = account["password"]!.GetValue<string>() }).Json();
            if (account["code"]?.GetValue<string>() is { } code)
            {
                code.ShouldBe(CodeOf(accounts[mail].TotpSecret!));
                answer["next"]!.GetValue<string>().ShouldBe("SECOND_FACTOR");
                answer = await browser.PostAsJsonAsync("/api/sign-in/second-factor", new { code }).Json();
            }

            answer["next"]!.GetValue<string>().ShouldBe("DONE", mail);
            (await browser.GetAsync("/api/session").Json())["person"]!["mail"]!.GetValue<string>().ShouldBe(mail);
        }
    }

    [Fact]
    public async Task Both_sides_have_a_busy_week()
    {
        var waiting = (await Inbox(Officer)).Select(item => item!["type"]!.GetValue<string>()).ToList();
        waiting.Count.ShouldBeInRange(10, 20);
        waiting[0].ShouldBe("INCIDENT");
        waiting.Distinct().Order().ShouldBe(["ACT_TO_DECIDE", "COMMUNICATION", "CORRECTION", "DRAFT_TO_CONFIRM", "INCIDENT", "RECORD_TO_CONFIRM", "REPORT_TO_REVIEW"]);

        var asked = await Inbox(Contractor);
        asked.Count.ShouldBeInRange(6, 20);
        // What falls due besides depends on the day on which the world is made.
        string[] always = ["COMMUNICATION", "DECISION", "INQUIRY", "NEED", "OBJECTION", "REPORT_QUERIED", "REPORT_TO_SUBMIT"];
        always.Except(asked.Select(item => item!["type"]!.GetValue<string>())).ShouldBeEmpty();
        asked.Max(item => item!["ageDays"]!.GetValue<int>()).ShouldBeGreaterThan(7);
    }

    [Fact]
    public async Task Acts_stand_in_every_state()
    {
        var acts = await OfContracts("authority-acts");

        Words(acts, "state").ShouldBe(["ANSWERED", "CANCELLED", "DECLINED", "EXPIRED", "GRANTED", "INQUIRED", "REQUESTED", "WITHDRAWN"]);
        Words(acts, "kind").ShouldBe(["ACKNOWLEDGE", "APPROVE", "CONFIRM", "CONSENT", "PERMIT", "USE_APPROVE"]);
        Words(acts, "mode").ShouldBe(["INDIVIDUAL", "STANDING"]);
        Words(acts, "recordedBy").ShouldBe(["CONTRACTOR", "OFFICER"]);
        acts.Select(act => act["timing"]?["fact"]?.GetValue<string>()).OfType<string>().Distinct().ShouldBe(["BEFORE", "MISSING", "AFTER"], ignoreOrder: true);
        acts.Select(act => act["confirmed"]?.GetValue<bool>()).OfType<bool>().Distinct().Count().ShouldBe(2);
        Words(acts, "need").ShouldBe(["NEW_PERMISSION"]);
    }

    [Fact]
    public async Task Reports_and_documents_stand_in_every_stage()
    {
        Words(await OfContracts("reports"), "stage").ShouldBe(["ANSWERED", "DRAFT", "FINALISED", "QUERIED", "RECEIVED", "REPLACED", "SETTLED", "SUBMITTED"]);
        var documents = new List<JsonNode>();
        foreach (var id in await Contracts())
        {
            documents.Add(await Get(await TokenOf(Contractor), $"contracts/{id}/confirmation-document"));
        }

        documents.SelectMany(document => document["versions"]!.AsArray()).Select(version => version!["state"]!.GetValue<string>()).Distinct().Order().ShouldBe(["AGREED", "PRESENTED"]);
        documents.ShouldContain(document => document["inForce"] != null && document["versions"]!.AsArray().Count == 2);
    }

    [Fact]
    public async Task A_subcontractor_has_filled_its_part_in_half()
    {
        var part = (await Get(await TokenOf("k.matsumoto@shirakaba.example"), "parts")).AsArray().ShouldHaveSingleItem()!;

        part["recorded"]!.GetValue<int>().ShouldBeInRange(1, part["total"]!.GetValue<int>() - 1);
        (await Get(await TokenOf("t.mori@aoba.example"), "contracts"))["items"]!.AsArray().ShouldNotBeEmpty();
        (await server.Described()).Look.Count.ShouldBe(7);
    }

    [Fact]
    public async Task It_is_filled_once()
    {
        await server.Described();
        var before = await LastEvent();
        using var http = server.CreateAnonymousClient();

        (await server.Filling(http).Begin(CancellationToken.None)).ShouldBeNull();

        (await LastEvent()).ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_else_says_what_time_it_is()
    {
        using var browser = server.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add(DemoClock.Header, $"{new string('0', 64)} 2020-01-01T00:00:00Z");

        (await browser.GetAsync("/api/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
        new DemoClock(server.Clock).Read(server.WorldClock.Saying(server.Clock.Now)).ShouldBeNull();
        server.WorldClock.Read("2020-01-01T00:00:00Z").ShouldBeNull();
    }

    [Fact]
    public void It_is_the_same_world_on_the_same_day() =>
        System.Text.Json.JsonSerializer.Serialize(new DemoImagination(Today).World())
            .ShouldBe(System.Text.Json.JsonSerializer.Serialize(new DemoImagination(Today).World()));

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2027-04-01")]
    [InlineData("2027-01-02")]
    public void It_has_three_offices_eight_contractors_and_sixty_contracts(string day)
    {
        var world = new DemoImagination(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).World();

        (world.Offices.Count, world.Contractors.Count, world.Contracts.Count).ShouldBe((3, 8, 60));
        world.Contracts.Select(contract => contract.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(60);
        world.Contracts.Count(contract => contract.Predecessor is not null).ShouldBe(6);
        world.Contracts.ShouldContain(contract => contract.Amendment != null);
        world.Contracts.Select(contract => contract.Consortium).Distinct().Count().ShouldBe(3);
        world.Contracts.Select(contract => contract.Edition).Distinct().Order().ShouldBe(["ED-A", "ED-B", "ED-C", "ED-D"]);
    }

    private static string CodeOf(string secret) => SignInServer.CodeOf(secret, new TestClock().Now);

    private static List<string> Words(IEnumerable<JsonNode> things, string name) =>
        [.. things.Select(thing => thing[name]?.GetValue<string>()).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private async Task<JsonArray> Inbox(string mail) => (await Get(await TokenOf(mail), "inbox?limit=200"))["items"]!.AsArray();

    private async Task<List<string>> Contracts() =>
        [.. (await Get(await TokenOf(Contractor), "contracts?limit=100"))["items"]!.AsArray().Select(contract => contract!["id"]!.GetValue<string>())];

    private async Task<List<JsonNode>> OfContracts(string what)
    {
        var found = new List<JsonNode>();
        foreach (var id in await Contracts())
        {
            var listed = await Get(await TokenOf(Contractor), $"contracts/{id}/{what}");
            found.AddRange((listed as JsonArray ?? listed["items"]!.AsArray()).OfType<JsonNode>());
        }

        return found;
    }

    private async Task<string> TokenOf(string mail) => (await server.Described()).Accounts.First(account => account.Mail == mail).Memberships[0].Token;

    private async Task<JsonNode> Get(string token, string path)
    {
        using var http = With(token);
        return await http.GetAsync($"/api/{path}").Json();
    }

    private HttpClient With(string token)
    {
        var http = server.CreateAnonymousClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private async Task<long> LastEvent()
    {
        await using var command = server.Database.CreateCommand("SELECT max(seq_id) FROM mt_events");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
