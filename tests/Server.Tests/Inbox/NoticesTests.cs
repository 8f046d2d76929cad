using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Inbox;

/// <summary>Reading a notice and being done with it are two things.</summary>
public sealed class NoticesTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.CreateClient().As(Role.SUPERVISING_OFFICER);
    private readonly HttpClient head = server.CreateClient().As(Role.SECTION_HEAD);

    /// <summary>Every kind of notice: who reads it, and how it comes about.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { "COMMUNICATION", "OFFICER" }, { "COMMUNICATION", "CONTRACTOR" }, { "CORRECTION", "OFFICER" }, { "CORRECTION", "CONTRACTOR" }, { "DECISION", "CONTRACTOR" }, { "OBJECTION", "CONTRACTOR" },
        { "REPORT", "OFFICER" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_opened_stays_until_it_is_done_and_comes_back_when_that_is_taken_back(string kind, string side)
    {
        var reader = side == "OFFICER" ? officer : contractor;
        var (noun, type, id) = await Notice(kind, side);
        var told = await Entry(reader, type, id);
        (told["isNotice"]!.GetValue<bool>(), told["opened"]!.GetValue<bool>(), told["done"]).ShouldBe((true, false, null));
        var version = told["version"]!.GetValue<long>();

        await reader.PostAct($"/api/{noun}/{id}/opening", "{}", version).ShouldAnswer(204);
        (await Entry(reader, type, id))["opened"]!.GetValue<bool>().ShouldBeTrue("what was read still stands in the list");

        await reader.PostAct($"/api/inbox/{type}/{id}/unread", "{}").ShouldAnswer(204);
        (await Entry(reader, type, id))["opened"]!.GetValue<bool>().ShouldBeFalse();

        await reader.PostAct($"/api/inbox/{type}/{id}/done", "{}", version).ShouldAnswer(204);
        await reader.PostAct($"/api/inbox/{type}/{id}/done", "{}", version).ShouldAnswer(204);
        (await Entries(reader, type, id)).ShouldBeEmpty();
        var done = (await Entries(reader, type, id, "&done=true")).ShouldHaveSingleItem();
        done["done"]!["by"]!.GetValue<string>().ShouldNotBeEmpty();

        await reader.DeleteAct($"/api/inbox/{type}/{id}/done").ShouldAnswer(204);
        await reader.DeleteAct($"/api/inbox/{type}/{id}/done").ShouldAnswer(204);
        (await Entries(reader, type, id)).ShouldHaveSingleItem();
        (await Entries(reader, type, id, "&done=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_done_for_the_whole_section_and_read_by_each()
    {
        var (noun, type, id) = await Notice("COMMUNICATION", "OFFICER");
        await officer.PostAct($"/api/{noun}/{id}/opening", "{}", 1).ShouldAnswer(204);
        (await Entry(head, type, id))["opened"]!.GetValue<bool>().ShouldBeFalse();

        await officer.PostAct($"/api/inbox/{type}/{id}/done", "{}", 1).ShouldAnswer(204);
        (await Entries(head, type, id)).ShouldBeEmpty();
        await head.DeleteAct($"/api/inbox/{type}/{id}/done").ShouldAnswer(204);
        (await Entries(officer, type, id)).ShouldHaveSingleItem();
        await using var history = server.Database.CreateCommand("SELECT count(*) FROM notices_done WHERE thing_id = $1 AND undone_by IS NOT NULL AND undone_by <> person_id");
        history.Parameters.Add(new Npgsql.NpgsqlParameter<Guid> { TypedValue = id });
        (await history.ExecuteScalarAsync()).ShouldBe(1L, "who took it back stays beside who was done");
    }

    [Fact]
    public async Task What_is_told_anew_stands_there_anew()
    {
        var (_, type, id) = await Notice("CORRECTION", "OFFICER");
        var version = (await Entry(officer, type, id))["version"]!.GetValue<long>();
        await officer.PostAct($"/api/inbox/{type}/{id}/done", "{}", version).ShouldAnswer(204);
        await contractor.OnAct(id, "corrections", new { field = "NOTE", value = "もう一度直します。", reason = "誤記" }, version).Written();
        (await Entries(officer, type, id)).ShouldHaveSingleItem();
        await officer.PostAct($"/api/inbox/{type}/{id}/done", "{}", version).ShouldRefuse(412, "version-stale");
        await officer.PostAct($"/api/inbox/{type}/{id}/done", "{}").ShouldRefuse(428, "version-required");
        (await Entries(officer, type, id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_somebody_let_stand_as_unread_they_have_opened_all_the_same()
    {
        var contract = await contractor.Register();
        var act = await contractor.Ask(contract.Id);
        await officer.OpenAct(act.Id, 1);
        await officer.PostAct($"/api/inbox/ACT_TO_DECIDE/{act.Id}/unread", "{}").ShouldAnswer(204);
        (await officer.ActAt(act.Id))["opened"]!.GetValue<bool>().ShouldBeFalse();
        await officer.OnAct(act.Id, "decision", new { outcome = "GRANTED" }, 1).Written();
    }

    [Fact]
    public async Task What_waits_for_an_act_is_not_done_by_saying_so()
    {
        var contract = await contractor.Register();
        var act = await contractor.Ask(contract.Id);
        await officer.PostAct($"/api/inbox/ACT_TO_DECIDE/{act.Id}/done", "{}", 1).ShouldRefuse(404, "notice-missing");
        await officer.DeleteAct($"/api/inbox/ACT_TO_DECIDE/{act.Id}/done").ShouldRefuse(404, "notice-missing");
        await officer.PostAct($"/api/inbox/NOTHING/{act.Id}/done", "{}", 1).ShouldRefuse(404, "notice-missing");
        await officer.PostAct($"/api/inbox/%EF%BF%BE/{act.Id}/done", "{}", 1).ShouldRefuse(400, "character-not-allowed");
    }

    [Fact]
    public async Task A_notice_of_others_does_not_exist()
    {
        var (_, type, id) = await Notice("DECISION", "CONTRACTOR");
        foreach (var stranger in new[] { officer, server.CreateClient().As(await Stranger()) })
        {
            await stranger.PostAct($"/api/inbox/{type}/{id}/done", "{}", 2).ShouldRefuse(404, "notice-missing");
            await stranger.DeleteAct($"/api/inbox/{type}/{id}/done").ShouldRefuse(404, "notice-missing");
            await stranger.PostAct($"/api/inbox/{type}/{id}/unread", "{}").ShouldRefuse(404, "notice-missing");
        }

        await server.CreateClient().As(Role.AUDITOR).PostAct($"/api/inbox/{type}/{id}/done", "{}", 2).ShouldRefuse(403, "not-permitted");
        (await Entries(contractor, type, id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Each_firm_of_a_joint_contract_has_a_list_of_its_own()
    {
        var contract = await contractor.Register(c => c["consortium"] = "JOINT");
        var firm = (await contractor.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "共に担う会社" }).Written(HttpStatusCode.Created)).Id;
        await contractor.PostAct(
            $"/api/contracts/{contract.Id}/subcontractors", new { name = "共に担う会社", kind = "JOINT_MEMBER", from = "2026-07-10", organisationId = firm }, contract.Version).Written(HttpStatusCode.Created);
        var member = server.CreateClient().As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        var told = await officer.PostAct($"/api/contracts/{contract.Id}/communications", new { kind = "INSTRUCT", direction = "FROM_OFFICER", subject = "OTHER", text = "お知らせします。" })
            .Written(HttpStatusCode.Created);

        await member.PostAct($"/api/inbox/COMMUNICATION/{told.Id}/done", "{}", 1).ShouldAnswer(204);
        (await Entries(member, "COMMUNICATION", told.Id)).ShouldBeEmpty();
        (await Entries(contractor, "COMMUNICATION", told.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_at_once_are_one()
    {
        var (_, type, id) = await Notice("COMMUNICATION", "OFFICER");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? officer : head).PostAct($"/api/inbox/{type}/{id}/done", "{}", 1)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NoContent);
        (await Entries(officer, type, id, "&done=true")).ShouldHaveSingleItem();
        await head.DeleteAct($"/api/inbox/{type}/{id}/done").ShouldAnswer(204);
        (await Entries(officer, type, id)).ShouldHaveSingleItem("one word takes it back, however often it was said");
    }

    [Fact]
    public async Task What_was_done_last_is_found_first_and_page_by_page()
    {
        var marked = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            var (_, type, id) = await Notice("COMMUNICATION", "OFFICER");
            await officer.PostAct($"/api/inbox/{type}/{id}/done", "{}", 1).ShouldAnswer(204);
            marked.Insert(0, id);
            server.Clock.Now += TimeSpan.FromMinutes(1);
        }

        var (seen, cursor) = (new List<Guid>(), "");
        while (seen.Count < 3)
        {
            var page = await officer.GetAsync($"/api/inbox?scope=section&limit=1&done=true&kind=COMMUNICATION{cursor}").Json();
            seen.Add(page["items"]![0]!["id"]!.GetValue<Guid>());
            cursor = $"&cursor={page["next"]}";
        }

        seen.ShouldBe(marked);
    }

    private async Task<(string Noun, string Type, Guid Id)> Notice(string kind, string side)
    {
        if (kind == "REPORT")
        {
            var recorded = await contractor.RegisterRecorded();
            var finalised = await contractor.Finalised(recorded.Id);
            var report = await contractor.Submit(finalised, new { via = "POST", on = "2026-11-20" });
            await contractor.PostAct($"/api/reports/{report.Id}/submission/corrections", new { via = "HAND", reason = "持参した。" }, report.Version).Written();
            return ("reports", "CORRECTION", report.Id);
        }

        var contract = await contractor.Register();
        if (kind == "COMMUNICATION")
        {
            var (who, words) = side == "OFFICER" ? (contractor, "REPORT") : (officer, "INSTRUCT");
            var direction = side == "OFFICER" ? "FROM_CONTRACTOR" : "FROM_OFFICER";
            return ("communications", kind, (await who.PostAct($"/api/contracts/{contract.Id}/communications", new { kind = words, direction, subject = "OTHER", text = "お知らせします。" })
                .Written(HttpStatusCode.Created)).Id);
        }

        var act = await contractor.Ask(contract.Id);
        if (kind == "OBJECTION" || side == "OFFICER")
        {
            var record = await contractor.OnAct(
                act.Id, "outside-records", new { outcome = "GRANTED", channel = "TELEPHONE", actAt = "2026-11-19T10:00:00+09:00", officerName = "担当　太郎", note = "電話で。" }, 1).Written();
            await officer.OpenAct(act.Id, record.Version);
            _ = kind == "OBJECTION"
                ? await officer.OnAct(act.Id, "objection", new { reason = "そのような回答はしていません。" }, record.Version).Written()
                : await contractor.OnAct(act.Id, "corrections", new { field = "NOTE", value = "電話でうかがいました。", reason = "誤記" }, record.Version).Written();
            return ("authority-acts", kind, act.Id);
        }

        var granted = await officer.Grant(act.Id, 1);
        if (kind == "CORRECTION")
        {
            await officer.OnAct(act.Id, "corrections", new { field = "EXPIRES_ON", value = "2027-01-31", reason = "期限の誤記" }, granted).Written();
        }

        return ("authority-acts", kind, act.Id);
    }

    private async Task<Guid> Stranger()
    {
        var firm = (await contractor.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "よその会社" }).Written(HttpStatusCode.Created)).Id;
        return StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER));
    }

    private static async Task<JsonNode> Entry(HttpClient reader, string type, Guid id) => (await Entries(reader, type, id)).ShouldHaveSingleItem();

    private static async Task<IReadOnlyList<JsonNode>> Entries(HttpClient reader, string type, Guid id, string more = "") =>
        [.. (await reader.GetAsync($"/api/inbox?scope=section&limit=200&kind={type}{more}").Json())["items"]!.AsArray().Where(item => item!["id"]!.GetValue<Guid>() == id)!];
}
