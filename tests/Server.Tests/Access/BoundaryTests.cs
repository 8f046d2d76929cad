using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Access;

public sealed class BoundaryTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly DateOnly Since = new(2020, 4, 1);
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task A_subcontractor_sees_its_part_and_writes_its_rows_alone()
    {
        var (firm, other) = (await Firm("印刷の会社"), await Firm("翻訳の会社"));
        var contract = await client.Register();
        var of = $"/api/contracts/{contract.Id}";
        var engaged = await client.PostAct(
            $"{of}/subcontractors", new { name = "印刷の会社", kind = "SUBCONTRACTOR", from = "2026-08-01", organisationId = firm, numbers = new[] { 9, 5 } }, contract.Version)
            .Written(HttpStatusCode.Created);
        var part = $"/api/parts/{StreamId.Part(contract.Id, engaged.Id)}";
        var subcontractor = server.CreateClient().As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER)));

        (await subcontractor.GetAsync("/api/parts").Json()).AsArray().Count.ShouldBe(1);
        var read = await subcontractor.GetAsync(part).Json();
        read["rows"]!.AsArray().Select(row => row!["number"]!.GetValue<int>()).ShouldBe([5, 9]);
        await subcontractor.GetAsync(of).ShouldRefuse(403, "not-permitted");
        await subcontractor.PutAct($"{part}/rows/9", new { status = "NOT_APPLICABLE" }, ifMatch: 1).ShouldRefuse(422, "reason-missing");
        await subcontractor.PutAct($"{part}/rows/6", new { status = "IMPLEMENTED" }, ifMatch: 1).ShouldRefuse(404, "row-unknown");
        await subcontractor.PutAct($"{part}/rows/9", new { status = "IMPLEMENTED", method = "誓約書を取る。" }, ifMatch: 1).Written();
        var stranger = server.CreateClient().As(StreamId.Person(other, nameof(Role.SUBCONTRACTOR_OFFICER)));
        (await stranger.GetAsync("/api/parts").Json()).AsArray().ShouldBeEmpty();
        await stranger.GetAsync(part).ShouldRefuse(404, "not-found");
        await client.PutAct($"{part}/rows/5", new { status = "IMPLEMENTED" }, ifMatch: 2).ShouldRefuse(422, "paper-missing");
        var elsewhere = await client.KeepFile((await client.Register()).Id);
        await client.PutAct($"{part}/rows/5", new { status = "IMPLEMENTED", fileId = elsewhere }, ifMatch: 2).ShouldRefuse(422, "file-missing");
        (await server.CreateClient().As(Role.SUPERVISING_OFFICER).GetAsync(part).Json())["rows"]![1]!["method"]!.GetValue<string>().ShouldBe("誓約書を取る。");
    }

    [Fact]
    public async Task A_joint_party_sees_the_contract_until_it_takes_part_no_more()
    {
        var firm = await Firm("連名の会社");
        var contract = await client.Register(c => c["consortium"] = "JOINT");
        var of = $"/api/contracts/{contract.Id}";
        var member = server.CreateClient().As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        await member.GetAsync(of).ShouldRefuse(404, "not-found");

        var joined = await client.PostAct(
            $"{of}/subcontractors", new { name = "連名の会社", kind = "JOINT_MEMBER", from = "2026-07-10", organisationId = firm }, contract.Version).Written(HttpStatusCode.Created);

        (await member.GetAsync(of).Json())["can"]!["engageSubcontractor"]!["reason"].ShouldNotBeNull();
        await member.DeleteAct($"{of}/subcontractors/{joined.Id}", joined.Version).ShouldRefuse(409, "lead-only");
        await client.DeleteAct($"{of}/subcontractors/{joined.Id}", joined.Version).Written();
        await member.GetAsync(of).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Staff_see_what_is_assigned_to_them()
    {
        var contract = await client.Register();
        var staff = await Person(FirstOrganisations.ContractorId, sectionId: null, Role.CONTRACTOR_STAFF);
        var theirs = server.CreateClient().As(staff);
        var five = $"/api/contracts/{contract.Id}/obligations/5";
        (await theirs.GetAsync("/api/contracts").Json())["total"]!.GetValue<int>().ShouldBe(0);
        await theirs.GetAsync(five).ShouldRefuse(404, "not-found");

        await client.PutAct($"{five}/assignees", new { personIds = new[] { Guid.NewGuid() } }, ifMatch: 1).ShouldRefuse(422, "assignee-unknown");
        await client.PutAct($"{five}/assignees", new { personIds = new[] { staff } }, ifMatch: 1).Written();

        var listed = (await theirs.GetAsync("/api/contracts").Json())["items"]!.AsArray().Single()!;
        listed["counts"]!["unrecorded"]!.GetValue<int>().ShouldBe(1);
        (await theirs.GetAsync($"/api/contracts/{contract.Id}/obligations").Json()).AsArray().Count.ShouldBe(1);
        await theirs.GetAsync($"/api/contracts/{contract.Id}/obligations/6/history").ShouldRefuse(404, "requirement-unknown");
        await theirs.PutAct($"/api/contracts/{contract.Id}/obligations/6/status", new { status = "IMPLEMENTED" }, ifMatch: 1).ShouldRefuse(404, "requirement-unknown");
        await theirs.GetAsync($"/api/contracts/{contract.Id}/reports").ShouldRefuse(403, "not-permitted");
    }

    [Fact]
    public async Task Each_side_names_people_of_its_own()
    {
        var contract = await client.Register();
        var staff = await Person(FirstOrganisations.ContractorId, sectionId: null, Role.CONTRACTOR_STAFF);
        var officer = await Person(FirstOrganisations.OfficeId, FirstOrganisations.SectionId, Role.SUPERVISING_OFFICER);
        var address = $"/api/contracts/{contract.Id}/candidates";

        var ours = await client.GetAsync(address).Json();
        var theirs = await server.CreateClient().As(officer).GetAsync(address).Json();

        Ids(ours["staff"]!).ShouldContain(staff);
        ours["officers"]!.AsArray().ShouldBeEmpty();
        Ids(theirs["officers"]!).ShouldContain(officer);
        theirs["staff"]!.AsArray().ShouldBeEmpty();
        await server.CreateClient().As(staff).GetAsync(address).ShouldRefuse(403, "not-permitted");
        await client.GetAsync($"/api/contracts/{Guid.NewGuid()}/candidates").ShouldRefuse(404, "not-found");
        static IEnumerable<Guid> Ids(System.Text.Json.Nodes.JsonNode people) => people.AsArray().Select(p => p!["id"]!.GetValue<Guid>());
    }

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER, "CONTRACTOR_OFFICER,CONTRACTOR_STAFF,SUBCONTRACTOR_OFFICER")]
    [InlineData(Role.SECTION_HEAD, "SUPERVISING_OFFICER,SECTION_HEAD")]
    [InlineData(Role.CONTRACTOR_STAFF, "")]
    public async Task The_people_of_an_organisation_come_with_the_roles_that_one_gives(Role role, string given)
    {
        var who = server.CreateClient().As(role);
        var organisation = (await who.GetAsync("/api/session").Json())["acting"]!["organisationId"]!.GetValue<Guid>();

        var people = await who.GetAsync($"/api/organisations/{organisation}/people").Json();

        string.Join(',', people["rolesToGive"]!.AsArray().Select(r => r!["role"]!.GetValue<string>())).ShouldBe(given);
        var own = people["people"]!.AsArray().SelectMany(p => p!["memberships"]!.AsArray()).First(m => m!["role"]!.GetValue<string>() == role.ToString())!;
        (own["can"]!["endMembership"]!.GetValueKind() == System.Text.Json.JsonValueKind.True).ShouldBe(given.Length > 0);
    }

    [Fact]
    public async Task Who_brought_an_office_in_invites_its_first_and_then_the_office_does()
    {
        var office = await client.PostAct(
            "/api/organisations", new { kind = "MINISTRY_OFFICE", name = "招かれる局", sections = new[] { new { name = "総務課" } } }).Written(HttpStatusCode.Created);
        async Task<string> Given() => string.Join(',', (await client.GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).AsArray()
            .Single(o => o!["id"]!.GetValue<Guid>() == office.Id)!["rolesToGive"]!.AsArray().Select(r => r!["role"]!.GetValue<string>()));

        (await Given()).ShouldBe("SUPERVISING_OFFICER,SECTION_HEAD,AUDITOR,ADMINISTRATOR");
        await Person(office.Id, sectionId: null, Role.ADMINISTRATOR);
        (await Given()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_contractor_invites_the_first_of_a_firm_and_then_the_firm_does()
    {
        var firm = (await client.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "招かれる会社" }).Written(HttpStatusCode.Created)).Id;
        var contract = await client.Register();
        await client.PostAct(
            $"/api/contracts/{contract.Id}/subcontractors", new { name = "招かれる会社", kind = "SUBCONTRACTOR", from = "2026-08-01", organisationId = firm }, contract.Version)
            .Written(HttpStatusCode.Created);
        async Task<bool> Invites() => (await client.GetAsync($"/api/contracts/{contract.Id}/parts").Json())[0]!["can"]!["invite"]!.GetValueKind() == System.Text.Json.JsonValueKind.True;

        (await Invites()).ShouldBeTrue();
        await Person(firm, sectionId: null, Role.SUBCONTRACTOR_OFFICER);
        (await Invites()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_successor_takes_over_every_contract_from_the_day_on()
    {
        var (office, section) = (FirstOrganisations.OfficeId, FirstOrganisations.SectionId);
        var (before, after) = (await Person(office, section, Role.SUPERVISING_OFFICER), await Person(office, section, Role.SUPERVISING_OFFICER));
        var contract = await client.Register();
        var officer = server.CreateClient().As(before);
        await officer.PutAct(
            $"/api/contracts/{contract.Id}/officers",
            new { from = "2026-07-10", officers = new[] { new { post = "PRIMARY", name = "前任", personId = before } } }, contract.Version).Written();
        await client.PutAct(
            $"/api/contracts/{contract.Id}/officers", new { from = "2026-07-10", officers = new[] { new { post = "PRIMARY", name = "誰か", personId = after } } }, 2)
            .ShouldRefuse(422, "officer-unknown");

        var handed = await officer.PostAct(
            $"/api/sections/{section}/successions", new { fromPersonId = before, toPersonId = after, on = "2026-12-01" }).Json();

        handed["contractIds"]!.AsArray().Single()!.GetValue<Guid>().ShouldBe(contract.Id);
        var lists = (await client.Contract(contract.Id))["officerLists"]!.AsArray();
        lists.Select(l => l!["officers"]![0]!["personId"]!.GetValue<Guid>()).ShouldBe([before, after]);
        lists[0]!["recordedBy"]!.GetValue<string>().ShouldBe("OFFICER");
        await officer.PostAct($"/api/sections/{Guid.NewGuid()}/successions", new { fromPersonId = before, toPersonId = after, on = "2026-12-01" }).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Nothing_that_another_sees_moves_when_one_acts()
    {
        var firm = await Firm("静かな会社");
        var stranger = server.CreateClient().As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        var own = await stranger.Register(c => c["officeId"] = c["sectionId"] = null);
        string[] addresses =
        [
            "/api/contracts", "/api/contracts?q=動向", "/api/contracts?sort=attention", "/api/organisations", "/api/parts", $"/api/contracts/{own.Id}",
            $"/api/contracts/{own.Id}/history", $"/api/contracts/{own.Id}/obligations", $"/api/organisations/{firm}/people", $"/api/contracts/{Guid.Empty}",
        ];
        var before = await Seen(stranger, addresses);

        var contract = await client.Register();
        await client.PutAct($"/api/contracts/{contract.Id}/obligations/5/status", new { status = "IMPLEMENTED" }, ifMatch: 1).Written();
        await Firm("あとから来た会社");
        await Person(FirstOrganisations.ContractorId, sectionId: null, Role.CONTRACTOR_STAFF);

        (await Seen(stranger, addresses)).ShouldBe(before);
        await stranger.GetAsync($"/api/contracts/{contract.Id}").ShouldRefuse(404, "not-found");
        await stranger.GetAsync($"/api/organisations/{FirstOrganisations.ContractorId}/people").ShouldRefuse(404, "not-found");
    }

    private static async Task<List<string>> Seen(HttpClient who, string[] addresses)
    {
        var seen = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await who.GetAsync(address);
            seen.Add($"{address} {answer.StatusCode} {answer.Headers.ETag} {await answer.Content.ReadAsStringAsync()}");
        }

        return seen;
    }

    private async Task<Guid> Firm(string name) => (await client.PostAct("/api/organisations", new { kind = "CONTRACTOR", name }).Written(HttpStatusCode.Created)).Id;

    private async Task<Guid> Person(Guid organisationId, Guid? sectionId, Role role)
    {
        var id = Guid.CreateVersion7();
        var organisation = (await server.Store.OpenSession().Load<Organisation>(organisationId, CancellationToken.None))!.Value;
        await server.People.Register(id, $"{role}の人", mail: null, new GrantMembership(Guid.CreateVersion7(), organisationId, organisation, sectionId, role, Since));
        return id;
    }
}
