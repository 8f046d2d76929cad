using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Files;
using static SecurityTracker.ServerTests.ConfirmationDocuments.DocumentRequests;

namespace SecurityTracker.ServerTests.Access;

/// <summary>What nobody does to the other side, or to those who stand beside them: each of these was once a way through.</summary>
[Collection(Shared.Access)]
public sealed class WallTests(TestServer server)
{
    private static readonly DateOnly Since = new(2020, 4, 1);
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task A_joint_party_does_not_change_the_contract_or_hand_in_for_the_lead()
    {
        var firm = await Firm("乗り換える会社");
        var contract = await client.Register(c => c with { Consortium = Consortium.JOINT });
        var of = $"/api/contracts/{contract.Id}";
        var version = (await client.Having(contract).When(new EngageSubcontractorRequest("乗り換える会社", SubcontractorKind.JOINT_MEMBER, Day("2026-07-10"), firm))
            .Written(HttpStatusCode.Created)).Version;
        var member = server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));

        await member.Having(seen: version).When(Post($"{of}/corrections", new { reason = "訂正", contractor = Contractor(firm) })).Refuses(409, "lead-only");
        await member.Having(contract.Id).At(version).When(new AmendContractRequest(Day("2026-08-01"), "変更", "別の件名")).Refuses(409, "lead-only");
        await member.Having(contract.Id).At(version).When(new TerminateContractRequest(Day("2026-08-01"), "解除")).Refuses(409, "lead-only");
        await member.Having(contract.Id).At(version).When(new SignContractRequest(Day("2026-07-10"))).Refuses(409, "lead-only");
        await member.Having(contract.Id, 1).At(0).When(new SubmitConfirmationDocumentRequest(Day("2026-08-01"), SubmissionWay.MAIL)).Refuses(409, "lead-only");
        await member.Having(contract.Id, 1).At(0).When(new SetDocumentEffectiveFromRequest(Day("2026-08-01"))).Refuses(409, "lead-only");

        var reading = new { fileName = "上期.docx", sha256 = new string('a', 64), rows = Array.Empty<object>() };
        var prior = await member.When(Post($"{of}/prior-reports", new { from = "2026-07-10", to = "2026-09-30", reading })).Written(HttpStatusCode.Created);
        await member.Having(prior).When(new WithdrawPriorReportRequest("誤り")).Refuses(409, "lead-only");

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
            await member.Having(seen: version).When(Put($"{of}/{path}", body)).Refuses(409, "lead-only");
        }

        await member.Having(seen: version).When(Post($"{of}/extra-items", new { text = "追加の事項", consultation })).Refuses(409, "lead-only");
        await client.Having(seen: version++).When(Put($"{of}/officers", ofAll[0].Body)).Written();
        await server.As(Role.SUPERVISING_OFFICER).Having(seen: version++).When(Put($"{of}/addressee", ofAll[1].Body)).Written();

        var can = (await member.GetAsync(of).Json())["can"]!;
        foreach (var act in (string[])["signContract", "amendContract", "correctContract", "terminateContract", "addExtraItem", "engageSubcontractor", "setMailSubject", "agreeRosterChanges"])
        {
            can[act]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
        }

        (await member.GetAsync(of).Json())["can"]!["terminateContract"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("幹事法人");
        await client.Having(seen: version).When(Post($"{of}/corrections", new { reason = "訂正", contractor = Contractor(firm) })).Refuses(422, "party-not-own");
        await client.Having(contract.Id).At(version).When(new CorrectContractRequest("訂正", "正しい件名")).Written();
    }

    [Fact]
    public async Task The_section_in_charge_changes_by_its_own_people_once_it_has_some()
    {
        var office = (await client.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "移管局", Sections: [new NewSection("移管一課"), new NewSection("移管二課")])).Written(HttpStatusCode.Created)).Id;
        var sections = (await client.GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).AsArray().Single(o => o!["id"]!.GetValue<Guid>() == office)!["sections"]!
            .AsArray().Select(s => s!["id"]!.GetValue<Guid>()).ToList();
        var contract = await client.Register(c => c with { OfficeId = office, SectionId = sections[0], SectionName = "移管一課" });
        var corrections = $"/api/contracts/{contract.Id}/corrections";

        // Nobody of the office works here: 組織改編 is the contractor's to write down.
        var moved = await client.Having(contract).When(new CorrectContractRequest("組織改編", Section: new SectionRequest("移管二課"))).Written();
        (await client.Contract(contract.Id))["sectionId"]!.GetValue<Guid>().ShouldBe(sections[1]);

        var officer = server.As(await Person(office, sections[1], Role.SUPERVISING_OFFICER));
        object[] away =
        [
            new { sectionName = "移管一課" }, new { sectionName = "移管二課", sectionId = sections[0] },
            new { sectionName = "担当課室", officeId = FirstOrganisations.OfficeId }, new { sectionName = "担当課室", officeId = FirstOrganisations.OfficeId, sectionId = FirstOrganisations.SectionId },
        ];
        foreach (var section in away)
        {
            await client.Having(moved).When(Post(corrections, new { reason = "担当替え", section })).Refuses(409, "section-not-yours-to-change");
        }

        // A slip in the printed name is mended by either side, and moves nothing.
        var mended = await client.Having(contract.Id).At(moved.Version).When(new CorrectContractRequest("誤記", Section: new SectionRequest("移管第二課", "ni@example.go.jp"))).Written();
        (await client.Contract(contract.Id))["sectionId"]!.GetValue<Guid>().ShouldBe(sections[1]);
        await officer.Having(contract.Id).At(mended.Version).When(new CorrectContractRequest("担当替え", Section: new SectionRequest("移管一課"))).Written();
        await officer.When(Get($"/api/contracts/{contract.Id}")).Refuses(404, "not-found");
    }

    [Fact]
    public async Task An_erasure_on_the_roster_takes_that_persons_values_alone()
    {
        const string Name = "同名　花子";
        var contract = await client.Register();
        var theirs = server.As(Role.SUPERVISING_OFFICER);
        await theirs.Having(contract).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, Name, "domei@example.go.jp")], Day("2026-07-10"))).Written();
        var drafted = await client.StartDraft(contract.Id);
        var added = await client.Having(contract.Id).At(drafted.Version).When(new AddDocumentPeopleRequest([new DocumentPersonRequest([OrganizationRole.WORKER], Name, Position: "主任", Address: "domei@example.go.jp")]))
            .Json(HttpStatusCode.Created);
        var personId = added["personIds"]![0]!.GetValue<Guid>();
        await Answered(TestPeople.IdOf(Role.SUPERVISING_OFFICER), "theirs", Name);
        await Answered(TestPeople.IdOf(Role.CONTRACTOR_OFFICER), "ours", Name);
        await Answered(TestPeople.IdOf(Role.CONTRACTOR_OFFICER), "short", "主任");
        await Answered(TestPeople.IdOf(Role.SUPERVISING_OFFICER), "by-id", personId.ToString());

        await client.Having(contract.Id, personId).At(added["version"]!.GetValue<long>()).When(new ErasePersonOnRosterRequest("退職のため")).Json();

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
        var subordinate = server.As(officer);

        await subordinate.Having(section).When(new SucceedOfficerRequest(head, next, Day("2026-11-21"), EndMembership: true)).Refuses(422, "role-not-yours-to-give");
        await server.As(head).GetAsync($"/api/organisations/{office}/people").Json();
        await subordinate.Having(section).When(new SucceedOfficerRequest(officer, next, Day("2026-11-21"))).Json();

        await server.As(Role.SECTION_HEAD).Having(section).When(new SucceedOfficerRequest(officer, next, Day("2026-11-21"), EndMembership: true)).Json();
    }

    [Fact]
    public async Task A_part_does_not_pass_from_one_firm_to_another()
    {
        var (first, second) = (await Firm("先の会社"), await Firm("後の会社"));
        var contract = await client.Register();
        var firms = $"/api/contracts/{contract.Id}/subcontractors";
        var engaged = await client.Having(contract).When(new EngageSubcontractorRequest("先の会社", SubcontractorKind.SUBCONTRACTOR, Day("2026-08-01"), Numbers: [5])).Written(HttpStatusCode.Created);
        (await Taking())["organisationChoice"]!.GetValue<bool>().ShouldBeTrue();
        var before = await Firms(client);
        before[first]!.GetValue<bool>().ShouldBeTrue();
        before[FirstOrganisations.ContractorId]!["reason"].ShouldNotBeNull();

        var named = await client.Having(contract.Id, engaged.Id).At(engaged.Version).When(new ChangeSubcontractorRequest("先の会社", [5], first)).Written();
        (await Taking())["organisationChoice"]!["reason"]!["ja"]!.GetValue<string>().ShouldContain("別の組織に変更できません");
        (await Taking())["can"]!["changeSubcontractor"]!.GetValue<bool>().ShouldBeTrue();
        var after = await Firms(client);
        after[first]!["reason"]!["ja"]!.GetValue<string>().ShouldBe("この組織は既に登録されています。");
        after[second]!.GetValue<bool>().ShouldBeTrue();
        (await Firms(server.As(Role.SUPERVISING_OFFICER))).ShouldBeEmpty("the ministry names no firm");

        await client.Having(contract.Id, engaged.Id).At(named.Version).When(new ChangeSubcontractorRequest("後の会社", [5], second)).Refuses(409, "part-of-another-firm");
        await client.Having(contract.Id, engaged.Id).At(named.Version).When(new ChangeSubcontractorRequest("後の会社", [5])).Refuses(409, "part-of-another-firm");

        (await server.As(StreamId.Person(second, nameof(Role.SUBCONTRACTOR_OFFICER))).GetAsync("/api/parts").Json()).AsArray().ShouldBeEmpty();
        await client.Having(contract.Id, engaged.Id).At(named.Version).When(new ChangeSubcontractorRequest("先の会社（改称）", [5, 9], first)).Written();

        async Task<JsonNode> Taking() => (await client.Contract(contract.Id))["subcontractors"]![0]!;
        async Task<Dictionary<Guid, JsonNode?>> Firms(HttpClient who) => (await who.GetAsync($"/api/contracts/{contract.Id}/candidates").Json())["firms"]!.AsArray()
            .ToDictionary(firm => firm!["id"]!.GetValue<Guid>(), firm => firm!["can"]!["engageSubcontractor"]);
    }

    [Fact]
    public async Task An_edition_is_revised_by_who_may_and_a_draft_is_its_makers()
    {
        var firm = await Firm("書き換える会社");
        var stranger = server.As(StreamId.Person(firm, nameof(Role.CONTRACTOR_OFFICER)));
        foreach (var contractor in (HttpClient[])[client, stranger, server.As(StreamId.Person(firm, nameof(Role.ADMINISTRATOR)))])
        {
            await Revise(contractor, "ED-A").Refuses(409, "edition-not-yours-to-revise");
        }

        await Revise(server.As(Role.SUPERVISING_OFFICER), "ED-A").Written();
        await Revise(server.As(Role.ADMINISTRATOR), "ED-D").Written();

        var draft = new JsonObject { ["code"] = "ED-W", ["name"] = "新しい文言", ["source"] = "公募要領", ["content"] = (await client.GetAsync("/api/editions/ED-C").Json()).DeepClone() };
        var begun = await client.When(Post("/api/edition-drafts", draft.ToJsonString())).Written(HttpStatusCode.Created);
        var address = $"/api/edition-drafts/{begun.Id}";
        await stranger.When(Get(address)).Refuses(404, "edition-draft-unknown");
        await stranger.Having(begun).When(Put(address, draft.ToJsonString())).Refuses(404, "not-found");
        await stranger.Having(begun).When<PublishEditionDraftEndpoint>().Refuses(404, "not-found");
        await client.Having(begun).When<PublishEditionDraftEndpoint>().Written(HttpStatusCode.Created);
        var own = (await client.GetAsync("/api/editions/ED-W").Json())["code"]!.GetValue<string>();
        await Revise(stranger, own, of: "ED-A").Refuses(404, "not-found");
        await Revise(stranger, "ED-W", of: "ED-A").Refuses(404, "not-found");
        await Revise(client, "ED-W").Written();
        await Revise(client, "ED-NONE", of: "ED-W").Refuses(404, "not-found");
    }

    [Fact]
    public async Task A_file_of_one_side_is_the_others_once_the_record_names_it()
    {
        var contract = await client.Register();
        var officer = server.As(Role.SUPERVISING_OFFICER);
        var (draft, ours, theirs) = (await Kept(client, contract.Id, "社内の案.pdf"), await Kept(client, contract.Id, "体制図.pdf"), await Kept(officer, contract.Id, "起案の資料.pdf"));

        foreach (var (who, file) in ((HttpClient, Guid)[])[(officer, draft), (officer, ours), (client, theirs), (server.As(Role.AUDITOR), ours)])
        {
            await who.When(Get($"/api/files/{file}")).Refuses(404, "not-found");
            await who.When(Get($"/api/files/{file}/content")).Refuses(404, "not-found");
        }

        await officer.Having(ours).At(1).When(new EraseFileRequest("他人のもの")).Refuses(404, "not-found");

        // Named in a text, or as an entry of a register outside, is not referred to.
        await client.Having(contract.Id).When(new ReportIncidentRequest($"{draft}")).Json(HttpStatusCode.Created);
        await client.Having(contract.Id).When(new RequestActRequest(ProcedureSubject.BRING_IN, "持込み", "端末を持ち込みます。", FileIds: [ours])).Json(HttpStatusCode.Created);
        await officer.When(Get($"/api/files/{draft}")).Refuses(404, "not-found");
        (await officer.GetAsync($"/api/files/{ours}").Json())["name"]!.GetValue<string>().ShouldBe("体制図.pdf");
        await officer.Having(contract).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "担当　職員")], Day("2026-07-10"), theirs)).Written();
        (await client.GetAsync($"/api/files/{theirs}").Json())["name"]!.GetValue<string>().ShouldBe("起案の資料.pdf");

        // Put into a draft of the 確認書類 it stays the contractor's.
        var drafted = await client.StartDraft(contract.Id);
        await client.Having(contract.Id).At(drafted.Version).When(new ChangeDocumentPapersRequest([new DocumentPaperRequest("体制図", FileIds: [draft])])).Written();
        await officer.When(Get($"/api/files/{draft}")).Refuses(404, "not-found");
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
        return await who.Having(seen: edition["version"]!.GetValue<long>()).When(Post($"/api/editions/{code}/revisions", correction.ToJsonString()));
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

    private static ContractorRequest Contractor(Guid organisationId) => ContractRequests.Body().Contractor with { OrganisationId = organisationId };

    private async Task<Guid> Firm(string name) => (await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, name)).Written(HttpStatusCode.Created)).Id;

    private async Task<Guid> Person(Guid organisationId, Guid? sectionId, Role role)
    {
        var id = Guid.CreateVersion7();
        var organisation = (await server.Store.OpenSession().Load<Organisation>(organisationId, CancellationToken.None))!.Value;
        await server.People.Register(id, $"{role}の人", mail: null, new GrantMembership(Guid.CreateVersion7(), organisationId, organisation, sectionId, role, Since));
        return id;
    }
}
