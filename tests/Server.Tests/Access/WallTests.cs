using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Files;
using static SecurityTracker.ServerTests.ConfirmationDocuments.DocumentRequests;

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

        var reading = new { fileName = "上期.docx", sha256 = new string('a', 64), rows = Array.Empty<object>() };
        var prior = await member.PostAct($"{of}/prior-reports", new { from = "2026-07-10", to = "2026-09-30", reading }).Written(HttpStatusCode.Created);
        await member.PostAct($"/api/prior-reports/{prior.Id}/withdrawal", new { reason = "誤り" }, prior.Version).ShouldRefuse(409, "lead-only");

        // What is agreed with the office, and whom the contract names, is one for all parties.
        var consultation = new { consultedOn = "2026-08-01", with = "担当課室", outcome = "了解" };
        (string Path, object Body)[] ofAll =
        [
            ("officers", new { from = "2026-08-01", officers = new[] { new { post = "PRIMARY", name = "担当　職員" } } }),
            ("addressee", new { addressee = "別の課長 殿", from = "2026-08-01" }),
            ("norms", new { namedNorm = "令和7年度版" }),
            ("mail-subject", new { pattern = "【{件名}】" }),
            ("predecessor", new { predecessorId = (Guid?)null }),
            ("roster-changes", new { rePresentationOnly = true, consultation }),
            ("reporting", new { basis = "YEARLY", consultation }),
            ("conventions/END_OF_WORK", new { status = "NOT_APPLICABLE", consultation }),
        ];
        foreach (var (path, body) in ofAll)
        {
            await member.PutAct($"{of}/{path}", body, version).ShouldRefuse(409, "lead-only");
        }

        await member.PostAct($"{of}/extra-items", new { text = "追加の事項", consultation }, version).ShouldRefuse(409, "lead-only");
        await client.PutAct($"{of}/officers", ofAll[0].Body, version++).Written();
        await server.CreateClient().As(Role.SUPERVISING_OFFICER).PutAct($"{of}/addressee", ofAll[1].Body, version++).Written();

        var can = (await member.GetAsync(of).Json())["can"]!;
        foreach (var act in (string[])["signContract", "amendContract", "correctContract", "terminateContract", "addExtraItem", "engageSubcontractor", "setMailSubject", "agreeRosterChanges"])
        {
            can[act]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
        }

        (await member.GetAsync(of).Json())["can"]!["terminateContract"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
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

    [Fact]
    public async Task An_erasure_on_the_roster_takes_that_persons_values_alone()
    {
        const string Name = "同名　花子";
        var contract = await client.Register();
        var theirs = server.CreateClient().As(Role.SUPERVISING_OFFICER);
        await theirs.PutAct(
            $"/api/contracts/{contract.Id}/officers", new { from = "2026-07-10", officers = new[] { new { post = "PRIMARY", name = Name, mail = "domei@example.go.jp" } } }, contract.Version).Written();
        var drafted = await client.StartDraft(contract.Id);
        var added = await client.PostAct(
            Of(contract.Id, "/draft/people"), new { people = new[] { new { roles = new[] { "WORKER" }, name = Name, position = "主任", address = "domei@example.go.jp" } } }, drafted.Version)
            .Json(HttpStatusCode.Created);
        var personId = added["personIds"]![0]!.GetValue<Guid>();
        await Answered(TestPeople.IdOf(Role.SUPERVISING_OFFICER), "theirs", Name);
        await Answered(TestPeople.IdOf(Role.CONTRACTOR_OFFICER), "ours", Name);
        await Answered(TestPeople.IdOf(Role.CONTRACTOR_OFFICER), "short", "主任");
        await Answered(TestPeople.IdOf(Role.SUPERVISING_OFFICER), "by-id", personId.ToString());

        await client.PostAct(Of(contract.Id, $"/people/{personId}/erasure"), new { reason = "退職のため" }, added["version"]!.GetValue<long>()).Json();

        var officer = (await theirs.GetAsync($"/api/contracts/{contract.Id}").Json())["officerLists"]![0]!["officers"]![0]!;
        (officer["name"]!.GetValue<string>(), officer["mail"]!.GetValue<string>()).ShouldBe((Name, "domei@example.go.jp"));
        await using var look = server.Database.CreateCommand("SELECT string_agg(key, ' ' ORDER BY key) FROM idempotent_answers WHERE key = ANY ('{theirs,ours,short,by-id}')");
        (await look.ExecuteScalarAsync()).ShouldBe("short theirs");
    }

    [Fact]
    public async Task A_role_in_a_section_is_taken_by_who_gives_it()
    {
        var (office, section) = (FirstOrganisations.OfficeId, FirstOrganisations.SectionId);
        var (head, officer, next) = (await Person(office, section, Role.SECTION_HEAD), await Person(office, section, Role.SUPERVISING_OFFICER), await Person(office, section, Role.SUPERVISING_OFFICER));
        var address = $"/api/sections/{section}/successions";
        var subordinate = server.CreateClient().As(officer);

        await subordinate.PostAct(address, new { fromPersonId = head, toPersonId = next, on = "2026-11-21", endMembership = true }).ShouldRefuse(422, "role-not-yours-to-give");
        await server.CreateClient().As(head).GetAsync($"/api/organisations/{office}/people").Json();
        await subordinate.PostAct(address, new { fromPersonId = officer, toPersonId = next, on = "2026-11-21" }).Json();

        await server.CreateClient().As(Role.SECTION_HEAD).PostAct(address, new { fromPersonId = officer, toPersonId = next, on = "2026-11-21", endMembership = true }).Json();
    }

    [Fact]
    public async Task A_part_does_not_pass_from_one_firm_to_another()
    {
        var (first, second) = (await Firm("先の会社"), await Firm("後の会社"));
        var contract = await client.Register();
        var firms = $"/api/contracts/{contract.Id}/subcontractors";
        var engaged = await client.PostAct(firms, new { name = "先の会社", kind = "SUBCONTRACTOR", from = "2026-08-01", numbers = new[] { 5 } }, contract.Version).Written(HttpStatusCode.Created);
        (await Taking())["organisationChoice"]!.GetValue<bool>().ShouldBeTrue();
        var before = await Firms(client);
        before[first]!.GetValue<bool>().ShouldBeTrue();
        before[FirstOrganisations.ContractorId]!["reason"].ShouldNotBeNull();

        var named = await client.PutAct($"{firms}/{engaged.Id}", new { name = "先の会社", organisationId = first, numbers = new[] { 5 } }, engaged.Version).Written();
        (await Taking())["organisationChoice"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("別の組織に変更できません");
        (await Taking())["can"]!["changeSubcontractor"]!.GetValue<bool>().ShouldBeTrue();
        var after = await Firms(client);
        after[first]!["reason"]!["ja"]!.GetValue<string>().ShouldBe("この組織は既に登録されています。");
        after[second]!.GetValue<bool>().ShouldBeTrue();
        (await Firms(server.CreateClient().As(Role.SUPERVISING_OFFICER))).ShouldBeEmpty("the ministry names no firm");

        await client.PutAct($"{firms}/{engaged.Id}", new { name = "後の会社", organisationId = second, numbers = new[] { 5 } }, named.Version).ShouldRefuse(409, "part-of-another-firm");
        await client.PutAct($"{firms}/{engaged.Id}", new { name = "後の会社", numbers = new[] { 5 } }, named.Version).ShouldRefuse(409, "part-of-another-firm");

        (await server.CreateClient().As(StreamId.Person(second, nameof(Role.SUBCONTRACTOR_OFFICER))).GetAsync("/api/parts").Json()).AsArray().ShouldBeEmpty();
        await client.PutAct($"{firms}/{engaged.Id}", new { name = "先の会社（改称）", organisationId = first, numbers = new[] { 5, 9 } }, named.Version).Written();

        async Task<JsonNode> Taking() => (await client.Contract(contract.Id))["subcontractors"]![0]!;
        async Task<Dictionary<Guid, JsonNode?>> Firms(HttpClient who) => (await who.GetAsync($"/api/contracts/{contract.Id}/candidates").Json())["firms"]!.AsArray()
            .ToDictionary(firm => firm!["id"]!.GetValue<Guid>(), firm => firm!["can"]!["engageSubcontractor"]);
    }

    [Fact]
    public async Task An_edition_is_revised_by_who_may_and_a_draft_is_its_makers()
    {
        var firm = await Firm("書き換える会社");
        var stranger = server.CreateClient().As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        foreach (var contractor in (HttpClient[])[client, stranger, server.CreateClient().As(StreamId.Person(firm, nameof(Role.ADMINISTRATOR)))])
        {
            await Revise(contractor, "ED-A").ShouldRefuse(409, "edition-not-yours-to-revise");
        }

        await Revise(server.CreateClient().As(Role.SUPERVISING_OFFICER), "ED-A").Written();
        await Revise(server.CreateClient().As(Role.ADMINISTRATOR), "ED-D").Written();

        var draft = new JsonObject { ["code"] = "ED-W", ["name"] = "新しい文言", ["source"] = "公募要領", ["content"] = (await client.GetAsync("/api/editions/ED-C").Json()).DeepClone() };
        var begun = await client.PostAct("/api/edition-drafts", draft.ToJsonString()).Written(HttpStatusCode.Created);
        var address = $"/api/edition-drafts/{begun.Id}";
        await stranger.GetAsync(address).ShouldRefuse(404, "edition-draft-unknown");
        await stranger.PutAct(address, draft.ToJsonString(), begun.Version).ShouldRefuse(404, "not-found");
        await stranger.PostAct($"{address}/publish", new { }, begun.Version).ShouldRefuse(404, "not-found");
        await client.PostAct($"{address}/publish", new { }, begun.Version).Written(HttpStatusCode.Created);
        var own = (await client.GetAsync("/api/editions/ED-W").Json())["code"]!.GetValue<string>();
        await Revise(stranger, own, of: "ED-A").ShouldRefuse(404, "not-found");
        await Revise(stranger, "ED-W", of: "ED-A").ShouldRefuse(404, "not-found");
        await Revise(client, "ED-W").Written();
        await Revise(client, "ED-NONE", of: "ED-W").ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_file_of_one_side_is_the_others_once_the_record_names_it()
    {
        var contract = await client.Register();
        var officer = server.CreateClient().As(Role.SUPERVISING_OFFICER);
        var (draft, ours, theirs) = (await Kept(client, contract.Id, "社内の案.pdf"), await Kept(client, contract.Id, "体制図.pdf"), await Kept(officer, contract.Id, "起案の資料.pdf"));

        foreach (var (who, file) in ((HttpClient, Guid)[])[(officer, draft), (officer, ours), (client, theirs), (server.CreateClient().As(Role.AUDITOR), ours)])
        {
            await who.GetAsync($"/api/files/{file}").ShouldRefuse(404, "not-found");
            await who.GetAsync($"/api/files/{file}/content").ShouldRefuse(404, "not-found");
        }

        await officer.PutAct($"/api/files/{ours}/erasure", new { reason = "他人のもの" }, 1).ShouldRefuse(404, "not-found");

        // Named in a text, or as an entry of a register outside, is not referred to.
        await client.PostAct($"/api/contracts/{contract.Id}/incidents", new { text = $"{draft}" }).Json(HttpStatusCode.Created);
        await client.PostAct($"/api/contracts/{contract.Id}/authority-acts", new { subject = "BRING_IN", title = "持込み", text = "端末を持ち込みます。", fileIds = new[] { ours } }).Json(HttpStatusCode.Created);
        await officer.GetAsync($"/api/files/{draft}").ShouldRefuse(404, "not-found");
        (await officer.GetAsync($"/api/files/{ours}").Json())["name"]!.GetValue<string>().ShouldBe("体制図.pdf");
        await officer.PutAct(
            $"/api/contracts/{contract.Id}/officers", new { from = "2026-07-10", officers = new[] { new { post = "PRIMARY", name = "担当　職員" } }, fileId = theirs }, contract.Version).Written();
        (await client.GetAsync($"/api/files/{theirs}").Json())["name"]!.GetValue<string>().ShouldBe("起案の資料.pdf");

        // Put into a draft of the 確認書類 it stays the contractor's.
        var drafted = await client.StartDraft(contract.Id);
        await client.PutAct(Of(contract.Id, "/draft/papers"), new { papers = new[] { new { subject = "体制図", fileIds = new[] { draft } } } }, drafted.Version).Written();
        await officer.GetAsync($"/api/files/{draft}").ShouldRefuse(404, "not-found");
    }

    [Theory]
    [InlineData("succeedOfficer")]
    [InlineData("reviseEdition")]
    [InlineData("publishEditionDraft")]
    [InlineData("requestEditionAdoption")]
    [InlineData("adoptEdition")]
    [InlineData("withdrawEditionAdoption")]
    [InlineData("withdrawEdition")]
    public void What_lasts_asks_for_a_recent_sign_in(string name) => Route(name).Metadata.GetMetadata<RecentSignIn>().ShouldNotBeNull();

    [Theory]
    [InlineData("keepFile", RateLimits.Imports)]
    [InlineData("keepPartFile", RateLimits.Imports)]
    [InlineData("readMail", RateLimits.Imports)]
    [InlineData("getFileContent", RateLimits.Exports)]
    [InlineData("getActMailFile", RateLimits.Exports)]
    public void What_is_costly_is_limited(string name, string limit) => Route(name).Metadata.GetMetadata<EnableRateLimitingAttribute>().ShouldNotBeNull().PolicyName.ShouldBe(limit);

    private Endpoint Route(string name) => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name);

    private static async Task<HttpResponseMessage> Revise(HttpClient who, string code, string? of = null)
    {
        var edition = await who.GetAsync($"/api/editions/{of ?? code}").Json();
        var correction = new JsonObject
        {
            ["name"] = edition["name"]!.GetValue<string>() + "（訂正）", ["source"] = edition["source"]!.DeepClone(), ["reason"] = "原本との照合", ["content"] = edition.DeepClone(),
        };
        return await who.PostAct($"/api/editions/{code}/revisions", correction.ToJsonString(), edition["version"]!.GetValue<long>());
    }

    private static async Task<Guid> Kept(HttpClient who, Guid contractId, string name) =>
        (await who.Upload($"/api/contracts/{contractId}/files", Uploads.Pdf, name).Json(HttpStatusCode.Created))["id"]!.GetValue<Guid>();

    private async Task Answered(Guid actorId, string key, string word)
    {
        await using var insert = server.Database.CreateCommand(
            "INSERT INTO idempotent_answers (actor_id, key, request_hash, status, body, sequence, answered_at) VALUES ($1, $2, '', 200, json_build_object('text', $3::text), 0, $4)");
        insert.Parameters.Add(new() { Value = actorId });
        insert.Parameters.Add(new() { Value = key });
        insert.Parameters.Add(new() { Value = word });
        insert.Parameters.Add(new() { Value = server.Clock.Now.UtcDateTime });
        await insert.ExecuteNonQueryAsync();
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
