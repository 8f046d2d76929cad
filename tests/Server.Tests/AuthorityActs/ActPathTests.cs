using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.AuthorityActs;

public sealed class ActPathTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient().As(Role.CONTRACTOR_OFFICER);
    private readonly HttpClient officer = server.CreateClient().As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task What_came_by_mail_is_recorded_by_the_contractor_and_confirmed_by_an_officer()
    {
        var contract = await contractor.Register();
        var asked = await contractor.Ask(contract.Id);
        var record = new JsonObject { ["outcome"] = "GRANTED", ["channel"] = "MAIL", ["actAt"] = "2026-11-19T10:00:00+09:00", ["officerName"] = "鈴木　太郎" };
        await contractor.OnAct(asked.Id, "outside-records", record, 1).ShouldRefuse(422, "file-missing");
        record["fileIds"] = new JsonArray(Guid.NewGuid());
        await contractor.OnAct(asked.Id, "outside-records", record, 1).ShouldRefuse(422, "file-missing");
        record["fileIds"] = new JsonArray(await contractor.KeepFile(contract.Id));
        record["actAt"] = "2026-11-20T12:01:00+09:00";
        await contractor.OnAct(asked.Id, "outside-records", record, 1).ShouldRefuse(422, "act-in-future");
        record["actAt"] = "2026-11-19T10:00:30+09:00";
        var recorded = await contractor.OnAct(asked.Id, "outside-records", record, 1).Written();

        var seen = await officer.ActAt(asked.Id);
        (seen["summary"]!.Text("state"), seen["summary"]!.Text("recordedBy"), seen["summary"]!["confirmed"]!.GetValue<bool>()).ShouldBe(("GRANTED", "CONTRACTOR", false));
        (seen["records"]![0]!.Text("officerName"), seen["records"]![0]!.Text("actAt")).ShouldBe(("鈴木　太郎", "2026-11-19T01:00:00+00:00"));
        seen["summary"]!["timing"]!.Text("fact").ShouldBe("BEFORE");
        await Waits(officer, asked.Id, "RECORD_TO_CONFIRM");
        await officer.OnAct(asked.Id, "confirmation", "{}", recorded.Version).ShouldRefuse(409, "not-opened");
        await contractor.OnAct(asked.Id, "confirmation", "{}", recorded.Version).ShouldRefuse(403, "not-permitted");
        await officer.OpenAct(asked.Id, recorded.Version);
        var confirmed = await officer.OnAct(asked.Id, "confirmation", "{}", recorded.Version).Written();
        (await contractor.ActAt(asked.Id))["records"]![0]!.Text("status").ShouldBe("CONFIRMED");

        // A correction says what was there before and why, is told to the officer, and waits for confirmation again.
        var corrected = await contractor.OnAct(asked.Id, "corrections", new { field = "OFFICER_NAME", value = "鈴木　次郎", reason = "氏名の誤り" }, confirmed.Version).Written();
        seen = await officer.ActAt(asked.Id);
        (seen["corrections"]![0]!.Text("oldValue"), seen["corrections"]![0]!.Text("newValue")).ShouldBe(("鈴木　太郎", "鈴木　次郎"));
        await Waits(officer, asked.Id, "CORRECTION");
        await officer.OpenAct(asked.Id, corrected.Version);
        var objected = await officer.OnAct(asked.Id, "objection", new { reason = "そのような回答はしていません。" }, corrected.Version).Written();
        (await contractor.ActAt(asked.Id))["summary"]!.Text("state").ShouldBe("REQUESTED");
        await Waits(contractor, asked.Id, "OBJECTION");
        await NoNamesInEvents("鈴木");

        // What the correction overwrote, and the confirmation before it, stay in the history.
        var history = (await officer.ActAt(asked.Id))["history"]!.AsArray();
        history.Select(e => e!.Text("type")).ShouldBe(
        [
            "authority_act_requested", "authority_act_recorded_from_outside", "authority_act_record_confirmed", "authority_act_corrected", "authority_act_record_objected",
        ]);
        (history[1]!["change"]!.Text("officerName"), history[3]!["change"]!.Text("oldName"), history[3]!["change"]!.Text("newName")).ShouldBe(("鈴木　太郎", "鈴木　太郎", "鈴木　次郎"));
        history.Select(e => e!["actor"]!.Text("role")).ShouldBe(["CONTRACTOR_OFFICER", "CONTRACTOR_OFFICER", "SUPERVISING_OFFICER", "CONTRACTOR_OFFICER", "SUPERVISING_OFFICER"]);

        record["outcome"] = "DECLINED";
        record["channel"] = "TELEPHONE";
        record["reason"] = "会議室の端末を利用すること";
        await contractor.OnAct(asked.Id, "outside-records", record, objected.Version).Written();
        (await contractor.ActAt(asked.Id))["summary"]!.Text("state").ShouldBe("DECLINED");
    }

    [Fact]
    public async Task What_lies_inside_a_standing_permission_needs_no_act_of_its_own()
    {
        var contract = await contractor.Register();
        var asked = await contractor.Ask(contract.Id, ProcedureSubject.BRING_IN, b => (b["mode"], b["scope"]) = ("STANDING", ActSteps.Scope()));
        var use = new JsonObject { ["on"] = "2026-11-20", ["medium"] = "ノートPC", ["people"] = new JsonArray("山田　花子") };
        await contractor.OnAct(asked.Id, "uses", use, 1).ShouldRefuse(409, "not-standing");
        var granted = await officer.Grant(asked.Id, 1);
        var used = await contractor.OnAct(asked.Id, "uses", use, granted).Written();
        use["medium"] = "USBメモリ";
        use["people"] = new JsonArray("山田　花子", "佐藤　次郎");
        var problem = await contractor.OnAct(asked.Id, "uses", use, used.Version).ShouldRefuse(422, "use-outside-scope");
        problem["errors"]!.AsArray().Select(e => $"{e!["code"]} {e["pointer"]}").ShouldBe(["outside-medium /medium", "outside-people /people"]);

        var act = await officer.ActAt(asked.Id);
        act["history"]![0]!["change"]!["content"]!["scope"]!["people"]![0]!.GetValue<string>().ShouldBe("山田　花子");
        (act["uses"]!.AsArray().Count, act["uses"]![0]!["people"]![0]!.GetValue<string>(), act["scope"]!["people"]![0]!.GetValue<string>()).ShouldBe((1, "山田　花子", "山田　花子"));
        var plan = new { subject = "BRING_IN", on = "2026-12-01", medium = "ノートＰＣ", people = new[] { "山田　花子" } };
        (await contractor.PostAct($"/api/contracts/{contract.Id}/coverage", plan).Json())["covered"]!.GetValue<bool>().ShouldBeTrue();
        (await contractor.PostAct($"/api/contracts/{contract.Id}/coverage", plan with { on = "2027-03-01" }).Json())["acts"]![0]!["outside"]![0]!.GetValue<string>().ShouldBe("TIME");
        await NoNamesInEvents("花子");
        await NoNamesInEvents("佐藤");
    }

    [Fact]
    public async Task What_a_section_wants_two_to_see_takes_effect_when_another_confirms()
    {
        await SecondPair([Domain.Access.ReviewedKind.APPROVE]);
        var contract = await contractor.Register();
        var asked = await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE);
        var before = await contractor.GetStringAsync($"/api/authority-acts/{asked.Id}");
        await officer.OpenAct(asked.Id, 1);
        var drafted = await officer.OnAct(asked.Id, "decision", new { outcome = "DECLINED", reason = "提供先の管理が確認できないため" }, 1).Json();
        drafted["drafted"]!.GetValue<bool>().ShouldBeTrue();
        (await contractor.GetStringAsync($"/api/authority-acts/{asked.Id}")).ShouldBe(before);
        await officer.OnAct(asked.Id, "decision", new { outcome = "GRANTED" }, 1).ShouldRefuse(409, "draft-open");

        var head = server.CreateClient().As(Role.SECTION_HEAD);
        await Waits(head, asked.Id, "DRAFT_TO_CONFIRM");
        var draft = (await head.ActAt(asked.Id))["draft"]!;
        var (address, version) = ($"/api/decision-drafts/{draft.Text("id")}", draft["version"]!.GetValue<long>());
        await contractor.PostAct($"{address}/confirmation", "{}", version).ShouldRefuse(403, "not-permitted");
        await officer.PostAct($"{address}/confirmation", "{}", version).ShouldRefuse(409, "same-person");
        await head.PostAct($"{address}/confirmation", "{}", version).ShouldRefuse(409, "not-opened");
        await head.OpenAct(asked.Id, 1);
        await head.PostAct($"{address}/confirmation", "{}", version).Written();
        (await contractor.ActAt(asked.Id))["summary"]!.Text("state").ShouldBe("DECLINED");
        await SecondPair([]);
    }

    [Fact]
    public async Task What_the_contractor_recorded_of_a_grant_is_confirmed_by_two_where_two_decide()
    {
        await SecondPair([Domain.Access.ReviewedKind.APPROVE]);
        var contract = await contractor.Register();
        var asked = await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE);
        var record = new JsonObject { ["outcome"] = "GRANTED", ["channel"] = "TELEPHONE", ["actAt"] = "2026-11-19T10:00:00+09:00", ["officerName"] = "鈴木　太郎" };
        var recorded = await contractor.OnAct(asked.Id, "outside-records", record, 1).Written();
        var before = await contractor.GetStringAsync($"/api/authority-acts/{asked.Id}");
        await officer.OpenAct(asked.Id, recorded.Version);
        var drafted = await officer.OnAct(asked.Id, "confirmation", "{}", recorded.Version).Json();
        (drafted["drafted"]!.GetValue<bool>(), drafted["version"]!.GetValue<long>()).ShouldBe((true, recorded.Version));
        (await contractor.GetStringAsync($"/api/authority-acts/{asked.Id}")).ShouldBe(before);
        await officer.OnAct(asked.Id, "confirmation", "{}", recorded.Version).ShouldRefuse(409, "draft-open");

        var head = server.CreateClient().As(Role.SECTION_HEAD);
        await Waits(head, asked.Id, "DRAFT_TO_CONFIRM");
        var draft = (await head.ActAt(asked.Id))["draft"]!;
        (draft["record"]!.GetValue<int>(), draft.Text("outcome")).ShouldBe((1, "GRANTED"));
        var (address, version) = ($"/api/decision-drafts/{draft.Text("id")}", draft["version"]!.GetValue<long>());
        await officer.PostAct($"{address}/confirmation", "{}", version).ShouldRefuse(409, "same-person");
        await head.OpenAct(asked.Id, recorded.Version);
        await head.PostAct($"{address}/confirmation", "{}", version).Written();
        var seen = await contractor.ActAt(asked.Id);
        (seen["records"]![0]!.Text("status"), seen["summary"]!["confirmed"]!.GetValue<bool>()).ShouldBe(("CONFIRMED", true));

        // An objection overtakes the draft of a confirmation: it waits for nobody any more, and the drafter drafts anew.
        var third = await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE);
        recorded = await contractor.OnAct(third.Id, "outside-records", record, 1).Written();
        await officer.OpenAct(third.Id, recorded.Version);
        await officer.OnAct(third.Id, "confirmation", "{}", recorded.Version).Json();
        await head.OpenAct(third.Id, recorded.Version);
        var objected = await head.OnAct(third.Id, "objection", new { reason = "そのような回答はしていません。" }, recorded.Version).Written();
        await NoLongerWaits(head, third.Id, "DRAFT_TO_CONFIRM");
        draft = (await head.ActAt(third.Id))["draft"]!;
        draft["stale"]!.GetValue<bool>().ShouldBeTrue();
        (address, version) = ($"/api/decision-drafts/{draft.Text("id")}", draft["version"]!.GetValue<long>());
        await head.OpenAct(third.Id, objected.Version);
        await head.PostAct($"{address}/confirmation", "{}", version).ShouldRefuse(409, "draft-stale");
        await officer.OpenAct(third.Id, objected.Version);
        (await officer.OnAct(third.Id, "decision", new { outcome = "GRANTED" }, objected.Version).Json())["drafted"]!.GetValue<bool>().ShouldBeTrue();
        await Waits(head, third.Id, "DRAFT_TO_CONFIRM");
        await head.PostAct($"{address}/confirmation", "{}", version + 1).Written();
        var granted = await contractor.ActAt(third.Id);
        granted["summary"]!.Text("state").ShouldBe("GRANTED");

        // The title of what was granted is mended in the open.
        await contractor.OnAct(third.Id, "corrections", new { field = "TITLE", value = "印刷会社への提供", reason = "件名の誤り" }, granted["version"]!.GetValue<long>()).Written();
        var mended = await officer.ActAt(third.Id);
        (mended["summary"]!.Text("title"), mended["corrections"]![0]!.Text("oldValue")).ShouldBe(("印刷会社への提供", "ノートＰＣの持込み"));
        await Waits(officer, third.Id, "CORRECTION");

        // That it was asked back, one officer confirms alone, as one asks back alone.
        var second = await contractor.Ask(contract.Id, ProcedureSubject.DISCLOSURE);
        record["outcome"] = "INQUIRED";
        record["reason"] = "提供先の管理はどうか。";
        recorded = await contractor.OnAct(second.Id, "outside-records", record, 1).Written();
        await officer.OpenAct(second.Id, recorded.Version);
        (await officer.OnAct(second.Id, "confirmation", "{}", recorded.Version).Json())["drafted"]!.GetValue<bool>().ShouldBeFalse();
        await SecondPair([]);
    }

    [Fact]
    public async Task A_first_report_takes_one_field_and_stands_above_all_else()
    {
        var contract = await contractor.Register();
        await contractor.PutAct($"/api/contracts/{contract.Id}/officers", new
        {
            officers = new[] { new { post = "PRIMARY", name = "主　太郎", mail = "shu@example.go.jp", telephone = "03-3501-0000" } }, from = "2026-07-10",
        }, contract.Version).Written();
        await contractor.PostAct($"/api/contracts/{contract.Id}/incidents", new { text = "" }).ShouldRefuse(422, "text-missing");
        await contractor.Ask(contract.Id);
        var answer = await contractor.PostAct($"/api/contracts/{contract.Id}/incidents", new { text = "不審なメールの添付を開いた。" }).Json(HttpStatusCode.Created);
        answer["officers"]![0]!.Text("telephone").ShouldBe("03-3501-0000");

        var id = answer["id"]!.GetValue<Guid>();
        var first = (await officer.GetAsync("/api/inbox?scope=section").Json())["items"]![0]!;
        (first["urgent"]!.GetValue<bool>(), first.Text("type")).ShouldBe((true, "INCIDENT"));
        await officer.PostAct($"/api/communications/{id}/confirmation", "{}", 1).ShouldRefuse(409, "not-opened");
        (await officer.PostAct($"/api/communications/{id}/opening", "{}", 1)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await officer.PostAct($"/api/communications/{id}/confirmation", "{}", 1).Written();

        // The officer's word by telephone, as the contractor writes it down, in the same thread.
        var told = await contractor.PostAct($"/api/contracts/{contract.Id}/communications", new
        {
            kind = "INSTRUCT", direction = "FROM_OFFICER", subject = "INCIDENT", text = "端末を隔離すること。", channel = "TELEPHONE", officerName = "主　太郎", inReplyTo = id,
        }).Written(HttpStatusCode.Created);
        var thread = (await officer.GetAsync($"/api/communications/{told.Id}").Json())["thread"]!.AsArray();
        thread.Select(c => c!.Text("wording")).ShouldBe(["報告", "指示"]);
        thread[1]!.Text("officerName").ShouldBe("主　太郎");
        (await officer.GetAsync($"/api/communications/{id}").Json())["history"]!.AsArray().Select(e => e!.Text("type")).ShouldBe(["communication_recorded", "communication_confirmed"]);
        await Waits(officer, told.Id, "RECORD_TO_CONFIRM");
    }

    private static async Task Waits(HttpClient client, Guid id, string type) =>
        (await client.GetAsync("/api/inbox?scope=section&limit=200").Json())["items"]!.AsArray()
            .Where(item => item!["id"]!.GetValue<Guid>() == id).Select(item => item!.Text("type")).ShouldContain(type);

    private static async Task NoLongerWaits(HttpClient client, Guid id, string type) =>
        (await client.GetAsync("/api/inbox?scope=section&limit=200").Json())["items"]!.AsArray()
            .Where(item => item!["id"]!.GetValue<Guid>() == id).Select(item => item!.Text("type")).ShouldNotContain(type);

    private async Task NoNamesInEvents(string name)
    {
        await using var command = server.Database.CreateCommand("SELECT count(*) FROM mt_events WHERE data::text LIKE '%' || $1 || '%'");
        command.Parameters.AddWithValue(name);
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    private async Task SecondPair(IReadOnlyList<Domain.Access.ReviewedKind> kinds)
    {
        var session = server.Store.OpenSession();
        var office = await session.FetchForWriting<Domain.Access.Organisation>(Server.Access.FirstOrganisations.OfficeId, CancellationToken.None);
        office.AppendMany([new Domain.Access.SectionReviewRulesSet(office.Aggregate.Sections[0].Id, kinds)]);
        await session.SaveChanges(CancellationToken.None);
    }
}
