using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports.Review;
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
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);
    private readonly HttpClient head = server.As(Role.SECTION_HEAD);

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

        await reader.Having(seen: version).When(Post($"/api/{noun}/{id}/opening")).IsAnswered(204);
        (await Entry(reader, type, id))["opened"]!.GetValue<bool>().ShouldBeTrue("what was read still stands in the list");

        await reader.Having(type, id).When<MarkUnreadEndpoint>().IsAnswered(204);
        (await Entry(reader, type, id))["opened"]!.GetValue<bool>().ShouldBeFalse();

        await reader.Having(type, id).At(version).When<MarkNoticeDoneEndpoint>().IsAnswered(204);
        await reader.Having(type, id).At(version).When<MarkNoticeDoneEndpoint>().IsAnswered(204);
        (await Entries(reader, type, id)).ShouldBeEmpty();
        var done = (await Entries(reader, type, id, "&done=true")).ShouldHaveSingleItem();
        done["done"]!["by"]!.GetValue<string>().ShouldNotBeEmpty();

        await reader.Having(type, id).When<TakeNoticeUpAgainEndpoint>().IsAnswered(204);
        await reader.Having(type, id).When<TakeNoticeUpAgainEndpoint>().IsAnswered(204);
        (await Entries(reader, type, id)).ShouldHaveSingleItem();
        (await Entries(reader, type, id, "&done=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_done_for_the_whole_section_and_read_by_each()
    {
        var (noun, type, id) = await Notice("COMMUNICATION", "OFFICER");
        await officer.Having(seen: 1).When(Post($"/api/{noun}/{id}/opening")).IsAnswered(204);
        (await Entry(head, type, id))["opened"]!.GetValue<bool>().ShouldBeFalse();

        await officer.Having(type, id).At(1).When<MarkNoticeDoneEndpoint>().IsAnswered(204);
        (await Entries(head, type, id)).ShouldBeEmpty();
        await head.Having(type, id).When<TakeNoticeUpAgainEndpoint>().IsAnswered(204);
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
        await officer.Having(type, id).At(version).When<MarkNoticeDoneEndpoint>().IsAnswered(204);
        await contractor.Having(id).At(version).When(new CorrectActRequest(CorrectedField.NOTE, "もう一度直します。", "誤記")).Written();
        (await Entries(officer, type, id)).ShouldHaveSingleItem();
        await officer.Having(type, id).At(version).When<MarkNoticeDoneEndpoint>().Refuses(412, "version-stale");
        await officer.Having(type, id).When<MarkNoticeDoneEndpoint>().Refuses(428, "version-required");
        (await Entries(officer, type, id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_somebody_let_stand_as_unread_they_have_opened_all_the_same()
    {
        var contract = await contractor.Register();
        var act = await contractor.Ask(contract.Id);
        await officer.OpenAct(act.Id, 1);
        await officer.When(Post($"/api/inbox/ACT_TO_DECIDE/{act.Id}/unread")).IsAnswered(204);
        (await officer.ActAt(act.Id))["opened"]!.GetValue<bool>().ShouldBeFalse();
        await officer.Having(act.Id).At(1).When(new DecideActRequest(ActOutcome.GRANTED)).Written();
    }

    [Fact]
    public async Task What_waits_for_an_act_is_not_done_by_saying_so()
    {
        var contract = await contractor.Register();
        var act = await contractor.Ask(contract.Id);
        await officer.Having(seen: 1).When(Post($"/api/inbox/ACT_TO_DECIDE/{act.Id}/done")).Refuses(404, "notice-missing");
        await officer.When(Delete($"/api/inbox/ACT_TO_DECIDE/{act.Id}/done")).Refuses(404, "notice-missing");
        await officer.Having(seen: 1).When(Post($"/api/inbox/NOTHING/{act.Id}/done")).Refuses(404, "notice-missing");
        await officer.Having(seen: 1).When(Post($"/api/inbox/%EF%BF%BE/{act.Id}/done")).Refuses(400, "character-not-allowed");
    }

    [Fact]
    public async Task A_notice_of_others_does_not_exist()
    {
        var (_, type, id) = await Notice("DECISION", "CONTRACTOR");
        foreach (var stranger in new[] { officer, server.As(await Stranger()) })
        {
            await stranger.Having(type, id).At(2).When<MarkNoticeDoneEndpoint>().Refuses(404, "notice-missing");
            await stranger.Having(type, id).When<TakeNoticeUpAgainEndpoint>().Refuses(404, "notice-missing");
            await stranger.Having(type, id).When<MarkUnreadEndpoint>().Refuses(404, "notice-missing");
        }

        await server.As(Role.AUDITOR).Having(type, id).At(2).When<MarkNoticeDoneEndpoint>().Refuses(403, "not-permitted");
        (await Entries(contractor, type, id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Each_firm_of_a_joint_contract_has_a_list_of_its_own()
    {
        var contract = await contractor.Register(c => c with { Consortium = Consortium.JOINT });
        var firm = (await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "共に担う会社")).Written(HttpStatusCode.Created)).Id;
        await contractor.Having(contract).When(new EngageSubcontractorRequest("共に担う会社", SubcontractorKind.JOINT_MEMBER, Day("2026-07-10"), firm)).Written(HttpStatusCode.Created);
        var member = server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        var told = await officer.Having(contract.Id).When(new CommunicationRequest(CommunicationKind.INSTRUCT, Direction.FROM_OFFICER, ProcedureSubject.OTHER, "お知らせします。"))
            .Written(HttpStatusCode.Created);

        await member.Having(seen: 1).When(Post($"/api/inbox/COMMUNICATION/{told.Id}/done")).IsAnswered(204);
        (await Entries(member, "COMMUNICATION", told.Id)).ShouldBeEmpty();
        (await Entries(contractor, "COMMUNICATION", told.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_at_once_are_one()
    {
        var (_, type, id) = await Notice("COMMUNICATION", "OFFICER");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? officer : head).Having(type, id).At(1).When<MarkNoticeDoneEndpoint>()));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NoContent);
        (await Entries(officer, type, id, "&done=true")).ShouldHaveSingleItem();
        await head.Having(type, id).When<TakeNoticeUpAgainEndpoint>().IsAnswered(204);
        (await Entries(officer, type, id)).ShouldHaveSingleItem("one word takes it back, however often it was said");
    }

    [Fact]
    public async Task What_was_done_last_is_found_first_and_page_by_page()
    {
        var marked = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            var (_, type, id) = await Notice("COMMUNICATION", "OFFICER");
            await officer.Having(type, id).At(1).When<MarkNoticeDoneEndpoint>().IsAnswered(204);
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
            await contractor.Having(report).When(new CorrectSubmissionWayRequest(SubmissionWay.HAND, "持参した。")).Written();
            return ("reports", "CORRECTION", report.Id);
        }

        var contract = await contractor.Register();
        if (kind == "COMMUNICATION")
        {
            var (who, words) = side == "OFFICER" ? (contractor, "REPORT") : (officer, "INSTRUCT");
            var direction = side == "OFFICER" ? "FROM_CONTRACTOR" : "FROM_OFFICER";
            return ("communications", kind, (await who.When(Post($"/api/contracts/{contract.Id}/communications", new { kind = words, direction, subject = "OTHER", text = "お知らせします。" }))
                .Written(HttpStatusCode.Created)).Id);
        }

        var act = await contractor.Ask(contract.Id);
        if (kind == "OBJECTION" || side == "OFFICER")
        {
            var record = await contractor.Having(act.Id).At(1).When(new RecordFromOutsideRequest(ActOutcome.GRANTED, Channel.TELEPHONE, Instant("2026-11-19T10:00:00+09:00"), "担当　太郎", "電話で。")).Written();
            await officer.OpenAct(act.Id, record.Version);
            _ = kind == "OBJECTION"
                ? await officer.Having(act.Id).At(record.Version).When(new ObjectToRecordRequest("そのような回答はしていません。")).Written()
                : await contractor.Having(act.Id).At(record.Version).When(new CorrectActRequest(CorrectedField.NOTE, "電話でうかがいました。", "誤記")).Written();
            return ("authority-acts", kind, act.Id);
        }

        var granted = await officer.Grant(act.Id, 1);
        if (kind == "CORRECTION")
        {
            await officer.Having(act.Id).At(granted).When(new CorrectActRequest(CorrectedField.EXPIRES_ON, "2027-01-31", "期限の誤記")).Written();
        }

        return ("authority-acts", kind, act.Id);
    }

    private async Task<Guid> Stranger()
    {
        var firm = (await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "よその会社")).Written(HttpStatusCode.Created)).Id;
        return StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER));
    }

    private static async Task<JsonNode> Entry(HttpClient reader, string type, Guid id) => (await Entries(reader, type, id)).ShouldHaveSingleItem();

    private static async Task<IReadOnlyList<JsonNode>> Entries(HttpClient reader, string type, Guid id, string more = "") =>
        [.. (await reader.GetAsync($"/api/inbox?scope=section&limit=200&kind={type}{more}").Json())["items"]!.AsArray().Where(item => item!["id"]!.GetValue<Guid>() == id)!];
}
