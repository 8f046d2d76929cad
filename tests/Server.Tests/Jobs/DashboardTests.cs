using System.Net;
using System.Text.RegularExpressions;
using Hangfire.Storage;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.ServerTests.Jobs;

/// <summary>The pages of the jobs are open to the installation's administrators alone, and let them do one thing.</summary>
[Collection(Shared.Jobs)]
public sealed partial class DashboardTests(JobServers server) : IAsyncLifetime
{
    private const string Pages = "/api/jobs";
    private const string Trigger = "/api/jobs/recurring/trigger";

    private const string Triggered = $"SELECT count(*) FROM audit_events WHERE kind = 'JOB_TRIGGERED' AND code = '{JobServers.Unplanned}' AND role = 'ADMINISTRATOR' AND person_id IS NOT NULL";

    private HttpClient Administrator => server.As(Role.ADMINISTRATOR);

    public Task InitializeAsync() => server.Write(Noted.Table);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/recurring")]
    [InlineData("/servers")]
    [InlineData("/retries")]
    [InlineData("/jobs/enqueued")]
    [InlineData("/jobs/scheduled")]
    [InlineData("/jobs/succeeded")]
    [InlineData("/jobs/failed")]
    [InlineData("/jobs/deleted")]
    public async Task An_administrator_reads_every_page_under_a_strict_policy(string page)
    {
        using var answer = await Administrator.GetAsync(Pages + page);
        var html = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg='; style-src-attr 'unsafe-inline'; ");
        policy.Split("unsafe").Length.ShouldBe(2);
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("onclick");
        foreach (Match file in FilePattern().Matches(html))
        {
            file.Groups["file"].Value.ShouldStartWith(Pages);
            (await Administrator.GetAsync(file.Groups["file"].Value)).StatusCode.ShouldBe(HttpStatusCode.OK, file.Value);
        }
    }

    [Fact]
    public async Task The_timetable_can_be_run_and_not_be_changed()
    {
        var recurring = await Administrator.GetStringAsync(Pages + "/recurring");
        var style = await Administrator.GetStringAsync(StylePattern().Match(recurring).Groups["file"].Value);
        var succeeded = await Administrator.GetStringAsync(Pages + "/jobs/succeeded");

        recurring.ShouldContain($"{Trigger}\"");
        style.ShouldContain("[data-url$=\"/recurring/remove\"]");
        succeeded.ShouldNotContain("js-jobs-list-command");
    }

    [Fact]
    public async Task What_runs_now_runs_once_is_seen_to_have_ended_and_is_noted()
    {
        await server.Write("DELETE FROM noted_runs");
        await using var second = server.Another();
        second.StartServer();
        await Wait.Until(() => Find(JobServers.Unplanned) is not null, "the timetable");
        var notes = await server.Count(Triggered);

        (await Run(Administrator, JobServers.Unplanned)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Wait.Until(() => Find(JobServers.Unplanned)?.LastJobState == "Succeeded", "its end");
        var page = await Administrator.GetStringAsync(Pages + "/recurring");

        (await server.Count("SELECT count(*) FROM noted_runs")).ShouldBe(1);
        page.ShouldContain($"/jobs/details/{Find(JobServers.Unplanned)!.LastJobId}");
        (await server.Count(Triggered) - notes).ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_fails_is_seen_to_have_failed_and_is_not_kept_for_ever()
    {
        await Wait.Until(() => Find(JobServers.Unplanned) is not null, "the timetable");
        Noted.Failures[Guid.Empty] = 1;

        await Run(Administrator, JobServers.Unplanned);
        await Wait.Until(() => Find(JobServers.Unplanned)?.LastJobState == "Failed", "its end");

        (await Administrator.GetStringAsync(Pages + "/jobs/failed")).ShouldContain("this run was to fail");
        (await server.Count("SELECT count(*) FROM hangfire.job WHERE statename = 'Failed' AND expireat IS NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_in_the_timetable_does_not_run()
    {
        (await Run(Administrator, "no-such-job")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Run(Administrator, JobServers.Unplanned, "no-such-job")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Administrator.When(Post(Trigger)).Refuses(415, "media-type-not-supported");
        await Administrator.When(Post($"{Pages}/stats")).Refuses(415, "media-type-not-supported");
    }

    [Theory]
    [InlineData("/recurring/remove")]
    [InlineData("/jobs/failed/delete")]
    [InlineData("/jobs/succeeded/requeue")]
    [InlineData("/jobs/actions/delete/1")]
    public async Task No_other_act_of_these_pages_is_there(string act)
    {
        using var form = new FormUrlEncodedContent([new("jobs[]", JobServers.Unplanned)]);
        using var answer = await Administrator.PostAsync(Pages + act, form);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    public static TheoryData<string, string> Doors
    {
        get
        {
            var doors = new TheoryData<string, string>();
            foreach (var address in (string[])[Pages, $"{Pages}/", $"{Pages}/recurring", $"{Pages}/jobs/failed", $"{Pages}/servers"])
            {
                doors.Add("GET", address);
            }

            doors.Add("POST", Trigger);
            doors.Add("POST", $"{Pages}/stats");
            return doors;
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task They_are_closed_to_everyone_else(string method, string address)
    {
        await Ask(Browser(), method, address).Refuses(401, "sign-in-required");
        foreach (var role in Enum.GetValues<Role>().Except([Role.ADMINISTRATOR]).Where(role => role != Role.SUBCONTRACTOR_OFFICER))
        {
            await Ask(server.As(role), method, address).Refuses(403, "not-permitted");
        }

        await Ask(await AnotherFirmsAdministrator(), method, address).Refuses(404, "not-found");
        (await server.Count("SELECT count(*) FROM audit_events WHERE kind = 'REFUSED' AND route LIKE '%/jobs/%' AND status = 404 AND person_id IS NOT NULL")).ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task They_are_closed_to_what_says_that_it_comes_from_here(string method, string address)
    {
        var browser = Browser();
        foreach (var (name, value) in (IEnumerable<(string, string)>)[("X-Forwarded-For", "127.0.0.1"), ("X-Real-IP", "127.0.0.1"), ("Forwarded", "for=127.0.0.1"), ("X-Forwarded-Host", "localhost"), ("X-Original-URL", "/health/live"), ("X-Rewrite-URL", "/health/live")])
        {
            browser.DefaultRequestHeaders.Add(name, value);
        }

        await Ask(browser, method, address).Refuses(401, "sign-in-required");
    }

    [Theory]
    [InlineData("/API/JOBS")]
    [InlineData("/Api/Jobs/Recurring")]
    [InlineData("/api/jobs//recurring")]
    [InlineData("/api/%6Aobs/recurring")]
    [InlineData("/api/jobs/%2e/recurring")]
    [InlineData("/api/jobs/recurring/")]
    [InlineData("/api/jobs/..%2frecurring")]
    [InlineData("/health/../api/jobs/recurring")]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/recurring")]
    public async Task They_are_closed_however_the_address_is_spelt(string address)
    {
        foreach (var client in (HttpClient[])[Browser(), server.As(Role.CONTRACTOR_OFFICER), await AnotherFirmsAdministrator()])
        {
            using var answer = await client.GetAsync(address);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Hangfire");
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Pages_of_other_sites_run_nothing(string header, string value)
    {
        var administrator = server.CreateAnonymousClient();
        administrator.DefaultRequestHeaders.Add("Cookie", $"session={await server.People.KeyOf(TestPeople.IdOf(Role.ADMINISTRATOR), membershipId: null, CancellationToken.None)}");
        administrator.DefaultRequestHeaders.Add(header, value);
        using var form = new FormUrlEncodedContent([new("jobs[]", JobServers.Unplanned)]);

        await administrator.PostAsync(Trigger, form).Refuses(403, "cross-site");
        await administrator.PostAsync($"{Pages}/stats", form).Refuses(403, "cross-site");
    }

    [Fact]
    public async Task A_token_does_not_open_them()
    {
        var administrator = Administrator;
        var token = (await administrator.When(Post("/api/account/tokens", new { name = "alles", scopes = new[] { "read", "write" }, expiresOn = Tokyo.Today(server.Clock).AddDays(9) })).Json(HttpStatusCode.Created))["token"]!.GetValue<string>();
        var program = server.CreateAnonymousClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);

        await program.When(Get(Pages)).Refuses(403, "session-required");
        (await Run(program, JobServers.Unplanned)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = method == "POST" ? new FormUrlEncodedContent([new("jobs[]", JobServers.Unplanned)]) : null };
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Run(HttpClient client, params string[] jobs)
    {
        using var form = new FormUrlEncodedContent(jobs.Select(job => KeyValuePair.Create("jobs[]", job)));
        return await client.PostAsync(Trigger, form);
    }

    private HttpClient Browser()
    {
        var browser = server.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    private async Task<HttpClient> AnotherFirmsAdministrator()
    {
        var firm = (await server.CreateClient().When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, $"別会社 {Guid.NewGuid():N}")).Written(HttpStatusCode.Created)).Id;
        var (id, organisation) = (Guid.CreateVersion7(), await server.Store.OpenSession().Load<Organisation>(firm, CancellationToken.None));
        await server.People.Register(id, "別の管理者", mail: null, new GrantMembership(Guid.CreateVersion7(), firm, organisation!.Value, SectionId: null, Role.ADMINISTRATOR, new(2020, 4, 1)));
        return server.As(id);
    }

    private RecurringJobDto? Find(string id)
    {
        using var connection = server.Storage.GetConnection();
        return connection.GetRecurringJobs().Find(job => job.Id == id);
    }

    [GeneratedRegex("(src|href)=\"(?<file>/api/jobs/(js|css)[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FilePattern();

    [GeneratedRegex("href=\"(?<file>/api/jobs/css[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StylePattern();
}
