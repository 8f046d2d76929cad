using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Reports;

/// <summary>Bad input: its own code, and nothing changed.</summary>
public sealed class ReportRefusalsTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData("2026-09-30", "2026-07-10", 422, "period-reversed")]
    [InlineData("2026-07-09", "2026-09-30", 422, "period-outside-term")]
    [InlineData("2026-10-01", "2027-02-27", 422, "period-outside-term")]
    public async Task A_period_that_cannot_be(string from, string to, int status, string code)
    {
        var contract = await client.Register();
        await client.PostAct($"/api/contracts/{contract.Id}/reports", new { from, to }).ShouldRefuse(status, code);
        (await client.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_that_another_report_has()
    {
        var contract = await client.Register();
        var first = await client.Draft(contract.Id);
        await client.PostAct($"/api/contracts/{contract.Id}/reports", new { from = "2026-09-30", to = "2026-12-31" }).ShouldRefuse(409, "period-overlaps");
        (await client.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().Count.ShouldBe(1);

        await client.DeleteAct($"/api/reports/{first.Id}", first.Version).Written();
        await client.Draft(contract.Id);
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_the_period()
    {
        var contract = await client.Register();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostAct($"/api/contracts/{contract.Id}/reports", ReportRequests.FirstHalf)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
    }

    [Theory]
    [InlineData("""{ "status": "NOT_IMPLEMENTED" }""", 422, "reason-missing", "/reason")]
    [InlineData("""{ "status": "NOT_APPLICABLE", "reason": " 　" }""", 422, "reason-missing", "/reason")]
    [InlineData("""{ "status": "PARTLY" }""", 400, "status-unknown", "/status")]
    [InlineData("""{ "status": "IMPLEMENTED", "reason": "\u0000" }""", 400, "character-not-allowed", "/reason")]
    [InlineData("""{ "status": """, 400, "malformed-body", "/status")]
    public async Task A_row_that_cannot_be(string body, int status, string code, string pointer)
    {
        var draft = await client.Draft((await client.Register()).Id);
        var problem = await client.PutAct($"/api/reports/{draft.Id}/rows/5", body, draft.Version).ShouldRefuse(status, code);
        problem["errors"]!.AsArray().FirstOrDefault()?["pointer"]?.GetValue<string>().ShouldBe(pointer);
        (await client.Report(draft.Id))["version"]!.GetValue<long>().ShouldBe(draft.Version);
    }

    [Fact]
    public async Task A_text_of_4001_characters()
    {
        var draft = await client.Draft((await client.Register()).Id);
        var text = string.Concat(Enumerable.Repeat("𠮷", 4001));
        await client.PutAct($"/api/reports/{draft.Id}/rows/5", new { status = "NOT_IMPLEMENTED", reason = text }, draft.Version).ShouldRefuse(422, "reason-too-long");
        await client.PutAct($"/api/reports/{draft.Id}/rows/15", new { status = "IMPLEMENTED", explanation = text }, draft.Version).ShouldRefuse(422, "explanation-too-long");
        await client.PutAct($"/api/reports/{draft.Id}/rows/5", new { status = "NOT_IMPLEMENTED", reason = text[..8000] }, draft.Version).Written();
    }

    [Fact]
    public async Task A_number_that_the_form_does_not_have()
    {
        var draft = await client.Draft((await client.Register()).Id);
        await client.PutAct($"/api/reports/{draft.Id}/rows/1", new { status = "IMPLEMENTED" }, draft.Version).ShouldRefuse(404, "row-unknown");
        await client.PutAct($"/api/reports/{draft.Id}/rows/18", new { status = "IMPLEMENTED" }, draft.Version).ShouldRefuse(404, "row-unknown");
        await client.PostAct($"/api/reports/{draft.Id}/rows/18/take-over", new { }, draft.Version).ShouldRefuse(404, "row-unknown");
        await client.PostAct($"/api/reports/{draft.Id}/rows/5/take-over", new { }, draft.Version).ShouldRefuse(409, "nothing-recorded");
    }

    [Fact]
    public async Task A_version_that_is_missing_or_stale()
    {
        var draft = await client.Draft((await client.Register()).Id);
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Put, "/rows/5", new { status = "IMPLEMENTED" }),
            (HttpMethod.Put, "/header", (await client.Report(draft.Id))["header"]!),
            (HttpMethod.Post, "/rows/5/take-over", new { }),
            (HttpMethod.Post, "/finalisation", new { }),
            (HttpMethod.Delete, "", null),
        })
        {
            await client.Act(method, $"/api/reports/{draft.Id}{path}", body).ShouldRefuse(428, "version-required");
            await client.Act(method, $"/api/reports/{draft.Id}{path}", body, ifMatch: 7).ShouldRefuse(412, "version-stale");
        }
    }

    [Fact]
    public async Task Finalising_what_is_not_complete_names_every_place()
    {
        var draft = await client.Draft((await client.Register()).Id);
        var problem = await client.PostAct($"/api/reports/{draft.Id}/finalisation", new { }, draft.Version).ShouldRefuse(409, "report-incomplete");
        var places = problem["errors"]!.AsArray().Select(error => $"{error!["code"]} {error["pointer"]}").ToList();
        places.Count(place => place.StartsWith("status-missing", StringComparison.Ordinal)).ShouldBe(16);
        places.Contains("explanation-missing /rows/15/explanation", StringComparer.Ordinal).ShouldBeTrue();
        var report = await client.Report(draft.Id);
        report["state"]!.GetValue<string>().ShouldBe("DRAFT");
        report["version"]!.GetValue<long>().ShouldBe(draft.Version);
        report["can"]!["finaliseReport"]!["reason"]!["ja"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_idempotency_key_used_again()
    {
        var contract = await client.Register();
        var address = $"/api/contracts/{contract.Id}/reports";
        var once = await client.PostAct(address, ReportRequests.FirstHalf, idempotencyKey: "once").Written(HttpStatusCode.Created);
        (await client.PostAct(address, ReportRequests.FirstHalf, idempotencyKey: "once").Written(HttpStatusCode.Created)).ShouldBe(once);
        await client.PostAct(address, new { from = "2026-10-01", to = "2027-02-26" }, idempotencyKey: "once").ShouldRefuse(422, "idempotency-key-reused");
    }

    [Theory]
    [InlineData(Role.SUPERVISING_OFFICER)]
    [InlineData(Role.SECTION_HEAD)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Roles_that_do_not_report(Role role)
    {
        var contract = await client.Register();
        var draft = await client.Draft(contract.Id);
        var other = server.CreateClient().As(role);
        await other.PostAct($"/api/contracts/{contract.Id}/reports", ReportRequests.FirstHalf).ShouldRefuse(403, "not-permitted");
        await other.PutAct($"/api/reports/{draft.Id}/rows/5", new { status = "IMPLEMENTED" }, draft.Version).ShouldRefuse(403, "not-permitted");
        await other.PostAct($"/api/reports/{draft.Id}/finalisation", new { }, draft.Version).ShouldRefuse(403, "not-permitted");
        await other.DeleteAct($"/api/reports/{draft.Id}", draft.Version).ShouldRefuse(403, "not-permitted");
        await other.PostAct("/api/report-batches", new { items = Array.Empty<JsonObject>() }).ShouldRefuse(403, "not-permitted");
    }

    [Fact]
    public async Task What_is_not_there()
    {
        var nowhere = Guid.NewGuid();
        await client.GetAsync($"/api/reports/{nowhere}").ShouldRefuse(404, "not-found");
        await client.GetAsync($"/api/report-batches/{nowhere}").ShouldRefuse(404, "not-found");
        await client.GetAsync($"/api/contracts/{nowhere}/periods").ShouldRefuse(404, "not-found");
        await client.PostAct($"/api/contracts/{nowhere}/reports", ReportRequests.FirstHalf).ShouldRefuse(404, "not-found");
        await client.PutAct($"/api/reports/{nowhere}/rows/5", new { status = "IMPLEMENTED" }, ifMatch: 1).ShouldRefuse(404, "not-found");
    }
}
