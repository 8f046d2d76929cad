using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Inbox;

/// <summary>What is to be done is kept as rows: they are what the record says, at once, for each who sees it and for nobody else.</summary>
public sealed class InboxKeeperTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task Rows_that_were_kept_step_by_step_are_those_that_are_reckoned_anew()
    {
        var contract = (await contractor.Register()).Id;
        await Look();
        var act = await contractor.Ask(contract);
        await Look();
        await officer.Grant(act.Id, 1, new { outcome = "GRANTED", conditions = new[] { new { text = "使用後に消去すること。", dueOn = "2026-12-25" } } });
        await Look();
        var recorded = await contractor.RegisterRecorded();
        var report = await contractor.Finalised(recorded.Id);
        await Look();
        await contractor.Submit(report, new { via = "POST", on = "2026-11-20" });
        await contractor.When(Post($"/api/contracts/{contract}/communications", new { kind = "REPORT", direction = "FROM_CONTRACTOR", subject = "OTHER", text = "お知らせします。" })).Written(HttpStatusCode.Created);
        await contractor.AssignStaff($"/api/contracts/{contract}/obligations/5", ifMatch: 1);
        await Look();

        var kept = await Rows();
        kept.ShouldContain("CONDITION_TO_KEEP");
        kept.ShouldContain("REPORT_TO_REVIEW");
        await Run("DELETE FROM inbox_items");
        await Run("DELETE FROM contract_standings");
        await Run("INSERT INTO inbox_stale (contract_id) SELECT id FROM mt_doc_contract");
        await server.Services.GetRequiredService<InboxKeeper>().KeepAll(CancellationToken.None);
        (await Rows()).ShouldBe(kept);
    }

    [Fact]
    public async Task Of_many_who_write_and_look_at_once_nobody_misses_their_own_and_no_row_is_twice()
    {
        var contracts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await contractor.Register()).Id));
        var asked = await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            var act = await contractor.Ask(contracts[i % contracts.Length]);
            (await Entries(officer, "ACT_TO_DECIDE")).ShouldContain(entry => Id(entry) == act.Id, "who has written looks and finds it");
            return act.Id;
        }));
        var waiting = (await Entries(officer, "ACT_TO_DECIDE")).Select(Id).ToList();
        waiting.Where(asked.Contains).Order().ShouldBe(asked.Order());
    }

    [Fact]
    public async Task The_row_of_a_report_says_what_is_in_it()
    {
        var contract = (await contractor.RegisterRecorded()).Id;
        var first = await contractor.Submitted(contract);
        await contractor.Having(contract, 10).At(2).When(new SetStatusRequest(ImplementationStatus.NOT_APPLICABLE, "教育の対象者がいないため。")).Written();
        var second = await contractor.Submitted(contract, new { from = "2026-10-01", to = "2026-11-19" });
        await officer.Note(first.Id, 5, "QUERIED", "補足してください。");
        await officer.ConfirmTheRest(first.Id);
        await contractor.Having(first.Id).At((await contractor.Report(first.Id)).Version()).When(Post($"/api/reports/{first.Id}/rows/5/answers", new { text = "再委託はありません。" })).Written();

        async Task<string?> Row(Guid report) => (await Entries(officer, "REPORT_TO_REVIEW")).Single(e => Id(e) == report)!["report"]?.ToJsonString();
        (await Row(first.Id)).ShouldBe("""{"first":true,"changed":0,"notImplemented":1,"notApplicable":1,"answered":1,"contradicting":0,"unrecorded":0}""");
        (await Row(second.Id)).ShouldBe("""{"first":false,"changed":1,"notImplemented":1,"notApplicable":2,"answered":0,"contradicting":0,"unrecorded":0}""");

        // What is known of the contract changes, and with it what its reports contradict: as the review says it.
        var answers = new { subcontracting = true, bringsDevices = false, copiesOutside = true, cloud = false, systemOrSite = false, applicationOrContent = false };
        await contractor.Having(seen: (await contractor.GetAsync($"/api/contracts/{contract}").Json()).Version()).When(Put($"/api/contracts/{contract}/answers", answers)).Written();
        (await Row(second.Id)).ShouldBe("""{"first":false,"changed":1,"notImplemented":1,"notApplicable":2,"answered":0,"contradicting":1,"unrecorded":1}""");
        foreach (var report in new[] { first.Id, second.Id })
        {
            var rows = (await officer.Review(report))["rows"]!.AsArray();
            int Attracting(string attention) => rows.Count(row => row!["attention"]!.AsArray().Any(each => each!.GetValue<string>() == attention));
            var row = JsonNode.Parse((await Row(report))!)!;
            (row["contradicting"]!.GetValue<int>(), row["unrecorded"]!.GetValue<int>()).ShouldBe((Attracting("CONTRADICTION"), Attracting("NOT_RECORDED")));
        }

        await contractor.Having(contract).When(new RequestActRequest(ProcedureSubject.COPY_OUTSIDE, "複製", "控えを取る。", StartsOn: Day("2026-10-05"))).Written(HttpStatusCode.Created);
        JsonNode.Parse((await Row(second.Id))!)!["unrecorded"]!.GetValue<int>().ShouldBe(0, "what was asked for is no longer unrecorded, and contradicts until it is given");
        JsonNode.Parse((await Row(second.Id))!)!["contradicting"]!.GetValue<int>().ShouldBe(2);
        (await Entries(officer, "ACT_TO_DECIDE")).ShouldAllBe(e => e!["report"] == null);
    }

    [Fact]
    public async Task What_fails_half_way_is_kept_by_who_comes_next()
    {
        var act = await contractor.Ask((await contractor.Register()).Id);
        await Run("ALTER TABLE inbox_items ADD CONSTRAINT broken CHECK (type <> 'ACT_TO_DECIDE') NOT VALID");
        (await officer.GetAsync("/api/inbox")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await Run("ALTER TABLE inbox_items DROP CONSTRAINT broken");
        (await Entries(officer, "ACT_TO_DECIDE")).ShouldContain(entry => Id(entry) == act.Id);
    }

    [Fact]
    public async Task A_word_that_is_not_there_when_the_thing_begins_is_late_and_stands_first()
    {
        var contract = (await contractor.Register()).Id;
        var soon = await contractor.Ask(contract, change: r => r with { StartsOn = new DateOnly(2026, 11, 24) });
        // The 23rd is a holiday: the last business day before is Friday the 20th, today.
        var entry = (await Entries(officer, "ACT_TO_DECIDE")).Single(e => Id(e) == soon.Id)!;
        (entry["dueOn"]!.ToString(), entry["dueIs"]!.ToString(), entry["daysLeft"]!.GetValue<int>()).ShouldBe(("2026-11-20", "BEFORE", 0));
        var before = (await officer.GetAsync("/api/inbox?scope=section").Json())["counts"]!["late"]!.GetValue<int>();

        server.Clock.Now += TimeSpan.FromDays(1);
        try
        {
            var list = await officer.GetAsync("/api/inbox?scope=section&part=DEADLINE").Json();
            var late = list["items"]!.AsArray().TakeWhile(e => e!["dueIs"]!.ToString() != "GUIDE" && e["daysLeft"]!.GetValue<int>() < 0).ToList();
            late.Single(e => Id(e) == soon.Id)!["daysLeft"]!.GetValue<int>().ShouldBe(-1);
            list["counts"]!["late"]!.GetValue<int>().ShouldBeGreaterThan(before);
            var theirs = (await Entries(contractor, "ACT_TO_DECIDE", "&part=AWAITED")).Single(e => Id(e) == soon.Id)!;
            theirs["awaits"]!.ToString().ShouldBe("OFFICER");
        }
        finally
        {
            server.Clock.Now -= TimeSpan.FromDays(1);
        }
    }

    [Fact]
    public async Task Staff_find_their_items_and_a_subcontractor_its_part_and_strangers_nothing()
    {
        var firm = (await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "記入する会社")).Written(HttpStatusCode.Created)).Id;
        var contract = await contractor.Register();
        var engaged = await contractor.Having(contract).When(new EngageSubcontractorRequest("記入する会社", SubcontractorKind.SUBCONTRACTOR, Day("2026-08-01"), firm, [5, 9])).Written(HttpStatusCode.Created);
        await contractor.AssignStaff($"/api/contracts/{contract.Id}/obligations/5", ifMatch: 1);
        var (staff, theirs) = (server.As(Role.CONTRACTOR_STAFF), server.As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER))));

        (await Entries(staff, "ITEMS_TO_RECORD")).Where(OfContract).ShouldHaveSingleItem()!["title"]!.ToString().ShouldBe("5)");
        (await Types(staff)).ShouldBe(["ITEMS_TO_RECORD"], "nothing else of the contract is theirs");
        var part = (await Entries(theirs, "PART_TO_FILL")).ShouldHaveSingleItem()!;
        (Id(part), part["awaits"]).ShouldBe((StreamId.Part(contract.Id, engaged.Id), null));
        (await Types(theirs)).ShouldBe(["PART_TO_FILL"]);
        (await Entries(contractor, "PART_TO_FILL", "&part=AWAITED")).Where(OfContract).ShouldHaveSingleItem()!["awaits"]!.ToString().ShouldBe("SUBCONTRACTOR");
        (await Entries(officer, "PART_TO_FILL", "&part=AWAITED")).Where(OfContract).ShouldBeEmpty();
        (await Entries(server.As(await Stranger()), "PART_TO_FILL", "&part=AWAITED")).ShouldBeEmpty();

        bool OfContract(JsonNode? entry) => entry!["contractId"]!.GetValue<Guid>() == contract.Id;
    }

    [Fact]
    public async Task What_the_ministry_waits_for_names_no_draft()
    {
        var contract = (await contractor.RegisterRecorded()).Id;
        await contractor.Finalised(contract);
        var types = (await officer.GetAsync("/api/inbox?scope=section&part=AWAITED&limit=200").Json())["items"]!.AsArray().Where(e => e!["contractId"]!.GetValue<Guid>() == contract).Select(e => e!["type"]!.ToString());
        types.Intersect(["REPORT_TO_DRAFT", "REPORT_TO_FINALISE", "REPORT_TO_SUBMIT", "ITEMS_TO_RECORD"]).ShouldBeEmpty();
        (await Entries(contractor, "REPORT_TO_SUBMIT")).ShouldContain(e => e!["contractId"]!.GetValue<Guid>() == contract);
    }

    [Fact]
    public async Task What_held_on_the_contract_before_is_to_be_taken_anew_on_the_next()
    {
        var before = (await contractor.Register()).Id;
        var held = await contractor.Ask(before);
        await officer.Grant(held.Id, 1, new { outcome = "GRANTED" });
        var next = (await contractor.Register(c => c with { Name = "取り直す契約", SignedOn = Day("2026-11-10"), StartsOn = Day("2026-11-10"), PredecessorId = before })).Id;
        (await Anew(contractor)).ShouldHaveSingleItem()!["title"]!.ToString().ShouldBe((await contractor.ActAt(held.Id))["summary"]!["title"]!.ToString());
        (await Anew(officer)).ShouldBeEmpty("what is wanted this year the contractor knows");
        await contractor.Ask(next);
        (await Anew(contractor)).ShouldBeEmpty();

        async Task<IReadOnlyList<JsonNode?>> Anew(HttpClient reader) =>
            [.. (await Entries(reader, "WORDS_TO_TAKE_ANEW")).Where(entry => entry!["contractId"]!.GetValue<Guid>() == next)];
    }

    [Fact]
    public async Task What_is_due_on_some_days_is_listed_in_their_order()
    {
        var contract = (await contractor.Register()).Id;
        await contractor.Ask(contract, change: r => r with { StartsOn = new DateOnly(2026, 12, 10) });
        var list = await contractor.GetAsync("/api/deadlines?from=2026-12-09&to=2026-12-09&scope=section").Json();
        list["items"]!.AsArray().ShouldContain(e => e!["contractId"]!.GetValue<Guid>() == contract && e["type"]!.ToString() == "ACT_TO_DECIDE");
        list["items"]!.AsArray().ShouldAllBe(e => e!["dueOn"]!.ToString() == "2026-12-09");
        (await contractor.GetAsync("/api/deadlines?from=2026-12-03&scope=section").Json())["items"]!.AsArray().ShouldContain(e => e!["dueOn"]!.ToString() == "2026-12-09", "a week where no end is named");
        foreach (var days in new[] { "?from=2026-12-09&to=2026-12-08", "?from=2026-01-01&to=2027-12-31", "?to=2026-01-01" })
        {
            await contractor.When(Get($"/api/deadlines{days}")).Refuses(400, "days-invalid");
        }

        await contractor.When(Get("/api/deadlines?from=2026-12-09&to=2026-12-10&scope=all")).Refuses(400, "inbox-scope-unknown");
        await contractor.When(Get("/api/inbox?part=ALL")).Refuses(400, "inbox-part-unknown");
        await server.As(Role.AUDITOR).When(Get("/api/deadlines?from=2026-12-09&to=2026-12-10")).Refuses(403, "not-permitted");
    }

    private async Task<Guid> Stranger()
    {
        var firm = (await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "よその会社")).Written(HttpStatusCode.Created)).Id;
        return StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER));
    }

    private Task<JsonNode> Look() => contractor.GetAsync("/api/inbox").Json();

    private static async Task<List<string>> Types(HttpClient reader) =>
        [.. (await reader.GetAsync("/api/inbox?scope=section").Json())["counts"]!["byType"]!.AsObject().Select(type => type.Key)];

    private static async Task<JsonArray> Entries(HttpClient reader, string type, string more = "") =>
        (await reader.GetAsync($"/api/inbox?scope=section&kind={type}&limit=200{more}").Json())["items"]!.AsArray();

    private static Guid Id(JsonNode? entry) => entry!["id"]!.GetValue<Guid>();

    private async Task<string> Rows()
    {
        await using var command = server.Database.CreateCommand("SELECT string_agg(i::text, E'\n' ORDER BY contract_id, side, type, thing_id, key) FROM inbox_items i UNION ALL SELECT string_agg(n::text, E'\n' ORDER BY contract_id) FROM contract_standings n");
        await using var rows = await command.ExecuteReaderAsync();
        return string.Join('\n', await rows.All(row => row.GetString(0), CancellationToken.None));
    }

    private async Task Run(string sql)
    {
        await using var command = server.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
