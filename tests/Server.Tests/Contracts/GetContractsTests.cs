using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Contracts;

public sealed class GetContractsTests(TestServer server) : IClassFixture<TestServer>, IAsyncLifetime
{
    private readonly HttpClient client = server.CreateClient();

    public async Task InitializeAsync()
    {
        if ((await client.GetAsync("/api/contracts").Json())["total"]!.GetValue<int>() > 0)
        {
            return;
        }

        for (var i = 1; i <= 7; i++)
        {
            await client.Register(c => c with { Name = $"契約{8 - i}号　ＡＢＣ", EndsOn = Day($"2027-0{i}-15") });
        }

        await client.Register(c => c with { Name = "準備中の契約", SignedOn = null, EditionCode = "ED-D" });
        var (ended, _, _) = await client.Register(c => c with { Name = "終わった契約", EndsOn = Day("2026-11-19") });
        await client.Having(ended, 5).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        await client.Having(ended, 15).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("name")]
    [InlineData("endsOn")]
    [InlineData("-endsOn")]
    [InlineData("attention")]
    public async Task Pages_follow_each_other_without_gap_or_repetition(string sort)
    {
        var whole = Names(await client.GetAsync($"/api/contracts?sort={sort}").Json());
        whole.Count.ShouldBe(9);
        var (pages, cursor) = (new List<string>(), "");
        do
        {
            var page = await client.GetAsync($"/api/contracts?sort={sort}&limit=2{cursor}").Json();
            page["total"]!.GetValue<int>().ShouldBe(9);
            pages.AddRange(Names(page));
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        pages.ShouldBe(whole);
    }

    [Fact]
    public async Task The_order_is_the_one_asked_for()
    {
        var ends = (await client.GetAsync("/api/contracts?sort=endsOn").Json())["items"]!.AsArray().Select(i => i!["endsOn"]!.GetValue<string>()).ToList();
        ends.ShouldBe(ends.Order(StringComparer.Ordinal));
        Names(await client.GetAsync("/api/contracts?sort=attention").Json())[^2..].ShouldBe(["準備中の契約", "終わった契約"]);
    }

    [Fact]
    public async Task Counts_are_those_of_the_reported_items()
    {
        var item = (await client.GetAsync("/api/contracts?stage=ENDED").Json())["items"]!.AsArray().Single()!;
        item["counts"]!.ToJsonString().ShouldBe("""{"implemented":2,"notImplemented":0,"notApplicable":0,"unrecorded":14,"reasonMissing":1,"lookWanted":0}""");
        item["stage"]!.GetValue<string>().ShouldBe("ENDED");
    }

    [Fact]
    public async Task The_next_report_is_the_first_that_is_not_finalised()
    {
        var other = await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "報告の会社")).Written(System.Net.HttpStatusCode.Created);
        var own = server.As(StreamId.Person(other.Id, nameof(Role.CONTRACTOR_OFFICER)));
        var (id, _, _) = await own.Register(c => c with { OfficeId = null, SectionId = null });
        async Task<JsonNode> Listed() => (await own.GetAsync("/api/contracts").Json())["items"]![0]!;

        var next = (await Listed())["nextReport"]!;
        (next["from"]!.GetValue<string>(), next["to"]!.GetValue<string>(), next["guideOn"]!.GetValue<string>())
            .ShouldBe(("2026-07-10", "2026-09-30", "2026-10-15"));
        var draft = await own.Having(id).When(new DraftReportRequest(Day("2026-07-10"), Day("2026-09-30"))).Written(System.Net.HttpStatusCode.Created);
        (await Listed())["nextReport"]!["reportId"]!.GetValue<Guid>().ShouldBe(draft.Id);
        (await Listed())["lastReport"].ShouldBeNull();
        (await Listed())["nextReport"]!["finalised"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_report_that_waits_to_be_handed_in_is_the_next_one()
    {
        var other = await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "提出を待つ会社")).Written(System.Net.HttpStatusCode.Created);
        var own = server.As(StreamId.Person(other.Id, nameof(Role.CONTRACTOR_OFFICER)));
        var contract = await own.RegisterRecorded(c => c with { OfficeId = null, SectionId = null });
        async Task<JsonNode> Next() => (await own.GetAsync("/api/contracts").Json())["items"]!.AsArray().ShouldHaveSingleItem()!["nextReport"]!;

        var report = await own.Finalised(contract.Id);
        (await Next()).ToJsonString().ShouldContain($"\"reportId\":\"{report.Id}\",\"finalised\":true");
        await own.Submit(report, new { via = "MAIL" });
        (await Next())["reportId"].ShouldBeNull();

        var staff = await server.As(Role.CONTRACTOR_STAFF).GetAsync("/api/contracts").Json();
        (staff["showsReports"]!.GetValue<bool>(), (await client.GetAsync("/api/contracts").Json())["showsReports"]!.GetValue<bool>()).ShouldBe((false, true));
    }

    [Theory]
    [InlineData("q=abc", 7)]
    [InlineData("q=契約３号", 1)]
    [InlineData("q=文化創造", 9)]
    [InlineData("q=%25", 0)]
    [InlineData("stage=PREPARING", 1)]
    [InlineData("stage=ACTIVE", 7)]
    [InlineData("stage=TERMINATED", 0)]
    [InlineData("edition=ED-D", 1)]
    [InlineData("edition=ED-D&stage=ACTIVE", 0)]
    public async Task Filters_narrow_the_list(string query, int expected)
    {
        var list = await client.GetAsync($"/api/contracts?{query}").Json();
        (list["items"]!.AsArray().Count, list["total"]!.GetValue<int>()).ShouldBe((expected, expected));
    }

    [Theory]
    [InlineData("stage=DONE", "stage-unknown")]
    [InlineData("stage=1", "stage-unknown")]
    [InlineData("sort=colour", "sort-unknown")]
    [InlineData("limit=0", "limit-invalid")]
    [InlineData("limit=201", "limit-invalid")]
    [InlineData("limit=many", "malformed-request")]
    [InlineData("cursor=nonsense", "cursor-malformed")]
    [InlineData("cursor=e30", "cursor-malformed")]
    [InlineData("q=%00", "character-not-allowed")]
    public Task What_cannot_be_read_is_refused(string query, string code) =>
        client.When(Get($"/api/contracts?{query}")).Refuses(400, code);

    [Fact]
    public async Task A_cursor_belongs_to_its_order()
    {
        var next = (await client.GetAsync("/api/contracts?sort=name&limit=2").Json())["next"]!.GetValue<string>();
        await client.When(Get($"/api/contracts?sort=endsOn&cursor={next}")).Refuses(400, "cursor-malformed");
    }

    [Fact]
    public async Task The_office_sees_what_it_supervises() =>
        (await server.As(Role.AUDITOR).GetAsync("/api/contracts").Json())["total"]!.GetValue<int>().ShouldBe(9);

    private static List<string> Names(JsonNode list) => [.. list["items"]!.AsArray().Select(i => i!["name"]!.GetValue<string>())];
}
