using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Obligations;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Obligations;

[Collection(Shared.Contracts)]
public sealed class ObligationsTests(TestServer server)
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
        var other = server.As(role);
        await other.Having(id, 5).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(403, "not-permitted");
        await other.Having(id, 5).At(1).When(new SetComplianceMethodRequest("方法")).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task Staff_records_and_the_officer_overrides()
    {
        var (id, _, _) = await client.Register();
        var staff = server.As(Role.CONTRACTOR_STAFF);
        await client.AssignStaff($"/api/contracts/{id}/obligations/5", ifMatch: 1);
        await client.AssignStaff($"/api/contracts/{id}/obligations/15", ifMatch: 1);
        await staff.Having(id, 5).At(2).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        await staff.Having(id, 15).At(1).When(new OverrideStatusRequest(ImplementationStatus.IMPLEMENTED, null, "理由"))
            .Refuses(403, "not-permitted");
    }

    public static TheoryData<object, int, string> BadStatuses => new()
    {
        { new { status = "PARTLY" }, 400, "status-unknown" },
        { new { status = "implemented" }, 400, "status-unknown" },
        { new { status = 1 }, 400, "status-unknown" },
        { new { status = (string?)null }, 400, "status-unknown" },
        { new { }, 400, "malformed-body" },
        { "{", 400, "malformed-body" },
        { new { status = "NOT_APPLICABLE" }, 422, "reason-missing" },
        { new { status = "NOT_IMPLEMENTED", reason = " 　" }, 422, "reason-missing" },
        { new { status = "NOT_APPLICABLE", reason = new string('長', 4001) }, 422, "reason-too-long" },
        { new { status = "NOT_APPLICABLE", reason = "鐘\u0007" }, 422, "text-not-printable" },
        { new { status = "NOT_APPLICABLE", reason = "終\u0000端" }, 400, "character-not-allowed" },
        { """{"status":"NOT_APPLICABLE","reason":"半\ud842"}""", 400, "malformed-body" },
    };

    [Theory]
    [MemberData(nameof(BadStatuses))]
    public async Task A_bad_status_is_refused_and_nothing_changes(object body, int status, string code)
    {
        var (id, _, _) = await client.Register();
        await client.Having(seen: 1).When(Put($"/api/contracts/{id}/obligations/5/status", body)).Refuses(status, code);
        await client.Having(seen: 1).When(Put($"/api/contracts/{id}/obligations/15/statements/1/status", body)).Refuses(status, code);
        var five = await client.GetAsync($"/api/contracts/{id}/obligations/5").Json();
        (five["version"]!.GetValue<long>(), five["status"]).ShouldBe((1, null));
    }

    [Fact]
    public async Task Numbers_outside_the_edition_are_unknown()
    {
        var (id, _, _) = await client.Register();
        foreach (var number in new[] { 0, 18, 101, -1 })
        {
            await client.Having(id, number).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(404, "requirement-unknown");
            await client.When(Get($"/api/contracts/{id}/obligations/{number}")).Refuses(404, "requirement-unknown");
        }

        await client.Having(id, 15, 11).At(1).When(new SetStatementStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(404, "statement-unknown");
        await client.Having(id, 5, 1).At(1).When(new SetStatementStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(404, "statement-unknown");
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var (contract, _) = await Item(5);
        await client.Having(contract, 5).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(428, "version-required");
        var written = await client.Having(contract, 5).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        written.Version.ShouldBe(2);
        await client.Having(contract, 5).At(1).When(new SetStatusRequest(ImplementationStatus.NOT_APPLICABLE, "理由")).Refuses(412, "version-stale");
        (await client.Having(contract, 5).At(2).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written()).ShouldBe(new(written.Id, 2, 0));
    }

    [Fact]
    public async Task Of_writers_that_saw_the_same_version_one_wins()
    {
        var (contract, address) = await Item(5);
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(
            i => client.Having(contract, 5).At(1).When(new SetStatusRequest(ImplementationStatus.NOT_APPLICABLE, $"理由{i}"))));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(a => a.StatusCode == System.Net.HttpStatusCode.PreconditionFailed).ShouldBe(7);
        (await client.GetAsync(address).Json())["version"]!.GetValue<long>().ShouldBe(2);
    }

    [Fact]
    public async Task Clause_and_row_stand_beside_each_other()
    {
        var five = await client.GetAsync((await Item(5)).Address).Json();
        five["clauseText"]!.GetValue<string>().ShouldContain("契約等により再委託先に担保させること");
        five["rowText"]!.GetValue<string>().ShouldStartWith("本業務の一部を再委託する場合には");
        five["heading"]!.GetValue<string>().ShouldNotBeEmpty();
        five["can"]!["setStatus"]!.GetValue<bool>().ShouldBeTrue();
        five["can"]!["overrideStatus"]!["reason"]!["en"]!.GetValue<string>().ShouldNotBeEmpty();
        (await client.GetAsync((await Item(1)).Address).Json())["rowText"].ShouldBeNull();
    }

    [Fact]
    public async Task Fifteen_rolls_up_from_its_ten_parts_and_can_be_overridden()
    {
        var (contract, address) = await Item(15);
        var version = 1L;
        for (var part = 1; part <= 10; part++)
        {
            (await client.GetAsync(address).Json())["status"].ShouldBeNull();
            var body = part == 3 ? (object)new { status = "NOT_APPLICABLE", reason = "端末を用いないため。" } : new { status = "IMPLEMENTED", reason = part == 10 ? "選定した。" : null };
            version = (await client.Having(seen: version).When(Put($"{address}/statements/{part}/status", body)).Written()).Version;
        }

        var rolled = await client.GetAsync(address).Json();
        (rolled["status"]!.GetValue<string>(), rolled["source"]!.GetValue<string>()).ShouldBe(("IMPLEMENTED", "ROLLED_UP"));
        rolled["reason"]!.GetValue<string>().ShouldBe("③ 該当なし　端末を用いないため。");
        rolled["explanation"]!.GetValue<string>().ShouldBe("選定した。");

        await client.Having(contract, 15).At(version).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(409, "override-needed");
        await client.Having(contract, 15).At(version).When(new OverrideStatusRequest(ImplementationStatus.NOT_IMPLEMENTED, "確認中", " ")).Refuses(422, "override-reason-missing");
        version = (await client.Having(contract, 15).At(version).When(new OverrideStatusRequest(ImplementationStatus.NOT_IMPLEMENTED, "確認中", "担当職員の指示")).Written()).Version;
        (await client.GetAsync(address).Json())["source"]!.GetValue<string>().ShouldBe("OVERRIDDEN");
        await client.Having(contract, 15).At(version).When<LiftOverrideEndpoint>().Written();
        (await client.GetAsync(address).Json())["source"]!.GetValue<string>().ShouldBe("ROLLED_UP");
    }

    [Fact]
    public async Task A_status_is_taken_back_and_stays_in_the_history()
    {
        var (contract, address) = await Item(5);
        await server.As(Role.AUDITOR).Having(contract, 5).At(1).When<WithdrawStatusEndpoint>().Refuses(403, "not-permitted");
        (await client.Having(contract, 5).At(1).When<WithdrawStatusEndpoint>().Written()).Sequence.ShouldBe(0);
        await client.Having(contract, 5).At(1).When(new SetStatusRequest(ImplementationStatus.NOT_APPLICABLE, "誤り")).Written();
        await client.Having(contract, 5).When<WithdrawStatusEndpoint>().Refuses(428, "version-required");
        await client.Having(contract, 5).At(1).When<WithdrawStatusEndpoint>().Refuses(412, "version-stale");

        await client.Having(contract, 5).At(2).When<WithdrawStatusEndpoint>().Written();

        var five = await client.GetAsync(address).Json();
        (five["status"], five["reason"], five["version"]!.GetValue<long>()).ShouldBe((null, null, 3));
        (await client.GetAsync(address + "/history").Json()).AsArray().Select(h => h!["type"]!.GetValue<string>())
            .ShouldBe(["obligation_opened", "obligation_status_set", "obligation_status_withdrawn"]);
    }

    [Fact]
    public async Task The_status_of_a_part_is_taken_back()
    {
        var (contract, address) = await Item(15);
        await client.Having(contract, 15, 1).At(1).When(new SetStatementStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        await client.Having(contract, 15, 11).At(2).When<WithdrawStatementStatusEndpoint>().Refuses(404, "statement-unknown");
        await client.Having(contract, 15, 1).At(2).When<WithdrawStatementStatusEndpoint>().Written();
        (await client.GetAsync(address).Json())["statements"]![0]!["status"].ShouldBeNull();
        await client.Having(contract, 15).At(3).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
    }

    [Fact]
    public async Task The_explanation_of_part_ten_is_asked_for_beside_a_status_of_the_whole()
    {
        var (contract, address) = await Item(15);
        var whole = await client.Having(contract, 15).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        (await client.GetAsync(address).Json())["reasonMissing"]!.GetValue<bool>().ShouldBeTrue();
        await client.Having(contract, 15, 10).At(whole.Version).When(new SetStatementStatusRequest(ImplementationStatus.IMPLEMENTED, "抹消に応じる事業者を選定した。")).Written();
        var fifteen = await client.GetAsync(address).Json();
        (fifteen["reasonMissing"]!.GetValue<bool>(), fifteen["source"]!.GetValue<string>()).ShouldBe((false, "DIRECT"));
    }

    [Fact]
    public async Task History_says_who_recorded_what_and_when()
    {
        var (contract, address) = await Item(5);
        await client.Having(contract, 5).At(1).When(new SetComplianceMethodRequest("契約書に定める。")).Written();
        await client.AssignStaff(address, ifMatch: 2);
        await server.As(Role.CONTRACTOR_STAFF).Having(contract, 5).At(3).When(new SetStatusRequest(ImplementationStatus.NOT_APPLICABLE, "再委託しないため。")).Written();

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
            var (contract, address) = await Item(5);
            await client.Having(contract, 5).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
            server.Clock.Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);
            await client.Having(contract, 5).At(2).When(new SetStatusRequest(ImplementationStatus.NOT_APPLICABLE, "再委託をやめたため。")).Written();

            (await Status(address, "2026-11-24")).ShouldBe("IMPLEMENTED");
            (await Status(address, "2026-11-25")).ShouldBe("NOT_APPLICABLE");
            (await Status(address, "9999-12-31")).ShouldBe("NOT_APPLICABLE");
            await client.When(Get(address + "?asOf=2026-11-23")).Refuses(404, "requirement-unknown");
            await client.When(Get(address + "?asOf=yesterday")).Refuses(400, "malformed-request");
            var list = address[..address.LastIndexOf('/')];
            (await client.GetAsync(list + "?asOf=2026-11-24").Json()).AsArray().Count.ShouldBe(17);
            (await client.GetAsync(list + "?asOf=2026-11-23").Json()).AsArray().ShouldBeEmpty();
        }
        finally
        {
            server.Clock.Now = start;
        }
    }

    private async Task<(Guid Contract, string Address)> Item(int number)
    {
        var contract = (await client.Register()).Id;
        return (contract, $"/api/contracts/{contract}/obligations/{number}");
    }

    private async Task<string> Status(string address, string asOf) =>
        (await client.GetAsync($"{address}?asOf={asOf}").Json())["status"]!.GetValue<string>();
}
