using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Obligations;

namespace SecurityTracker.ServerTests.Contracts;

[Collection(Shared.Contracts)]
public sealed class ContractActsTests(TestServer server)
{
    private static readonly ConsultationRequest Agreed = new(Day("2026-09-01"), "文化創造産業課　課長補佐", "差し支えないとの回答");
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task Every_change_needs_the_version_that_was_seen()
    {
        var address = $"/api/contracts/{(await client.Register()).Id}";
        foreach (var change in Changes(address))
        {
            await client.When(change).Refuses(428, "version-required");
            await client.Having(seen: 7).When(change).Refuses(412, "version-stale");
        }

        (await client.GetAsync(address).Json())["version"]!.GetValue<long>().ShouldBe(1);
    }

    [Fact]
    public async Task A_contract_in_preparation_is_signed()
    {
        var (id, version, _) = await client.Register(c => c with { SignedOn = null });
        (await client.Contract(id))["stage"]!.GetValue<string>().ShouldBe("PREPARING");
        await client.Having(id).At(version).When(new AmendContractRequest(Day("2026-09-01"), "理由", "新名称"))
            .Refuses(409, "contract-not-signed");

        var signed = await client.Having(id).At(version).When(new SignContractRequest(Day("2026-07-10"), "令和7年度版")).Written();

        (await client.Contract(id))["stage"]!.GetValue<string>().ShouldBe("ACTIVE");
        (await client.Having(id).At(signed.Version).When(new SignContractRequest(Day("2026-07-10"))).Written()).Sequence.ShouldBe(0);
        await client.Having(id).At(signed.Version).When(new SignContractRequest(Day("2026-07-11"))).Refuses(409, "contract-signed");
    }

    [Fact]
    public async Task An_amendment_to_another_edition_moves_the_records_and_keeps_what_was_recorded()
    {
        var (id, version, _) = await client.Register(c => c with { EditionCode = "ED-A" });
        await client.Having(id, 11).At(1).When(new SetStatusRequest(ImplementationStatus.NOT_APPLICABLE, "再委託しないため。")).Written();

        var amended = await client.Having(id).At(version).When(new AmendContractRequest(Day("2026-09-01"), "版の差替え", EditionCode: "ED-C")).Written();

        var contract = await client.Contract(id);
        contract["editionCode"]!.GetValue<string>().ShouldBe("ED-C");
        contract["obligations"]!.AsArray().Select(o => o!["requirementId"]!.GetValue<string>()).ShouldAllBe(r => r.StartsWith("17:", StringComparison.Ordinal));
        await client.When(Get($"/api/contracts/{id}/obligations/18")).Refuses(404, "requirement-unknown");
        var left = (await client.GetAsync($"/api/contracts/{id}/obligations/11/history?requirementId=18:11").Json()).AsArray();
        left.Select(h => h!["type"]!.GetValue<string>()).ShouldBe(["obligation_opened", "obligation_status_set", "obligation_set_aside"]);

        // The number 11 means another record in this edition, whatever it meant before.
        await client.Having(id, 11).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        (await client.GetAsync($"/api/contracts/{id}/obligations/11").Json())["requirementId"]!.GetValue<string>().ShouldBe("17:11");

        await client.Having(id).At(amended.Version).When(new CorrectContractRequest("差替えの取消し", EditionCode: "ED-A")).Written();
        var eleven = await client.GetAsync($"/api/contracts/{id}/obligations/11").Json();
        eleven["requirementId"]!.GetValue<string>().ShouldBe("18:11");
        eleven["reason"]!.GetValue<string>().ShouldBe("再委託しないため。");
    }

    [Fact]
    public async Task An_amendment_keeps_the_representative_unless_the_name_is_another()
    {
        var (id, version, _) = await client.Register();
        ContractorRequest Contractor(string name) => ContractRequests.Body().Contractor with { RepresentativeName = name };

        var same = await client.Having(id).At(version).When(new AmendContractRequest(Day("2026-09-01"), "変更なし", Contractor: Contractor("髙﨑　𠮷乃"))).Written();
        same.Sequence.ShouldBe(0);

        await client.Having(id).At(version).When(new AmendContractRequest(Day("2026-09-01"), "代表者の交代", Contractor: Contractor("新代表"))).Written();
        (await client.Contract(id))["contractor"]!["representativeName"]!.GetValue<string>().ShouldBe("新代表");

        var history = (await client.GetAsync($"/api/contracts/{id}/history").Json()).AsArray();
        history.Select(h => h!["type"]!.GetValue<string>()).ShouldBe(["contract_registered", "contract_amended"]);
        history[0]!["change"]!["contractor"]!["representativeName"]!.GetValue<string>().ShouldBe("髙﨑　𠮷乃");
        history[1]!["change"]!["changes"]!["contractor"]!["representativeName"]!.GetValue<string>().ShouldBe("新代表");
        history[1]!["actor"]!["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_OFFICER");
    }

    [Fact]
    public async Task A_terminated_contract_is_not_amended()
    {
        var (id, version, _) = await client.Register();
        await client.Having(id).At(version).When(new TerminateContractRequest(Day("2027-03-01"), "合意")).Refuses(422, "termination-outside-term");
        var ended = await client.Having(id).At(version).When(new TerminateContractRequest(Day("2026-11-01"), "合意による。")).Written();
        (await client.Contract(id))["stage"]!.GetValue<string>().ShouldBe("TERMINATED");
        await client.Having(id).At(ended.Version).When(new AmendContractRequest(Day("2026-11-02"), "延長", EndsOn: Day("2027-03-31")))
            .Refuses(409, "contract-terminated");
    }

    [Fact]
    public async Task A_predecessor_is_another_earlier_contract()
    {
        var last = await client.Register(c => c with { SignedOn = Day("2025-04-01"), StartsOn = Day("2025-04-01"), EndsOn = Day("2026-03-31") });
        var (id, version, _) = await client.Register();
        await client.Having(id).At(version).When(new NamePredecessorRequest(id)).Refuses(422, "predecessor-itself");
        await client.Having(id).At(version).When(new NamePredecessorRequest(Guid.NewGuid())).Refuses(422, "predecessor-unknown");
        await client.Having(last).When(new NamePredecessorRequest(id)).Refuses(422, "predecessor-not-earlier");
        await client.Having(id).At(version).When(new NamePredecessorRequest(last.Id)).Written();
        (await client.Contract(id))["predecessorId"]!.GetValue<Guid>().ShouldBe(last.Id);
    }

    [Fact]
    public async Task Answers_propose_and_a_person_accepts()
    {
        var (id, version, _) = await client.Register();
        (await client.GetAsync($"/api/contracts/{id}/proposals").Json()).AsArray().ShouldBeEmpty();
        await client.Having(seen: version).When(Put($"/api/contracts/{id}/answers", new { subcontracting = false })).Refuses(400, "malformed-body");
        await client.Having(id).At(version).When(new AnswerQuestionsRequest(Subcontracting: false, BringsDevices: false, CopiesOutside: true, Cloud: true, SystemOrSite: false, ApplicationOrContent: false)).Written();

        var proposals = (await client.GetAsync($"/api/contracts/{id}/proposals").Json()).AsArray();
        proposals.Select(p => p!["number"]!.GetValue<int>()).ShouldBe([3, 5, 6, 8, 15, 16, 17]);
        foreach (var proposal in proposals)
        {
            await client.Having(seen: 1).When(Put($"/api/contracts/{id}/obligations/{proposal!["number"]}/status", new { status = proposal["status"]!.GetValue<string>(), reason = proposal["reason"]!.GetValue<string>() })).Written();
        }

        var counts = (await client.Contract(id))["counts"]!;
        (counts["notApplicable"]!.GetValue<int>(), counts["implemented"]!.GetValue<int>(), counts["reasonMissing"]!.GetValue<int>()).ShouldBe((6, 1, 0));
    }

    [Fact]
    public async Task An_extra_item_has_its_consultation_and_a_record_of_its_own()
    {
        var (id, version, _) = await client.Register();
        await client.Having(id).At(version).When(new AddExtraItemRequest("生成AIの利用状況", null)).Refuses(422, "consultation-missing");
        await client.Having(seen: version).When(Post($"/api/contracts/{id}/extra-items", new { text = "生成AIの利用状況", consultation = Agreed })).Written();
        await client.Having(id, 101).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
        var item = await client.GetAsync($"/api/contracts/{id}/obligations/101").Json();
        (item["requirementId"]!.GetValue<string>(), item["rowText"]!.GetValue<string>()).ShouldBe(("extra:1", "生成AIの利用状況"));
    }

    [Fact]
    public async Task Addressee_norms_and_conventions_change_with_their_own_acts()
    {
        var (id, version, _) = await client.Register();
        var moved = await client.Having(id).At(version).When(new ChangeAddresseeRequest("経済産業省参事官 殿", Day("2026-11-01"))).Written();
        var normed = await client.Having(id).At(moved.Version).When(new SetNormsRequest("令和7年度版", EffectiveNorm: null)).Written();
        await client.Having(normed).When(Put($"/api/contracts/{id}/conventions/SOMETHING", new { status = "IMPLEMENTED", consultation = Agreed })).Refuses(400, "malformed-request");
        await client.Having(normed).When(Put($"/api/contracts/{id}/conventions/END_OF_WORK", new { status = "NOT_IMPLEMENTED", consultation = Agreed })).Written();
        var contract = await client.Contract(id);
        contract["addressee"]!.GetValue<string>().ShouldBe("経済産業省参事官 殿");
        contract["namedNorm"]!.GetValue<string>().ShouldBe("令和7年度版");
        contract["conventions"]![0]!["status"]!.GetValue<string>().ShouldBe("NOT_IMPLEMENTED");
    }

    [Fact]
    public async Task Nothing_is_created_on_an_unknown_contract()
    {
        foreach (var change in Changes($"/api/contracts/{Guid.NewGuid()}"))
        {
            await client.Having(seen: 1).When(change).Refuses(404, "not-found");
        }
    }

    private static Call[] Changes(string contract) =>
    [
        Put($"{contract}/signing", new { signedOn = "2026-07-10" }),
        Post($"{contract}/amendments", new { agreedOn = "2026-09-01", reason = "理由", name = "新名称" }),
        Post($"{contract}/corrections", new { reason = "理由", name = "新名称" }),
        Post($"{contract}/termination", new { terminatedOn = "2026-09-01", reason = "理由" }),
        Put($"{contract}/predecessor", new { predecessorId = (Guid?)null }),
        Put($"{contract}/addressee", new { addressee = "課長 殿", from = "2026-09-01" }),
        Put($"{contract}/norms", new { namedNorm = "令和7年度版" }),
        Put($"{contract}/answers", new { subcontracting = true, bringsDevices = true, copiesOutside = true, cloud = true, systemOrSite = true, applicationOrContent = true }),
        Post($"{contract}/extra-items", new { text = "項目", consultation = Agreed }),
        Put($"{contract}/conventions/END_OF_WORK", new { status = "IMPLEMENTED", consultation = Agreed }),
        Put($"{contract}/officers", new { officers = new[] { new { post = "PRIMARY", name = "主　太郎" } }, from = "2026-09-01" }),
        Put($"{contract}/reporting", new { basis = "TERM_HALF", consultation = Agreed }),
    ];
}
