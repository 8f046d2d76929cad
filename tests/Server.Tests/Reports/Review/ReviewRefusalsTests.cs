using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;

namespace SecurityTracker.ServerTests.Reports.Review;

/// <summary>Who may not, what cannot be: its own code, and nothing changed.</summary>
public sealed class ReviewRefusalsTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.CreateClient().As(Role.SUPERVISING_OFFICER);

    private static readonly object Consultation = new { on = "2026-09-01", ministrySide = "担当職員", contractorSide = "責任者", outcome = "不足", measure = "改訂", by = "2027-01-31" };

    // Each act with a body that is well formed.
    private static readonly (HttpMethod Method, string Path, object? Body)[] OfTheContractor =
    [
        (HttpMethod.Post, "/submission", new { via = "SYSTEM" }),
        (HttpMethod.Post, "/rows/5/answers", new { text = "回答。" }),
        (HttpMethod.Post, "/replacement", new { }),
        (HttpMethod.Post, "/outside-reviews", new { on = "2026-10-01", channel = "MAIL", officerName = "文化 花子", rows = Array.Empty<object>() }),
    ];

    private static readonly (HttpMethod Method, string Path, object? Body)[] OfTheMinistry =
    [
        (HttpMethod.Put, "/review/rows/5", new { verdict = "CONFIRMED" }),
        (HttpMethod.Delete, "/review/rows/5", null),
        (HttpMethod.Post, "/review/unchanged-rows", new { }),
        (HttpMethod.Post, "/review/sending", new { reportVersion = 1 }),
        (HttpMethod.Post, "/review/rows/5/insufficiency", new { reportVersion = 1, consultation = Consultation }),
        (HttpMethod.Put, "/review/internal-approval", new { reportVersion = 1, state = "UNDER_WAY" }),
        (HttpMethod.Post, "/receipt/confirmation", new { }),
        (HttpMethod.Post, "/outside-reviews/confirmation", new { }),
        (HttpMethod.Post, "/disposal", new { kind = "DISCARDED", on = "2026-10-01", number = "1" }),
        (HttpMethod.Post, "/disclosures", new { withheld = Array.Empty<object>() }),
    ];

    [Theory]
    [InlineData(Role.SUPERVISING_OFFICER)]
    [InlineData(Role.SECTION_HEAD)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    [InlineData(Role.CONTRACTOR_STAFF)]
    public async Task Roles_that_do_not_act_for_the_contractor(Role role) => await NotPermitted(role, OfTheContractor);

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER)]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Roles_that_do_not_act_for_the_ministry(Role role) => await NotPermitted(role, OfTheMinistry);

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER)]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Roles_that_read_nothing_of_the_ministrys_side(Role role)
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        var other = server.CreateClient().As(role);
        await other.GetAsync($"/api/reports/{report.Id}/review").ShouldRefuse(403, "not-permitted");
        await other.GetAsync($"/api/reports/{report.Id}/disclosures").ShouldRefuse(403, "not-permitted");
        await other.GetAsync($"/api/reports/{report.Id}/disclosures/1/form.pdf").ShouldRefuse(403, "not-permitted");
    }

    [Fact]
    public async Task A_version_that_is_missing_or_stale()
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        foreach (var (method, path, body) in OfTheContractor)
        {
            await contractor.Act(method, $"/api/reports/{report.Id}{path}", body).ShouldRefuse(428, "version-required");
            await contractor.Act(method, $"/api/reports/{report.Id}{path}", body, ifMatch: 77).ShouldRefuse(412, "version-stale");
        }

        foreach (var (method, path, body) in OfTheMinistry.Where(act => act.Path != "/disclosures"))
        {
            await officer.Act(method, $"/api/reports/{report.Id}{path}", body).ShouldRefuse(428, "version-required");
            await officer.Act(method, $"/api/reports/{report.Id}{path}", body, ifMatch: 77).ShouldRefuse(412, "version-stale");
        }

        // The review was seen as it is, the report was not.
        await officer.PutAct($"/api/reports/{report.Id}/review/rows/5", new { verdict = "CONFIRMED" }, ifMatch: 0).Written();
        await officer.PostAct($"/api/reports/{report.Id}/review/sending", new { reportVersion = report.Version - 1 }, ifMatch: 1).ShouldRefuse(412, "version-stale");
        (await contractor.Report(report.Id)).Row(5)["review"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_there()
    {
        var nowhere = $"/api/reports/{Guid.NewGuid()}";
        foreach (var (method, path, body) in OfTheContractor)
        {
            await contractor.Act(method, nowhere + path, body, ifMatch: 1).ShouldRefuse(404, "not-found");
        }

        foreach (var (method, path, body) in OfTheMinistry)
        {
            await officer.Act(method, nowhere + path, body, ifMatch: 1).ShouldRefuse(404, "not-found");
        }

        await officer.GetAsync($"{nowhere}/review").ShouldRefuse(404, "not-found");
        await contractor.GetAsync($"/api/contracts/{Guid.NewGuid()}/threads/5").ShouldRefuse(404, "not-found");
    }

    [Theory]
    [InlineData("""{ "via": "HAND", "on": "2999-01-01" }""", 422, "date-in-future")]
    [InlineData("""{ "via": "HAND", "on": "2020-01-01" }""", 422, "before-finalisation")]
    [InlineData("""{ "via": "SYSTEM", "on": "2020-01-01" }""", 422, "on-not-today")]
    [InlineData("""{ "via": "PIGEON" }""", 400, "via-unknown")]
    [InlineData("""{ "via": "HAND", "fileIds": ["01980000-0000-7000-8000-000000000001"] }""", 422, "file-missing")]
    public async Task A_submission_that_cannot_be(string body, int status, string code)
    {
        var report = await contractor.Finalised((await contractor.RegisterRecorded()).Id);
        await contractor.PostAct($"/api/reports/{report.Id}/submission", body, report.Version).ShouldRefuse(status, code);
        var after = await contractor.Report(report.Id);
        (after.Version(), after.Text("stage")).ShouldBe((report.Version, "FINALISED"));
    }

    [Fact]
    public async Task States_that_do_not_allow_it()
    {
        var contract = await contractor.RegisterRecorded();
        var draft = await contractor.Draft(contract.Id);
        var address = $"/api/reports/{draft.Id}";
        await contractor.PostAct($"{address}/submission", new { via = "SYSTEM" }, draft.Version).ShouldRefuse(409, "report-not-finalised");
        await contractor.PostAct($"{address}/replacement", new { reason = "x" }, draft.Version).ShouldRefuse(409, "report-not-finalised");
        await contractor.PostAct($"{address}/receipt", new { on = "2026-10-01" }, draft.Version).ShouldRefuse(409, "report-not-submitted");
        await officer.PutAct($"{address}/review/rows/5", new { verdict = "CONFIRMED" }, ifMatch: 0).ShouldRefuse(404, "not-found");

        var version = (await contractor.Finalise(draft)).Version();
        var submitted = await contractor.Submit(draft with { Version = version });
        await contractor.PostAct($"{address}/submission", new { via = "SYSTEM" }, submitted.Version).ShouldRefuse(409, "already-submitted");
        await contractor.PostAct($"{address}/replacement", new { }, submitted.Version).ShouldRefuse(409, "nothing-queried");
        await contractor.PostAct($"{address}/rows/5/answers", new { text = "回答。" }, submitted.Version).ShouldRefuse(409, "row-not-queried");
        await officer.PostAct($"{address}/review/sending", new { reportVersion = submitted.Version }, ifMatch: 0).ShouldRefuse(409, "nothing-drafted");
        await officer.PostAct($"{address}/receipt/confirmation", new { }, submitted.Version).ShouldRefuse(409, "nothing-to-confirm");
        await officer.PostAct($"{address}/outside-reviews/confirmation", new { }, submitted.Version).ShouldRefuse(409, "nothing-to-confirm");
        await officer.PutAct($"{address}/review/rows/1", new { verdict = "CONFIRMED" }, ifMatch: 0).ShouldRefuse(404, "row-unknown");
        await officer.PostAct($"{address}/disposal", new { kind = "DISCARDED", on = "2026-10-01", number = "1" }, submitted.Version).ShouldRefuse(409, "retention-not-over");
        await contractor.DeleteAct(address, submitted.Version).ShouldRefuse(409, "report-finalised");
        (await contractor.Report(draft.Id)).Version().ShouldBe(submitted.Version);
    }

    [Fact]
    public async Task A_row_chosen_for_a_query_never_goes_out_as_confirmed()
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        await officer.Note(report.Id, 6, "CONFIRMED");
        await officer.Note(report.Id, 5, "CONFIRMED");
        await officer.Note(report.Id, 5, "QUERIED");

        var review = await officer.Review(report.Id);
        review["can"]!["sendReview"]!["reason"]!.Text("ja").ShouldStartWith("5)の照会");
        await officer.PostAct($"/api/reports/{report.Id}/review/sending", new { reportVersion = report.Version }, review.Version()).ShouldRefuse(409, "comment-missing");
        (await contractor.Report(report.Id)).Row(6)["review"].ShouldBeNull();

        await officer.Note(report.Id, 5, "QUERIED", "補足してください。");
        await officer.Send(report.Id);
        (await contractor.Report(report.Id)).Row(5)["review"]!.Text("verdict").ShouldBe("QUERIED");
    }

    [Fact]
    public async Task One_replacement_at_a_time()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Finalised(contract.Id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => contractor.PostAct($"/api/reports/{report.Id}/replacement", new { reason = "誤記。" }, report.Version)));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        (await contractor.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().Count.ShouldBe(2);
        await contractor.PostAct($"/api/reports/{report.Id}/replacement", new { reason = "誤記。" }, report.Version + 1).ShouldRefuse(409, "replacement-under-way");
        await contractor.PostAct($"/api/contracts/{contract.Id}/reports", ReportRequests.FirstHalf).ShouldRefuse(409, "period-overlaps");
    }

    private async Task NotPermitted(Role role, (HttpMethod Method, string Path, object? Body)[] acts)
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        var other = server.CreateClient().As(role);
        foreach (var (method, path, body) in acts)
        {
            await other.Act(method, $"/api/reports/{report.Id}{path}", body, report.Version).ShouldRefuse(403, "not-permitted");
        }

        (await contractor.Report(report.Id)).Version().ShouldBe(report.Version);
    }
}
