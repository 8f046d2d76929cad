using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Parts;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Access;

[Collection(Shared.Access)]
public sealed class BoundaryTests(TestServer server)
{
    private static readonly DateOnly Since = new(2020, 4, 1);
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task A_subcontractor_sees_its_part_and_writes_its_rows_alone()
    {
        var (firm, other) = (await Firm("印刷の会社"), await Firm("翻訳の会社"));
        var contract = await client.Register();
        var of = $"/api/contracts/{contract.Id}";
        var engaged = await client.Having(contract).When(new EngageSubcontractorRequest("印刷の会社", SubcontractorKind.SUBCONTRACTOR, Day("2026-08-01"), firm, [9, 5]))
            .Written(HttpStatusCode.Created);
        var part = $"/api/parts/{StreamId.Part(contract.Id, engaged.Id)}";
        var subcontractor = server.As(StreamId.Person(firm, nameof(Role.SUBCONTRACTOR_OFFICER)));

        (await subcontractor.GetAsync("/api/parts").Json()).AsArray().Count.ShouldBe(1);
        var read = await subcontractor.GetAsync(part).Json();
        read["rows"]!.AsArray().Select(row => row!["number"]!.GetValue<int>()).ShouldBe([5, 9]);
        await subcontractor.When(Get(of)).Refuses(403, "not-permitted");
        await subcontractor.Having(StreamId.Part(contract.Id, engaged.Id), 9).At(1).When(new EnterPartRowRequest(Status: ImplementationStatus.NOT_APPLICABLE)).Refuses(422, "reason-missing");
        await subcontractor.Having(StreamId.Part(contract.Id, engaged.Id), 6).At(1).When(new EnterPartRowRequest(Status: ImplementationStatus.IMPLEMENTED)).Refuses(404, "row-unknown");
        await subcontractor.Having(StreamId.Part(contract.Id, engaged.Id), 9).At(1).When(new EnterPartRowRequest("誓約書を取る。", ImplementationStatus.IMPLEMENTED)).Written();
        var stranger = server.As(StreamId.Person(other, nameof(Role.SUBCONTRACTOR_OFFICER)));
        (await stranger.GetAsync("/api/parts").Json()).AsArray().ShouldBeEmpty();
        await stranger.When(Get(part)).Refuses(404, "not-found");
        await client.Having(StreamId.Part(contract.Id, engaged.Id), 5).At(2).When(new EnterPartRowRequest(Status: ImplementationStatus.IMPLEMENTED)).Refuses(422, "paper-missing");
        var elsewhere = await client.KeepFile((await client.Register()).Id);
        await client.Having(StreamId.Part(contract.Id, engaged.Id), 5).At(2).When(new EnterPartRowRequest(Status: ImplementationStatus.IMPLEMENTED, FileId: elsewhere)).Refuses(422, "file-missing");
        (await server.As(Role.SUPERVISING_OFFICER).GetAsync(part).Json())["rows"]![1]!["method"]!.GetValue<string>().ShouldBe("誓約書を取る。");
    }

    [Fact]
    public async Task A_joint_party_sees_the_contract_until_it_takes_part_no_more()
    {
        var firm = await Firm("連名の会社");
        var contract = await client.Register(c => c with { Consortium = Consortium.JOINT });
        var of = $"/api/contracts/{contract.Id}";
        var member = server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        await member.When(Get(of)).Refuses(404, "not-found");

        var joined = await client.Having(contract).When(new EngageSubcontractorRequest("連名の会社", SubcontractorKind.JOINT_MEMBER, Day("2026-07-10"), firm)).Written(HttpStatusCode.Created);

        (await member.GetAsync(of).Json())["can"]!["engageSubcontractor"]!["reason"].ShouldNotBeNull();
        await member.Having(contract.Id, joined.Id).At(joined.Version).When<ReleaseSubcontractorEndpoint>().Refuses(409, "lead-only");
        await client.Having(contract.Id, joined.Id).At(joined.Version).When<ReleaseSubcontractorEndpoint>().Written();
        await member.When(Get(of)).Refuses(404, "not-found");
    }

    [Fact]
    public async Task Staff_see_what_is_assigned_to_them()
    {
        var contract = await client.Register();
        var staff = await Person(FirstOrganisations.ContractorId, sectionId: null, Role.CONTRACTOR_STAFF);
        var theirs = server.As(staff);
        var five = $"/api/contracts/{contract.Id}/obligations/5";
        (await theirs.GetAsync("/api/contracts").Json())["total"]!.GetValue<int>().ShouldBe(0);
        await theirs.When(Get(five)).Refuses(404, "not-found");

        await client.Having(contract.Id, 5).At(1).When(new AssignObligationRequest([Guid.NewGuid()])).Refuses(422, "assignee-unknown");
        await client.Having(contract.Id, 5).At(1).When(new AssignObligationRequest([staff])).Written();

        var listed = (await theirs.GetAsync("/api/contracts").Json())["items"]!.AsArray().Single()!;
        listed["counts"]!["unrecorded"]!.GetValue<int>().ShouldBe(1);
        (await theirs.GetAsync($"/api/contracts/{contract.Id}/obligations").Json()).AsArray().Count.ShouldBe(1);
        await theirs.When(Get($"/api/contracts/{contract.Id}/obligations/6/history")).Refuses(404, "requirement-unknown");
        await theirs.Having(contract.Id, 6).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(404, "requirement-unknown");
        await theirs.When(Get($"/api/contracts/{contract.Id}/reports")).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task Each_side_names_people_of_its_own()
    {
        var contract = await client.Register();
        var staff = await Person(FirstOrganisations.ContractorId, sectionId: null, Role.CONTRACTOR_STAFF);
        var officer = await Person(FirstOrganisations.OfficeId, FirstOrganisations.SectionId, Role.SUPERVISING_OFFICER);
        var address = $"/api/contracts/{contract.Id}/candidates";

        var ours = await client.GetAsync(address).Json();
        var theirs = await server.As(officer).GetAsync(address).Json();

        Ids(ours["staff"]!).ShouldContain(staff);
        ours["officers"]!.AsArray().ShouldBeEmpty();
        Ids(theirs["officers"]!).ShouldContain(officer);
        theirs["staff"]!.AsArray().ShouldBeEmpty();
        await server.As(staff).When(Get(address)).Refuses(403, "not-permitted");
        await client.When(Get($"/api/contracts/{Guid.NewGuid()}/candidates")).Refuses(404, "not-found");
        static IEnumerable<Guid> Ids(System.Text.Json.Nodes.JsonNode people) => people.AsArray().Select(p => p!["id"]!.GetValue<Guid>());
    }

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER, "CONTRACTOR_OFFICER,CONTRACTOR_STAFF,SUBCONTRACTOR_OFFICER")]
    [InlineData(Role.SECTION_HEAD, "SUPERVISING_OFFICER,SECTION_HEAD")]
    [InlineData(Role.CONTRACTOR_STAFF, "")]
    public async Task The_people_of_an_organisation_come_with_the_roles_that_one_gives(Role role, string given)
    {
        var who = server.As(role);
        var organisation = (await who.GetAsync("/api/session").Json())["acting"]!["organisationId"]!.GetValue<Guid>();

        var people = await who.GetAsync($"/api/organisations/{organisation}/people").Json();

        string.Join(',', people["rolesToGive"]!.AsArray().Select(r => r!["role"]!.GetValue<string>())).ShouldBe(given);
        var own = people["people"]!.AsArray().SelectMany(p => p!["memberships"]!.AsArray()).First(m => m!["role"]!.GetValue<string>() == role.ToString())!;
        (own["can"]!["endMembership"]!.GetValueKind() == System.Text.Json.JsonValueKind.True).ShouldBe(given.Length > 0);
    }

    [Fact]
    public async Task Who_brought_an_office_in_invites_its_first_and_then_the_office_does()
    {
        var office = await client.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "招かれる局", Sections: [new NewSection("総務課")])).Written(HttpStatusCode.Created);
        async Task<string> Given() => string.Join(',', (await client.GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).AsArray()
            .Single(o => o!["id"]!.GetValue<Guid>() == office.Id)!["rolesToGive"]!.AsArray().Select(r => r!["role"]!.GetValue<string>()));

        (await Given()).ShouldBe("SUPERVISING_OFFICER,SECTION_HEAD,AUDITOR,ADMINISTRATOR");
        await Person(office.Id, sectionId: null, Role.ADMINISTRATOR);
        (await Given()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_contractor_invites_the_first_of_a_firm_and_then_the_firm_does()
    {
        var firm = (await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "招かれる会社")).Written(HttpStatusCode.Created)).Id;
        var contract = await client.Register();
        await client.Having(contract).When(new EngageSubcontractorRequest("招かれる会社", SubcontractorKind.SUBCONTRACTOR, Day("2026-08-01"), firm))
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
        var officer = server.As(before);
        await officer.Having(contract).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "前任", PersonId: before)], Day("2026-07-10"))).Written();
        await client.Having(contract.Id).At(2).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "誰か", PersonId: after)], Day("2026-07-10")))
            .Refuses(422, "officer-unknown");

        var handed = await officer.Having(section).When(new SucceedOfficerRequest(before, after, Day("2026-12-01"))).Json();

        handed["contractIds"]!.AsArray().Single()!.GetValue<Guid>().ShouldBe(contract.Id);
        var lists = (await client.Contract(contract.Id))["officerLists"]!.AsArray();
        lists.Select(l => l!["officers"]![0]!["personId"]!.GetValue<Guid>()).ShouldBe([before, after]);
        lists[0]!["recordedBy"]!.GetValue<string>().ShouldBe("OFFICER");
        await officer.Having(Guid.NewGuid()).When(new SucceedOfficerRequest(before, after, Day("2026-12-01"))).Refuses(404, "not-found");
    }

    [Fact]
    public async Task Nothing_that_another_sees_moves_when_one_acts()
    {
        var firm = await Firm("静かな会社");
        var stranger = server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        var own = await stranger.Register(c => c with { OfficeId = null, SectionId = null });
        string[] addresses =
        [
            "/api/contracts", "/api/contracts?q=動向", "/api/contracts?sort=attention", "/api/organisations", "/api/parts", $"/api/contracts/{own.Id}",
            $"/api/contracts/{own.Id}/history", $"/api/contracts/{own.Id}/obligations", $"/api/organisations/{firm}/people", $"/api/contracts/{Guid.Empty}",
        ];
        var before = await Seen(stranger, addresses);

        var contract = await client.Register();
        await client.Having(contract.Id, 5).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        await Firm("あとから来た会社");
        await Person(FirstOrganisations.ContractorId, sectionId: null, Role.CONTRACTOR_STAFF);

        (await Seen(stranger, addresses)).ShouldBe(before);
        await stranger.When(Get($"/api/contracts/{contract.Id}")).Refuses(404, "not-found");
        await stranger.When(Get($"/api/organisations/{FirstOrganisations.ContractorId}/people")).Refuses(404, "not-found");
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

    private async Task<Guid> Firm(string name) => (await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, name)).Written(HttpStatusCode.Created)).Id;

    private async Task<Guid> Person(Guid organisationId, Guid? sectionId, Role role)
    {
        var id = Guid.CreateVersion7();
        var organisation = (await server.Store.OpenSession().Load<Organisation>(organisationId, CancellationToken.None))!.Value;
        await server.People.Register(id, $"{role}の人", mail: null, new GrantMembership(Guid.CreateVersion7(), organisationId, organisation, sectionId, role, Since));
        return id;
    }
}
