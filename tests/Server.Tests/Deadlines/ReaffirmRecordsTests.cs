using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Deadlines;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Deadlines;

/// <summary>「今期もこのとおりですか」: what stands from before is asked about once work on the report begins, and who says so is kept.</summary>
public sealed class ReaffirmRecordsTests(TestServer server) : IClassFixture<TestServer>
{
    // Of the contract 2026-07-10 to 2027-02-26: its first half and the day on which work on that report begins.
    private static readonly DateOnly From = Day("2026-07-10");
    private static readonly DateOnly To = Day("2026-09-30");
    private const string Before = "2026-08-27";
    private const string Asked = "2026-08-28";

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task Who_records_no_status_says_of_none_that_it_holds_and_a_stranger_sees_no_contract()
    {
        var contract = await Recorded();
        await server.Clock.On(Asked, async () =>
        {
            var all = await All(contract);
            foreach (var role in Enum.GetValues<Role>().Except([Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_STAFF]))
            {
                await server.As(role).Having(contract).When(all).Refuses(403, "not-permitted");
            }

            var firm = (await contractor.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "よその会社")).Written(HttpStatusCode.Created)).Id;
            var stranger = server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
            await stranger.Having(contract).When(all).Refuses(404, "not-found");
            await stranger.Having(contract).When<GetReaffirmationEndpoint>().Refuses(404, "not-found");
        });
    }

    [Fact]
    public async Task Nothing_is_recorded_of_another_period_too_early_of_no_item_of_one_that_changed_or_of_one_that_is_not_there()
    {
        var contract = await Recorded();
        var all = await All(contract);
        await server.Clock.On(Before, () => contractor.Having(contract).When(all).Refuses(409, "period-not-asked"));
        await server.Clock.On(Asked, async () =>
        {
            await contractor.Having(contract).When(all with { To = Day("2026-10-01") }).Refuses(409, "period-not-asked");
            await contractor.Having(contract).When(all with { Items = [] }).Refuses(422, "items-missing");
            await contractor.Having(contract).When(all with { Items = [.. Enumerable.Range(1, 201).Select(n => new ReaffirmedItem(n, 1))] }).Refuses(422, "items-missing");
            await contractor.Having(contract).When(all with { Items = [.. all.Items, new(99, 1)] }).Refuses(404, "requirement-unknown");
            await contractor.Having(contract).When(all with { Items = [.. all.Items.Skip(1), all.Items[0] with { Version = 7 }] }).Refuses(412, "version-stale");
            (await Standings(contractor, contract)).Values.Distinct().ShouldBe(["ASKED"], "nothing was recorded");
        });
    }

    [Fact]
    public async Task What_stands_from_before_is_asked_about_and_who_said_so_is_kept()
    {
        var contract = await Recorded();
        await server.Clock.On(Before, async () => (await Entries(contractor, contract)).ShouldBeEmpty("work on the report begins tomorrow"));
        await server.Clock.On(Asked, async () =>
        {
            var entry = (await Entries(contractor, contract)).ShouldHaveSingleItem()!;
            entry["title"]!.ToString().ShouldStartWith("2) 3) 4)");
            (await Entries(officer, contract)).ShouldBeEmpty("it is the contractor's own to look at");

            var all = await All(contract);
            await contractor.Having(contract, 5).At(all.Items.Single(i => i.Number == 5).Version).When(new SetStatusRequest(ImplementationStatus.NOT_APPLICABLE, "再委託しないため。")).Written();
            await contractor.Having(contract).When(all with { Items = [.. all.Items.Where(item => item.Number is 2 or 3)] }).Written();
            var answered = await contractor.Having(contract).When<GetReaffirmationEndpoint>().Json();
            var standings = await Standings(contractor, contract);
            (standings[2], standings[3], standings[4], standings[5]).ShouldBe(("REAFFIRMED", "REAFFIRMED", "ASKED", "RECORDED"));
            var two = answered["items"]!.AsArray().Single(item => item!["number"]!.GetValue<int>() == 2)!;
            two["by"]!["name"]!.ToString().ShouldNotBeEmpty();
            two["at"]!.ToString().ShouldStartWith("2026-08-28T00:00:00");
            (await Entries(contractor, contract)).ShouldHaveSingleItem()!["title"]!.ToString().ShouldStartWith("4) 6)");

            await contractor.Having(contract).When(await All(contract)).Written();
            (await Entries(contractor, contract)).ShouldBeEmpty();
        });
        await server.Clock.On("2027-02-26", async () => (await Standings(contractor, contract)).Values.Distinct().ShouldBe(
            ["REAFFIRMED"], "the first half has no report yet, and is what is asked about"));
    }

    [Fact]
    public async Task Twice_at_once_is_once_and_the_second_time_changes_nothing()
    {
        var contract = await Recorded();
        await server.Clock.On(Asked, async () =>
        {
            var all = await All(contract);
            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => contractor.Having(contract).When(all)));
            answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1, "the others had seen the record as it was before");
            (await contractor.Having(contract, 2).When<GetObligationHistoryEndpoint>().Json()).AsArray().Count(e => e!["type"]!.ToString() == "obligation_record_reaffirmed").ShouldBe(1);
            await contractor.Having(contract).When(await All(contract)).Written();
            (await contractor.Having(contract, 2).When<GetObligationHistoryEndpoint>().Json()).AsArray().Count(e => e!["type"]!.ToString() == "obligation_record_reaffirmed").ShouldBe(1);
        });
    }

    [Fact]
    public async Task Staff_are_asked_about_their_own_items_and_answer_for_no_others()
    {
        var contract = await Recorded();
        var five = (await All(contract)).Items.Single(item => item.Number == 5);
        await contractor.AssignStaff($"/api/contracts/{contract}/obligations/5", five.Version);
        var staff = server.As(Role.CONTRACTOR_STAFF);
        await server.Clock.On(Asked, async () =>
        {
            (await Entries(staff, contract)).ShouldHaveSingleItem()!["title"]!.ToString().ShouldBe("5)");
            (await Standings(staff, contract)).Keys.ShouldBe([5]);
            await staff.Having(contract).When(await All(contract)).Refuses(404, "requirement-unknown");
            await staff.Having(contract).When(new ReaffirmRecordsRequest(From, To, [new(5, five.Version + 1)])).Written();
            (await Entries(staff, contract)).ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task An_item_that_is_not_recorded_cannot_hold_and_a_contract_without_a_report_to_come_asks_nothing()
    {
        var contract = (await contractor.Register()).Id;
        await server.Clock.On(Asked, async () =>
        {
            (await Standings(contractor, contract)).Values.Distinct().ShouldBe(["INCOMPLETE"]);
            await contractor.Having(contract).When(await All(contract)).Refuses(409, "nothing-to-reaffirm");
        });
        var unsigned = (await contractor.Register(body => body with { SignedOn = null })).Id;
        var answer = await contractor.Having(unsigned).When<GetReaffirmationEndpoint>().Json();
        answer["period"].ShouldBeNull();
        answer["items"]!.AsArray().ShouldBeEmpty();
    }

    // A contract whose items were all recorded when it began.
    private async Task<Guid> Recorded()
    {
        var contract = Guid.Empty;
        await server.Clock.On("2026-07-15", async () => contract = (await contractor.RegisterRecorded()).Id);
        return contract;
    }

    // All items as they are now, for the first half.
    private async Task<ReaffirmRecordsRequest> All(Guid contract) => new(From, To, [.. (await contractor.Having(contract).When<GetReaffirmationEndpoint>().Json())["items"]!.AsArray()
        .Select(item => new ReaffirmedItem(item!["number"]!.GetValue<int>(), item["version"]!.GetValue<long>()))]);

    private static async Task<Dictionary<int, string>> Standings(HttpClient reader, Guid contract) =>
        (await reader.Having(contract).When<GetReaffirmationEndpoint>().Json())["items"]!.AsArray().ToDictionary(item => item!["number"]!.GetValue<int>(), item => item!["standing"]!.ToString());

    private static async Task<IReadOnlyList<JsonNode?>> Entries(HttpClient reader, Guid contract) =>
        [.. (await reader.GetAsync("/api/inbox?kind=ITEMS_TO_REAFFIRM&scope=section&limit=200").Json())["items"]!.AsArray().Where(entry => entry!["contractId"]!.GetValue<Guid>() == contract)];
}
