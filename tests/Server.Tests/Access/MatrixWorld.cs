using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Files;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Access;

/// <summary>Someone who asks, with the things that are theirs to ask for.</summary>
internal sealed record MatrixPerson(Guid Id, Role Role, MatrixThings Things);

/// <summary>
/// Two worlds side by side: a contract between the installation's first firm and office with everything that hangs on it, and another
/// firm, office, 課室 and 再委託先 that have no part in it.
/// </summary>
internal sealed class MatrixWorld
{
    private static readonly DateOnly Since = new(2020, 4, 1);

    private readonly TestServer server;
    private readonly Dictionary<string, Guid> things = [];

    private MatrixWorld(TestServer server) => this.server = server;

    /// <summary>Those who have a part, at least one a role.</summary>
    public List<MatrixPerson> Own { get; } = [];

    /// <summary>Those who have none, at least one a role; what they ask for is not theirs.</summary>
    public List<MatrixPerson> Others { get; } = [];

    /// <summary>What the contractor has drafted and not handed in, by the word in front of it: of the same contract, and nobody's but the contractor's.</summary>
    public Dictionary<string, Guid> Unsent { get; private set; } = [];

    /// <summary>Makes both.</summary>
    public static async Task<MatrixWorld> Make(TestServer server)
    {
        var world = new MatrixWorld(server);
        var client = server.CreateClient();
        var administrator = server.As(Role.ADMINISTRATOR);
        var part = await Firm(client, "再委託先");
        await world.Furnish(client, part);

        var (first, office) = (FirstOrganisations.ContractorId, FirstOrganisations.OfficeId);
        foreach (var role in new[] { Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_STAFF, Role.ADMINISTRATOR })
        {
            world.Own.Add(await world.Person(first, Guid.Empty, role));
        }

        foreach (var role in new[] { Role.SUPERVISING_OFFICER, Role.SECTION_HEAD, Role.AUDITOR, Role.ADMINISTRATOR })
        {
            world.Own.Add(await world.Person(office, FirstOrganisations.SectionId, role));
        }

        world.Own.Add(await world.Person(part, Guid.Empty, Role.SUBCONTRACTOR_OFFICER));
        await world.GiveFiles();
        await world.GiveDrafts();
        await world.Strangers(administrator);
        return world;
    }

    /// <summary>What stands where somebody else's things are asked for.</summary>
    public MatrixThings NotTheirs => Own[0].Things;

    private async Task Strangers(HttpClient administrator)
    {
        var firm = await Firm(administrator, "関わりのない会社");
        var office = await administrator.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "関わりのない局", Sections: [new NewSection("別の課")])).Written(HttpStatusCode.Created);
        var section = (await administrator.GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).AsArray()
            .Single(o => o!["id"]!.GetValue<Guid>() == office.Id)!["sections"]![0]!["id"]!.GetValue<Guid>();
        foreach (var role in PersonDecider.RolesOf(OrganisationKind.CONTRACTOR))
        {
            Others.Add(await Person(firm, Guid.Empty, role));
        }

        foreach (var role in PersonDecider.RolesOf(OrganisationKind.MINISTRY_OFFICE))
        {
            Others.Add(await Person(office.Id, section, role));
        }
    }

    private static async Task<Guid> Firm(HttpClient client, string name) =>
        (await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, name)).Written(HttpStatusCode.Created)).Id;

    // A person of their own, so that no other test's people are changed by this one.
    private async Task<MatrixPerson> Person(Guid organisationId, Guid section, Role role)
    {
        var (id, membership) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var organisation = (await server.Store.OpenSession().Load<Organisation>(organisationId, CancellationToken.None))!.Value;
        var grant = new GrantMembership(membership, organisationId, organisation, PersonDecider.HasSection(role) ? section : null, role, Since);
        await server.People.Register(id, $"{role}の人", mail: null, grant);
        if (role == Role.CONTRACTOR_STAFF && organisationId == FirstOrganisations.ContractorId)
        {
            await Assign(id);
        }

        return new(id, role, new(organisationId, section, id, membership, things));
    }

    private async Task Assign(Guid staff)
    {
        foreach (var number in new[] { 5, 15 })
        {
            var address = $"/api/contracts/{things["contracts"]}/obligations/{number}";
            var client = server.CreateClient();
            var version = (await client.GetAsync(address).Json())["version"]!.GetValue<long>();
            await client.Having(things["contracts"], number).At(version).When(new AssignObligationRequest([staff])).Written();
        }
    }

    private async Task Furnish(HttpClient client, Guid subcontractor)
    {
        things["editions"] = FirstOrganisations.ContractorId;
        await Publish(client);
        var contract = await client.RegisterRecorded(c => c with { EditionCode = "ED-M" });
        var of = $"/api/contracts/{contract.Id}";
        things["contracts"] = contract.Id;
        things["reports"] = (await client.Submitted(contract.Id)).Id;
        var engaged = await client.Having(contract).When(new EngageSubcontractorRequest("再委託先", SubcontractorKind.SUBCONTRACTOR, Day("2026-07-10"), subcontractor, [5]))
            .Written(HttpStatusCode.Created);
        things["subcontractors"] = engaged.Id;
        things["parts"] = StreamId.Part(contract.Id, engaged.Id);
        things["report-batches"] = await Batch(client, contract.Id, "2026-07-10", "2026-09-30");
        await Present(client, contract.Id);
        Unsent = things.ToDictionary();
        Unsent["reports"] = (await client.Draft(contract.Id, new { from = "2026-10-01", to = "2026-12-31" })).Id;
        Unsent["report-batches"] = await Batch(client, contract.Id, "2026-10-01", "2026-12-31");
        await Try("prior-reports", client.When(Post($"{of}/prior-reports", new
        {
            from = "2027-01-01", to = "2027-02-26",
            reading = new { fileName = "下期.docx", sha256 = new string('a', 64), rows = new[] { new { number = 9, status = "IMPLEMENTED" } } },
        })));
        await Try("files", client.Upload($"{of}/files", Uploads.Pdf, "体制図.pdf"));
        await Try("communications", client.Having(contract.Id).When(new ReportIncidentRequest("不審なメールを開いた。")));
        await Try("authority-acts", client.Having(contract.Id).When(new RequestActRequest(ProcedureSubject.BRING_IN, "持込み", "端末を持ち込みます。", FileIds: [things["files"]])));
        things["edition-drafts"] = await Draft(client);
        await Delegate();
    }

    // The words of ED-C as an edition of the firm's own, which the contract is on: who has no part in it has none in the edition.
    private static async Task Publish(HttpClient client)
    {
        var draft = new JsonObject { ["code"] = "ED-M", ["name"] = "自社の版", ["source"] = "公募要領", ["content"] = (await client.GetAsync("/api/editions/ED-C").Json()).DeepClone() };
        var begun = await client.When(Post("/api/edition-drafts", draft.ToJsonString())).Written(HttpStatusCode.Created);
        await client.Having(begun).When<PublishEditionDraftEndpoint>().Written(HttpStatusCode.Created);
    }

    // A draft edition is of the organisation that began it.
    private async Task GiveDrafts()
    {
        foreach (var index in Enumerable.Range(0, Own.Count).Where(i => Own[i].Role is Role.SUPERVISING_OFFICER or Role.SECTION_HEAD))
        {
            var draft = await Draft(server.As(Own[index].Id));
            Own[index] = Own[index] with { Things = Own[index].Things with { Things = new Dictionary<string, Guid>(things) { ["edition-drafts"] = draft } } };
        }
    }

    private static async Task<Guid> Draft(HttpClient client) => (await client.When<StartEditionDraftEndpoint>(new EditionDraftRequest("ED-N", "案", "公募要領", new EditionContent([new RequirementContent(Number: 1, "守ること。")], null)))
        .Written(HttpStatusCode.Created)).Id;

    // Staff and a 再委託先 see of the files what they put there themselves.
    private async Task GiveFiles()
    {
        foreach (var (role, address) in new[] { (Role.CONTRACTOR_STAFF, $"/api/contracts/{things["contracts"]}/files"), (Role.SUBCONTRACTOR_OFFICER, $"/api/parts/{things["parts"]}/files") })
        {
            var index = Own.FindIndex(p => p.Role == role);
            var kept = await server.As(Own[index].Id).Upload(address, Uploads.Pdf, "自分のファイル.pdf").Json(HttpStatusCode.Created);
            Own[index] = Own[index] with { Things = Own[index].Things with { Things = new Dictionary<string, Guid>(things) { ["files"] = kept["id"]!.GetValue<Guid>() } } };
        }
    }

    // What another noun makes is asked for by its own words; where it does not exist the world lacks it, and says so.
    private async Task Try(string word, Task<HttpResponseMessage> making)
    {
        using var made = await making;
        if (made.StatusCode == HttpStatusCode.Created && JsonNode.Parse(await made.Content.ReadAsStringAsync())?["id"] is { } id)
        {
            things[word] = id.GetValue<Guid>();
        }
    }

    // A 確認書類 that was presented, and the draft of its next version.
    private async Task Present(HttpClient client, Guid contractId)
    {
        foreach (var number in Enumerable.Range(2, 16))
        {
            await client.Having(contractId, number).At(number == 15 ? 3 : 2).When(new SetComplianceMethodRequest("定めた方法による。")).Written();
        }

        var presented = await client.Present(contractId, (await client.DraftWithPerson(contractId)).Version);
        await client.StartDraft(contractId, presented["version"]!.GetValue<long>());
        things["roster"] = (await client.Document(contractId))["draft"]!["content"]!["people"]![0]!["id"]!.GetValue<Guid>();
    }

    private static async Task<Guid> Batch(HttpClient client, Guid contractId, string from, string to) =>
        (await client.When(Post("/api/report-batches", new { items = new[] { new { contractId, from, to } } })).Json(HttpStatusCode.Created))["id"]!.GetValue<Guid>();

    private async Task Delegate()
    {
        var (office, section) = (FirstOrganisations.OfficeId, FirstOrganisations.SectionId);
        var head = server.As(Role.SECTION_HEAD);
        var version = (await head.GetAsync($"/api/organisations/{office}/people").Json())["organisation"]!["version"]!.GetValue<long>();
        await head.Having(office, section).At(version).When(new DelegateRequest(TestPeople.IdOf(Role.SUPERVISING_OFFICER), Day("2026-11-01"), Day("2026-12-31"))).Written();
        var read = await head.GetAsync($"/api/organisations/{office}/people").Json();
        things["delegations"] = read["sections"]![0]!["delegations"]![0]!["id"]!.GetValue<Guid>();
    }
}
