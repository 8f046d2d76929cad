using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Portfolio;

/// <summary>The table over contracts says of each item what the record says, to the ministry and to nobody else.</summary>
public sealed class PortfolioTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient head = server.As(Role.SECTION_HEAD);
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task A_cell_is_what_is_recorded_what_was_reported_and_what_was_said_of_it()
    {
        var contract = (await contractor.RegisterRecorded(c => c with { Name = "一覧表の契約" })).Id;
        (await Cell(contract, 5)).ShouldBe("NOT_APPLICABLE");
        (await Cell(contract, 8)).ShouldBe("NOT_IMPLEMENTED");
        (await Cell(contract, 9)).ShouldBe("IMPLEMENTED", "nothing was reported, so nothing has changed");

        var report = await contractor.Submitted(contract);
        await officer.Note(report.Id, 9, "QUERIED", "補足してください。");
        (await Cell(contract, 9)).ShouldBe("IMPLEMENTED", "what she has only written down is not said");
        await officer.ConfirmTheRest(report.Id);
        (await Cell(contract, 9)).ShouldBe("IMPLEMENTED QUERIED");
        (await Cell(contract, 5)).ShouldBe("NOT_APPLICABLE CONFIRMED");

        await contractor.Having(contract, 10).At(await VersionOf(contract, 10)).When(new SetStatusRequest(ImplementationStatus.NOT_IMPLEMENTED, "延期したため。")).Written();
        (await Cell(contract, 10)).ShouldBe("NOT_IMPLEMENTED changed", "confirmed was what it was before");
    }

    [Fact]
    public async Task Numbers_of_the_edition_of_18_stand_under_the_items_that_they_are()
    {
        var contract = (await contractor.Register(c => c with { Name = "18項目の契約", EditionCode = "ED-A" })).Id;
        var cells = (await Row(contract))["cells"]!.AsArray();
        cells.Select(cell => (Number(cell, "number"), Number(cell, "column"))).ShouldBe(
            [(2, 10), (3, 6), (4, 7), (5, 8), (6, 9), (7, 11), (8, 2), (9, 3), (10, 4), (11, 5), (12, null), (13, null), (14, 17), (15, null), (16, 15), (17, null), (18, 16)]);
    }

    [Fact]
    public async Task What_has_waited_longest_for_the_ministry_comes_first_and_each_contract_is_once_on_the_pages()
    {
        async Task<Guid> Named(string name, string endsOn) => (await contractor.Register(c => c with { Name = name, EndsOn = Day(endsOn) })).Id;
        var (waiting, quiet, ending) = (await Named("待つ契約", "2027-02-26"), await Named("静かな契約", "2027-02-01"), await Named("終わる契約", "2026-12-31"));
        await contractor.Ask(waiting);
        for (var i = 0; i < 52; i++)
        {
            await contractor.Register(c => c with { Name = $"頁を分ける契約{i}" });
        }

        var (ids, after, total) = (new List<Guid>(), "", 0);
        do
        {
            var page = await head.GetAsync($"/api/portfolio?{after}").Json();
            ids.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()));
            (total, after) = (page["total"]!.GetValue<int>(), page["next"] is { } next ? $"after={next}" : "");
        }
        while (after.Length > 0);
        ids.Count.ShouldBe(total);
        ids.Distinct().Count().ShouldBe(total);
        ids.IndexOf(waiting).ShouldBeLessThan(ids.IndexOf(quiet));
        var row = await Row(waiting);
        (row["waiting"]!.GetValue<int>(), row["oldestDays"]!.GetValue<int>()).ShouldBe((1, 0));
        row["officers"]!.AsArray().ShouldBeEmpty();
        (await Row(ending))["closingUnconfirmed"]!.GetValue<bool>().ShouldBeTrue("it ends within 60 days");
        (await Row(waiting))["closingUnconfirmed"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Filters_narrow_it_by_officer_year_edition_and_words()
    {
        var person = StreamId.Person(FirstOrganisations.OfficeId, nameof(Role.SUPERVISING_OFFICER));
        var contract = await contractor.Register(c => c with { Name = "絞り込む契約", EditionCode = "ED-D", StartsOn = Day("2027-04-01"), EndsOn = Day("2028-03-31"), SignedOn = null });
        var other = await contractor.Register(c => c with { Name = "ほかの契約" });
        await officer.Having(contract).When(Put($"/api/contracts/{contract.Id}/officers", new { from = "2026-11-20", officers = new[] { new { post = "PRIMARY", name = "担当　花子", personId = person } } })).Written();

        (await Row(contract.Id))["officers"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("担当　花子");
        foreach (var query in new[] { $"officer={person}", "year=2027", "edition=ED-D", "q=絞り込む" })
        {
            var ids = await Ids(head, query);
            ids.ShouldContain(contract.Id, query);
            ids.ShouldNotContain(other.Id, query);
        }

        (await Ids(head, "year=2026")).ShouldNotContain(contract.Id);
        (await Ids(head, "year=2028")).ShouldNotContain(contract.Id, "31 March is of the year before");
        await head.When(Get("/api/portfolio?year=1")).Refuses(400, "year-unknown");
        (await Ids(head, $"after={Guid.NewGuid()}")).ShouldBeEmpty();
        var choices = await head.GetAsync("/api/portfolio-choices").Json();
        choices["officers"]!.AsArray().ShouldContain(o => o!["id"]!.GetValue<Guid>() == person);
        choices["years"]!.AsArray().Select(year => year!.GetValue<int>()).ShouldBe([2027, 2026]);
    }

    [Fact]
    public async Task The_ministry_alone_reads_it_and_only_what_is_its_own()
    {
        var contract = (await contractor.Register()).Id;
        (await Ids(server.As(Role.AUDITOR), "")).ShouldContain(contract);
        foreach (var reader in new[] { contractor, server.As(Role.CONTRACTOR_STAFF), server.As(Role.SUBCONTRACTOR_OFFICER), server.As(Role.ADMINISTRATOR) })
        {
            await reader.When(Get("/api/portfolio")).Refuses(403, "not-permitted");
            await reader.When(Get("/api/portfolio-choices")).Refuses(403, "not-permitted");
        }

        var office = (await officer.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "よその局", Sections: [new NewSection("よその課")])).Written(HttpStatusCode.Created)).Id;
        (await Ids(server.As(StreamId.Person(office, nameof(Role.AUDITOR))), "")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_of_the_contractor_is_nothing_here()
    {
        var contract = (await contractor.RegisterRecorded()).Id;
        var before = (await Row(contract)).ToJsonString();
        await contractor.Finalised(contract);
        (await Row(contract)).ToJsonString().ShouldBe(before);
    }

    private async Task<long> VersionOf(Guid contract, int number) => (await contractor.GetAsync($"/api/contracts/{contract}/obligations/{number}").Json())["version"]!.GetValue<long>();

    private async Task<string> Cell(Guid contract, int number)
    {
        var cell = (await Row(contract))["cells"]!.AsArray().Single(c => c!["number"]!.GetValue<int>() == number)!;
        return string.Join(' ', new[] { cell["status"]?.ToString(), cell["review"]?.ToString() }
            .Concat(new[] { "changed", "reasonMissing", "lookWanted" }.Where(flag => cell[flag]!.GetValue<bool>())).Where(word => word is not null));
    }

    private async Task<JsonNode> Row(Guid contract)
    {
        for (var after = ""; ;)
        {
            var page = await head.GetAsync($"/api/portfolio?{after}").Json();
            if (page["items"]!.AsArray().SingleOrDefault(item => item!["id"]!.GetValue<Guid>() == contract) is { } row)
            {
                return row;
            }

            after = $"after={page["next"].ShouldNotBeNull()}";
        }
    }

    private static async Task<List<Guid>> Ids(HttpClient reader, string query) =>
        [.. (await reader.GetAsync($"/api/portfolio?{query}").Json())["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>())];

    private static int? Number(JsonNode? cell, string field) => cell![field]?.GetValue<int>();
}
