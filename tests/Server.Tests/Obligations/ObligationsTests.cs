using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Obligations;

public sealed class ObligationsTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData(Role.SUPERVISING_OFFICER)]
    [InlineData(Role.SECTION_HEAD)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Roles_that_may_not_record_are_refused(Role role)
    {
        var (id, _, _) = await client.Register();
        var other = server.CreateClient().As(role);
        await other.PutAct($"/api/contracts/{id}/obligations/5/status", new { status = "IMPLEMENTED" }, ifMatch: 1).ShouldRefuse(403, "not-permitted");
        await other.PutAct($"/api/contracts/{id}/obligations/5/method", new { method = "方法" }, ifMatch: 1).ShouldRefuse(403, "not-permitted");
    }

    [Fact]
    public async Task Staff_records_and_the_officer_overrides()
    {
        var (id, _, _) = await client.Register();
        var staff = server.CreateClient().As(Role.CONTRACTOR_STAFF);
        await client.AssignStaff($"/api/contracts/{id}/obligations/5", ifMatch: 1);
        await client.AssignStaff($"/api/contracts/{id}/obligations/15", ifMatch: 1);
        await staff.PutAct($"/api/contracts/{id}/obligations/5/status", new { status = "IMPLEMENTED" }, ifMatch: 2).Written();
        await staff.PutAct($"/api/contracts/{id}/obligations/15/override", new { status = "IMPLEMENTED", overrideReason = "理由" }, ifMatch: 1)
            .ShouldRefuse(403, "not-permitted");
    }

    public static TheoryData<string, int, string> BadStatuses => new()
    {
        { """{"status":"PARTLY"}""", 400, "status-unknown" },
        { """{"status":"implemented"}""", 400, "status-unknown" },
        { """{"status":1}""", 400, "status-unknown" },
        { """{"status":null}""", 400, "status-unknown" },
        { "{}", 400, "malformed-body" },
        { "{", 400, "malformed-body" },
        { """{"status":"NOT_APPLICABLE"}""", 422, "reason-missing" },
        { """{"status":"NOT_IMPLEMENTED","reason":" 　"}""", 422, "reason-missing" },
        { $$"""{"status":"NOT_APPLICABLE","reason":"{{new string('長', 4001)}}"}""", 422, "reason-too-long" },
        { """{"status":"NOT_APPLICABLE","reason":"鐘\u0007"}""", 422, "text-not-printable" },
        { """{"status":"NOT_APPLICABLE","reason":"終\u0000端"}""", 400, "character-not-allowed" },
        { """{"status":"NOT_APPLICABLE","reason":"半\ud842"}""", 400, "malformed-body" },
    };

    [Theory]
    [MemberData(nameof(BadStatuses))]
    public async Task A_bad_status_is_refused_and_nothing_changes(string body, int status, string code)
    {
        var (id, _, _) = await client.Register();
        await client.PutAct($"/api/contracts/{id}/obligations/5/status", body, ifMatch: 1).ShouldRefuse(status, code);
        await client.PutAct($"/api/contracts/{id}/obligations/15/statements/1/status", body, ifMatch: 1).ShouldRefuse(status, code);
        var five = await client.GetAsync($"/api/contracts/{id}/obligations/5").Json();
        (five["version"]!.GetValue<long>(), five["status"]).ShouldBe((1, null));
    }

    [Fact]
    public async Task Numbers_outside_the_edition_are_unknown()
    {
        var (id, _, _) = await client.Register();
        foreach (var number in new[] { 0, 18, 101, -1 })
        {
            await client.PutAct($"/api/contracts/{id}/obligations/{number}/status", new { status = "IMPLEMENTED" }, ifMatch: 1).ShouldRefuse(404, "requirement-unknown");
            await client.GetAsync($"/api/contracts/{id}/obligations/{number}").ShouldRefuse(404, "requirement-unknown");
        }

        await client.PutAct($"/api/contracts/{id}/obligations/15/statements/11/status", new { status = "IMPLEMENTED" }, ifMatch: 1).ShouldRefuse(404, "statement-unknown");
        await client.PutAct($"/api/contracts/{id}/obligations/5/statements/1/status", new { status = "IMPLEMENTED" }, ifMatch: 1).ShouldRefuse(404, "statement-unknown");
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var address = await Address(5);
        await client.PutAct(address + "/status", new { status = "IMPLEMENTED" }).ShouldRefuse(428, "version-required");
        var written = await client.PutAct(address + "/status", new { status = "IMPLEMENTED" }, ifMatch: 1).Written();
        written.Version.ShouldBe(2);
        await client.PutAct(address + "/status", new { status = "NOT_APPLICABLE", reason = "理由" }, ifMatch: 1).ShouldRefuse(412, "version-stale");
        (await client.PutAct(address + "/status", new { status = "IMPLEMENTED" }, ifMatch: 2).Written()).ShouldBe(new(written.Id, 2, 0));
    }

    [Fact]
    public async Task Of_writers_that_saw_the_same_version_one_wins()
    {
        var address = await Address(5);
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(
            i => client.PutAct(address + "/status", new { status = "NOT_APPLICABLE", reason = $"理由{i}" }, ifMatch: 1)));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(a => a.StatusCode == System.Net.HttpStatusCode.PreconditionFailed).ShouldBe(7);
        (await client.GetAsync(address).Json())["version"]!.GetValue<long>().ShouldBe(2);
    }

    [Fact]
    public async Task Clause_and_row_stand_beside_each_other()
    {
        var five = await client.GetAsync(await Address(5)).Json();
        five["clauseText"]!.GetValue<string>().ShouldContain("契約等により再委託先に担保させること");
        five["rowText"]!.GetValue<string>().ShouldStartWith("本業務の一部を再委託する場合には");
        five["heading"]!.GetValue<string>().ShouldNotBeEmpty();
        five["can"]!["setStatus"]!.GetValue<bool>().ShouldBeTrue();
        five["can"]!["overrideStatus"]!["reason"]!["en"]!.GetValue<string>().ShouldNotBeEmpty();
        (await client.GetAsync(await Address(1)).Json())["rowText"].ShouldBeNull();
    }

    [Fact]
    public async Task Fifteen_rolls_up_from_its_ten_parts_and_can_be_overridden()
    {
        var address = await Address(15);
        var version = 1L;
        for (var part = 1; part <= 10; part++)
        {
            (await client.GetAsync(address).Json())["status"].ShouldBeNull();
            var body = part == 3 ? (object)new { status = "NOT_APPLICABLE", reason = "端末を用いないため。" } : new { status = "IMPLEMENTED", reason = part == 10 ? "選定した。" : null };
            version = (await client.PutAct($"{address}/statements/{part}/status", body, version).Written()).Version;
        }

        var rolled = await client.GetAsync(address).Json();
        (rolled["status"]!.GetValue<string>(), rolled["source"]!.GetValue<string>()).ShouldBe(("IMPLEMENTED", "ROLLED_UP"));
        rolled["reason"]!.GetValue<string>().ShouldBe("③ 該当なし　端末を用いないため。");
        rolled["explanation"]!.GetValue<string>().ShouldBe("選定した。");

        await client.PutAct(address + "/status", new { status = "IMPLEMENTED" }, version).ShouldRefuse(409, "override-needed");
        await client.PutAct(address + "/override", new { status = "NOT_IMPLEMENTED", reason = "確認中", overrideReason = " " }, version).ShouldRefuse(422, "override-reason-missing");
        version = (await client.PutAct(address + "/override", new { status = "NOT_IMPLEMENTED", reason = "確認中", overrideReason = "担当職員の指示" }, version).Written()).Version;
        (await client.GetAsync(address).Json())["source"]!.GetValue<string>().ShouldBe("OVERRIDDEN");
        await client.DeleteAct(address + "/override", version).Written();
        (await client.GetAsync(address).Json())["source"]!.GetValue<string>().ShouldBe("ROLLED_UP");
    }

    [Fact]
    public async Task A_status_is_taken_back_and_stays_in_the_history()
    {
        var address = await Address(5);
        await server.CreateClient().As(Role.AUDITOR).DeleteAct(address + "/status", ifMatch: 1).ShouldRefuse(403, "not-permitted");
        (await client.DeleteAct(address + "/status", ifMatch: 1).Written()).Sequence.ShouldBe(0);
        await client.PutAct(address + "/status", new { status = "NOT_APPLICABLE", reason = "誤り" }, ifMatch: 1).Written();
        await client.DeleteAct(address + "/status").ShouldRefuse(428, "version-required");
        await client.DeleteAct(address + "/status", ifMatch: 1).ShouldRefuse(412, "version-stale");

        await client.DeleteAct(address + "/status", ifMatch: 2).Written();

        var five = await client.GetAsync(address).Json();
        (five["status"], five["reason"], five["version"]!.GetValue<long>()).ShouldBe((null, null, 3));
        (await client.GetAsync(address + "/history").Json()).AsArray().Select(h => h!["type"]!.GetValue<string>())
            .ShouldBe(["obligation_opened", "obligation_status_set", "obligation_status_withdrawn"]);
    }

    [Fact]
    public async Task The_status_of_a_part_is_taken_back()
    {
        var address = await Address(15);
        await client.PutAct(address + "/statements/1/status", new { status = "IMPLEMENTED" }, ifMatch: 1).Written();
        await client.DeleteAct(address + "/statements/11/status", ifMatch: 2).ShouldRefuse(404, "statement-unknown");
        await client.DeleteAct(address + "/statements/1/status", ifMatch: 2).Written();
        (await client.GetAsync(address).Json())["statements"]![0]!["status"].ShouldBeNull();
        await client.PutAct(address + "/status", new { status = "IMPLEMENTED" }, ifMatch: 3).Written();
    }

    [Fact]
    public async Task The_explanation_of_part_ten_is_asked_for_beside_a_status_of_the_whole()
    {
        var address = await Address(15);
        var whole = await client.PutAct(address + "/status", new { status = "IMPLEMENTED" }, ifMatch: 1).Written();
        (await client.GetAsync(address).Json())["reasonMissing"]!.GetValue<bool>().ShouldBeTrue();
        await client.PutAct(address + "/statements/10/status", new { status = "IMPLEMENTED", reason = "抹消に応じる事業者を選定した。" }, whole.Version).Written();
        var fifteen = await client.GetAsync(address).Json();
        (fifteen["reasonMissing"]!.GetValue<bool>(), fifteen["source"]!.GetValue<string>()).ShouldBe((false, "DIRECT"));
    }

    [Fact]
    public async Task History_says_who_recorded_what_and_when()
    {
        var address = await Address(5);
        await client.PutAct(address + "/method", new { method = "契約書に定める。" }, ifMatch: 1).Written();
        await client.AssignStaff(address, ifMatch: 2);
        await server.CreateClient().As(Role.CONTRACTOR_STAFF).PutAct(address + "/status", new { status = "NOT_APPLICABLE", reason = "再委託しないため。" }, ifMatch: 3).Written();

        var history = (await client.GetAsync(address + "/history").Json()).AsArray();
        history.Select(h => h!["type"]!.GetValue<string>()).ShouldBe(["obligation_opened", "compliance_method_set", "obligation_assigned", "obligation_status_set"]);
        history.Select(h => h!["version"]!.GetValue<long>()).ShouldBe([1, 2, 3, 4]);
        history[3]!["actor"]!["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_STAFF");
        history[3]!["change"]!["reason"]!.GetValue<string>().ShouldBe("再委託しないため。");
        history[3]!["recordedAt"]!.GetValue<DateTimeOffset>().ShouldBe(server.Clock.Now);
        (await client.GetAsync(address).Json())["updatedBy"]!["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_STAFF");
    }

    [Fact]
    public async Task A_record_can_be_read_as_it_was_at_the_end_of_a_day_in_Tokyo()
    {
        var start = server.Clock.Now;
        try
        {
            server.Clock.Now = new(2026, 11, 24, 14, 59, 59, TimeSpan.Zero);
            var address = await Address(5);
            await client.PutAct(address + "/status", new { status = "IMPLEMENTED" }, ifMatch: 1).Written();
            server.Clock.Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);
            await client.PutAct(address + "/status", new { status = "NOT_APPLICABLE", reason = "再委託をやめたため。" }, ifMatch: 2).Written();

            (await Status(address, "2026-11-24")).ShouldBe("IMPLEMENTED");
            (await Status(address, "2026-11-25")).ShouldBe("NOT_APPLICABLE");
            (await Status(address, "9999-12-31")).ShouldBe("NOT_APPLICABLE");
            await client.GetAsync(address + "?asOf=2026-11-23").ShouldRefuse(404, "requirement-unknown");
            await client.GetAsync(address + "?asOf=yesterday").ShouldRefuse(400, "malformed-request");
            var list = address[..address.LastIndexOf('/')];
            (await client.GetAsync(list + "?asOf=2026-11-24").Json()).AsArray().Count.ShouldBe(17);
            (await client.GetAsync(list + "?asOf=2026-11-23").Json()).AsArray().ShouldBeEmpty();
        }
        finally
        {
            server.Clock.Now = start;
        }
    }

    private async Task<string> Address(int number) => $"/api/contracts/{(await client.Register()).Id}/obligations/{number}";

    private async Task<string> Status(string address, string asOf) =>
        (await client.GetAsync($"{address}?asOf={asOf}").Json())["status"]!.GetValue<string>();
}
