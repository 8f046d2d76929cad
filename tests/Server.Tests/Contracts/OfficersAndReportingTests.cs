using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Contracts;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Contracts;

[Collection(Shared.Contracts)]
public sealed class OfficersAndReportingTests(TestServer server)
{
    private static readonly object Agreed = new { consultedOn = "2026-09-01", with = "文化創造産業課　課長補佐", outcome = "差し支えないとの回答" };
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Roles_that_may_not_record_are_refused(Role role)
    {
        var (id, version, _) = await client.Register();
        var other = server.As(role);
        await other.Having(seen: version).When(Put($"/api/contracts/{id}/officers", List("2026-09-01", Primary("主　太郎")))).Refuses(403, "not-permitted");
        await other.Having(seen: version).When(Put($"/api/contracts/{id}/reporting", new { basis = "YEARLY", consultation = Agreed })).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task Officers_change_from_a_day_on_and_history_shows_who_was_there()
    {
        var (id, version, _) = await client.Register();
        var address = $"/api/contracts/{id}/officers";
        (await client.Contract(id))["officers"]!.AsArray().ShouldBeEmpty();
        await client.Having(seen: version).When(Put(address, List("2026-07-10", Primary("")))).Refuses(422, "text-missing");
        await client.Having(seen: version).When(Put(address, List("2026-07-10", Primary("甲"), Primary("乙")))).Refuses(422, "primary-twice");
        await client.Having(seen: version).When(Put(address, new { officers = new[] { new { post = "CHIEF", name = "甲" } }, from = "2026-07-10" })).Refuses(400, "post-unknown");

        var first = await client.Having(seen: version).When(Put(address, List("2026-07-10", Primary("主　太郎"), Deputy("副　花子")))).Written();
        (await client.Having(first).When(Put(address, List("2026-07-10", Primary("主　太郎"), Deputy("副　花子")))).Written()).Sequence.ShouldBe(0);
        var second = await client.Having(first).When(Put(address, List("2026-10-01", Primary("新　主子"), Deputy("副　花子")))).Written();
        await client.Having(second).When(Put(address, List("2099-04-01", Primary("次　三郎")))).Written();

        var contract = await client.Contract(id);
        contract["officers"]!.AsArray().Select(Show).ShouldBe(["PRIMARY 新　主子 2026-10-01", "DEPUTY 副　花子 2026-10-01"]);
        contract["officers"]![0]!["mail"]!.GetValue<string>().ShouldBe("officer@example.go.jp");
        contract["officerLists"]!.AsArray().Select(list => list!["from"]!.GetValue<string>()).ShouldBe(["2026-07-10", "2026-10-01", "2099-04-01"]);
        var history = (await client.GetAsync($"/api/contracts/{id}/history").Json()).AsArray();
        history.Where(h => h!["type"]!.GetValue<string>() == "contract_officers_changed")
            .Select(h => h!["change"]!["officers"]![0]!["name"]!.GetValue<string>()).ShouldBe(["主　太郎", "新　主子", "次　三郎"]);
    }

    [Fact]
    public async Task What_the_officer_agreed_to_goes_before_our_default()
    {
        var contract = await client.Register();
        var draft = await client.Draft(contract.Id);
        var address = $"/api/contracts/{contract.Id}/reporting";
        await client.Having(contract).When(new AgreeReportingRequest(ReportingBasis.TERM_HALF, null)).Refuses(422, "consultation-missing");
        await client.Having(contract).When(Put(address, new { basis = "AGREED_CALENDAR", consultation = Agreed })).Refuses(422, "periods-missing");

        var half = await client.Having(contract).When(Put(address, new { basis = "ANNIVERSARY", consultation = Agreed })).Written();

        (await Periods(contract.Id)).ShouldBe(
        [
            "2026-07-10 2026-09-30 2026-10-15 false false ", "2026-10-01 2027-01-09 2027-01-25 true false ANNIVERSARY",
            "2027-01-10 2027-02-26 2027-02-18 true false ANNIVERSARY",
        ]);

        var calendar = new[] { new { from = "2026-07-10", to = "2026-09-30", dueOn = "2026-10-30" }, new { from = "2026-10-01", to = "2027-02-26", dueOn = "2027-02-22" } };
        await client.Having(half).When(Put(address, new { basis = "AGREED_CALENDAR", periods = calendar, consultation = Agreed })).Written();

        (await Periods(contract.Id)).ShouldBe(["2026-07-10 2026-09-30 2026-10-30 true false AGREED_CALENDAR", "2026-10-01 2027-02-26 2027-02-22 true false AGREED_CALENDAR"]);
        var reporting = (await client.Contract(contract.Id))["reporting"]!;
        (reporting["basis"]!.GetValue<string>(), reporting["periods"]!.AsArray().Count).ShouldBe(("AGREED_CALENDAR", 2));
        var next = await Next(contract.Id);
        (next["guideOn"]!.GetValue<string>(), next["confirmed"]!.GetValue<bool>(), next["reportId"]!.GetValue<Guid>()).ShouldBe(("2026-10-30", true, draft.Id));
    }

    private async Task<IEnumerable<string>> Periods(Guid id) => (await client.GetAsync($"/api/contracts/{id}/periods").Json()).AsArray()
        .Select(p => $"{p!["from"]} {p["to"]} {p["guideOn"]} {p["confirmed"]} {p["isDefault"]} {p["basis"]}");

    private async Task<JsonNode> Next(Guid id) => (await client.GetAsync("/api/contracts?limit=200").Json())["items"]!.AsArray()
        .Single(item => item!["id"]!.GetValue<Guid>() == id)!["nextReport"]!;

    private static string Show(JsonNode? officer) => $"{officer!["post"]} {officer["name"]} {officer["from"]}";

    private static object List(string from, params object[] officers) => new { officers, from };

    private static object Primary(string name) => new { post = "PRIMARY", name, mail = "officer@example.go.jp", telephone = "" };

    private static object Deputy(string name) => new { post = "DEPUTY", name };
}
