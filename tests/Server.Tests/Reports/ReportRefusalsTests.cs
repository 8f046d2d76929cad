using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Reports;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Reports;

/// <summary>Bad input: its own code, and nothing changed.</summary>
[Collection(Shared.Reports)]
public sealed class ReportRefusalsTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData("2026-09-30", "2026-07-10", 422, "period-reversed")]
    [InlineData("2026-07-09", "2026-09-30", 422, "period-outside-term")]
    [InlineData("2026-10-01", "2027-02-27", 422, "period-outside-term")]
    public async Task A_period_that_cannot_be(string from, string to, int status, string code)
    {
        var contract = await client.Register();
        await client.When(Post($"/api/contracts/{contract.Id}/reports", new { from, to })).Refuses(status, code);
        (await client.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_that_another_report_has()
    {
        var contract = await client.Register();
        var first = await client.Draft(contract.Id);
        await client.Having(contract.Id).When(new DraftReportRequest(Day("2026-09-30"), Day("2026-12-31"))).Refuses(409, "period-overlaps");
        (await client.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().Count.ShouldBe(1);

        await client.Having(first).When<DiscardReportEndpoint>().Written();
        await client.Draft(contract.Id);
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_the_period()
    {
        var contract = await client.Register();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.When(Post($"/api/contracts/{contract.Id}/reports", ReportRequests.FirstHalf))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
    }

    public static TheoryData<object, int, string, string> BadRows => new()
    {
        { new { status = "NOT_IMPLEMENTED" }, 422, "reason-missing", "/reason" },
        { new { status = "NOT_APPLICABLE", reason = " 　" }, 422, "reason-missing", "/reason" },
        { new { status = "PARTLY" }, 400, "status-unknown", "/status" },
        { new { status = "IMPLEMENTED", reason = "\u0000" }, 400, "character-not-allowed", "/reason" },
        { """{ "status": """, 400, "malformed-body", "/status" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task A_row_that_cannot_be(object body, int status, string code, string pointer)
    {
        var draft = await client.Draft((await client.Register()).Id);
        var problem = await client.Having(draft).When(Put($"/api/reports/{draft.Id}/rows/5", body)).Refuses(status, code);
        problem["errors"]!.AsArray().FirstOrDefault()?["pointer"]?.GetValue<string>().ShouldBe(pointer);
        (await client.Report(draft.Id))["version"]!.GetValue<long>().ShouldBe(draft.Version);
    }

    [Fact]
    public async Task A_text_of_4001_characters()
    {
        var draft = await client.Draft((await client.Register()).Id);
        var text = string.Concat(Enumerable.Repeat("𠮷", 4001));
        await client.Having(draft.Id, 5).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_IMPLEMENTED, text)).Refuses(422, "reason-too-long");
        await client.Having(draft.Id, 15).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.IMPLEMENTED, Explanation: text)).Refuses(422, "explanation-too-long");
        await client.Having(draft.Id, 5).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_IMPLEMENTED, text[..8000])).Written();
    }

    [Fact]
    public async Task A_number_that_the_form_does_not_have()
    {
        var draft = await client.Draft((await client.Register()).Id);
        await client.Having(draft.Id, 1).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.IMPLEMENTED)).Refuses(404, "row-unknown");
        await client.Having(draft.Id, 18).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.IMPLEMENTED)).Refuses(404, "row-unknown");
        await client.Having(draft.Id, 18).At(draft.Version).When<TakeOverReportRowEndpoint>().Refuses(404, "row-unknown");
        await client.Having(draft.Id, 5).At(draft.Version).When<TakeOverReportRowEndpoint>().Refuses(409, "nothing-recorded");
    }

    [Fact]
    public async Task A_version_that_is_missing_or_stale()
    {
        var draft = await client.Draft((await client.Register()).Id);
        var report = $"/api/reports/{draft.Id}";
        foreach (var change in new[]
        {
            Put($"{report}/rows/5", new { status = "IMPLEMENTED" }),
            Put($"{report}/header", (await client.Report(draft.Id))["header"]!),
            Post($"{report}/rows/5/take-over"),
            Post($"{report}/finalisation"),
            Delete(report),
        })
        {
            await client.When(change).Refuses(428, "version-required");
            await client.Having(seen: 7).When(change).Refuses(412, "version-stale");
        }
    }

    [Fact]
    public async Task Finalising_what_is_not_complete_names_every_place()
    {
        var draft = await client.Draft((await client.Register()).Id);
        var problem = await client.Having(draft).When(new FinaliseReportRequest()).Refuses(409, "report-incomplete");
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
        var once = await client.When(Post(address, ReportRequests.FirstHalf).Under("once")).Written(HttpStatusCode.Created);
        (await client.When(Post(address, ReportRequests.FirstHalf).Under("once")).Written(HttpStatusCode.Created)).ShouldBe(once);
        await client.When(Post(address, new { from = "2026-10-01", to = "2027-02-26" }).Under("once")).Refuses(422, "idempotency-key-reused");
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
        var other = server.As(role);
        await other.When(Post($"/api/contracts/{contract.Id}/reports", ReportRequests.FirstHalf)).Refuses(403, "not-permitted");
        await other.Having(draft.Id, 5).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.IMPLEMENTED)).Refuses(403, "not-permitted");
        await other.Having(draft).When(new FinaliseReportRequest()).Refuses(403, "not-permitted");
        await other.Having(draft).When<DiscardReportEndpoint>().Refuses(403, "not-permitted");
        await other.When(new StartReportBatchRequest([])).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task What_is_not_there()
    {
        var nowhere = Guid.NewGuid();
        await client.When(Get($"/api/reports/{nowhere}")).Refuses(404, "not-found");
        await client.When(Get($"/api/report-batches/{nowhere}")).Refuses(404, "not-found");
        await client.When(Get($"/api/contracts/{nowhere}/periods")).Refuses(404, "not-found");
        await client.When(Post($"/api/contracts/{nowhere}/reports", ReportRequests.FirstHalf)).Refuses(404, "not-found");
        await client.Having(nowhere, 5).At(1).When(new ChangeReportRowRequest(ImplementationStatus.IMPLEMENTED)).Refuses(404, "not-found");
    }
}
