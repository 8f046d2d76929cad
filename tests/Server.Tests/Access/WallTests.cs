using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server;
using SecurityTracker.Server.Access;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Access;

/// <summary>What nobody does to the other side, or to those who stand beside them: each of these was once a way through.</summary>
public sealed class WallTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly DateOnly Since = new(2020, 4, 1);
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task A_joint_party_does_not_change_the_contract_or_hand_in_for_the_lead()
    {
        var firm = await Firm("乗り換える会社");
        var contract = await client.Register(c => c["consortium"] = "JOINT");
        var of = $"/api/contracts/{contract.Id}";
        var version = (await client.PostAct(
            $"{of}/subcontractors", new { name = "乗り換える会社", kind = "JOINT_MEMBER", from = "2026-07-10", organisationId = firm }, contract.Version)
            .Written(HttpStatusCode.Created)).Version;
        var member = server.CreateClient().As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));

        await member.PostAct($"{of}/corrections", new { reason = "訂正", contractor = Contractor(firm) }, version).ShouldRefuse(409, "lead-only");
        await member.PostAct($"{of}/amendments", new { agreedOn = "2026-08-01", reason = "変更", name = "別の件名" }, version).ShouldRefuse(409, "lead-only");
        await member.PostAct($"{of}/termination", new { terminatedOn = "2026-08-01", reason = "解除" }, version).ShouldRefuse(409, "lead-only");
        await member.PutAct($"{of}/signing", new { signedOn = "2026-07-10" }, version).ShouldRefuse(409, "lead-only");
        await member.PostAct($"{of}/confirmation-document/versions/1/submission", new { on = "2026-08-01", via = "MAIL" }, 0).ShouldRefuse(409, "lead-only");
        await member.PutAct($"{of}/confirmation-document/versions/1/effective", new { from = "2026-08-01" }, 0).ShouldRefuse(409, "lead-only");

        (await member.GetAsync(of).Json())["can"]!["terminate"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
        await client.PostAct($"{of}/corrections", new { reason = "訂正", contractor = Contractor(firm) }, version).ShouldRefuse(422, "party-not-own");
        await client.PostAct($"{of}/corrections", new { reason = "訂正", name = "正しい件名" }, version).Written();
    }

    [Fact]
    public async Task The_section_in_charge_changes_by_its_own_people_once_it_has_some()
    {
        var office = (await client.PostAct(
            "/api/organisations", new { kind = "MINISTRY_OFFICE", name = "移管局", sections = new[] { new { name = "移管一課" }, new { name = "移管二課" } } }).Written(HttpStatusCode.Created)).Id;
        var sections = (await client.GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).AsArray().Single(o => o!["id"]!.GetValue<Guid>() == office)!["sections"]!
            .AsArray().Select(s => s!["id"]!.GetValue<Guid>()).ToList();
        var contract = await client.Register(c => (c["officeId"], c["sectionId"], c["sectionName"]) = (office, sections[0], "移管一課"));
        var corrections = $"/api/contracts/{contract.Id}/corrections";

        // Nobody of the office works here: 組織改編 is the contractor's to write down.
        var moved = await client.PostAct(corrections, new { reason = "組織改編", section = new { sectionName = "移管二課" } }, contract.Version).Written();
        (await client.Contract(contract.Id))["sectionId"]!.GetValue<Guid>().ShouldBe(sections[1]);

        var officer = server.CreateClient().As(await Person(office, sections[1], Role.SUPERVISING_OFFICER));
        object[] away =
        [
            new { sectionName = "移管一課" }, new { sectionName = "移管二課", sectionId = sections[0] },
            new { sectionName = "担当課室", officeId = FirstOrganisations.OfficeId }, new { sectionName = "担当課室", officeId = FirstOrganisations.OfficeId, sectionId = FirstOrganisations.SectionId },
        ];
        foreach (var section in away)
        {
            await client.PostAct(corrections, new { reason = "担当替え", section }, moved.Version).ShouldRefuse(409, "section-not-yours-to-change");
        }

        // A slip in the printed name is mended by either side, and moves nothing.
        var mended = await client.PostAct(corrections, new { reason = "誤記", section = new { sectionName = "移管第二課", sectionMail = "ni@example.go.jp" } }, moved.Version).Written();
        (await client.Contract(contract.Id))["sectionId"]!.GetValue<Guid>().ShouldBe(sections[1]);
        await officer.PostAct(corrections, new { reason = "担当替え", section = new { sectionName = "移管一課" } }, mended.Version).Written();
        await officer.GetAsync($"/api/contracts/{contract.Id}").ShouldRefuse(404, "not-found");
    }

    private static JsonNode Contractor(Guid organisationId)
    {
        var contractor = ContractRequests.Body()["contractor"]!.DeepClone();
        contractor["organisationId"] = organisationId;
        return contractor;
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
