using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;

namespace SecurityTracker.ServerTests.Contracts;

public sealed class ContractActsTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly object Agreed = new { consultedOn = "2026-09-01", with = "文化創造産業課　課長補佐", outcome = "差し支えないとの回答" };
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task Every_change_needs_the_version_that_was_seen()
    {
        var address = $"/api/contracts/{(await client.Register()).Id}";
        foreach (var (method, path, body) in Changes())
        {
            await client.Act(method, address + path, body).ShouldRefuse(428, "version-required");
            await client.Act(method, address + path, body, ifMatch: 7).ShouldRefuse(412, "version-stale");
        }

        (await client.GetAsync(address).Json())["version"]!.GetValue<long>().ShouldBe(1);
    }

    [Fact]
    public async Task A_contract_in_preparation_is_signed()
    {
        var (id, version, _) = await client.Register(c => c["signedOn"] = null);
        (await client.Contract(id))["stage"]!.GetValue<string>().ShouldBe("PREPARING");
        await client.PostAct($"/api/contracts/{id}/amendments", new { agreedOn = "2026-09-01", reason = "理由", name = "新名称" }, version)
            .ShouldRefuse(409, "contract-not-signed");

        var signed = await client.PutAct($"/api/contracts/{id}/signing", new { signedOn = "2026-07-10", effectiveNorm = "令和7年度版" }, version).Written();

        (await client.Contract(id))["stage"]!.GetValue<string>().ShouldBe("ACTIVE");
        (await client.PutAct($"/api/contracts/{id}/signing", new { signedOn = "2026-07-10" }, signed.Version).Written()).Sequence.ShouldBe(0);
        await client.PutAct($"/api/contracts/{id}/signing", new { signedOn = "2026-07-11" }, signed.Version).ShouldRefuse(409, "contract-signed");
    }

    [Fact]
    public async Task An_amendment_to_another_edition_moves_the_records_and_keeps_what_was_recorded()
    {
        var (id, version, _) = await client.Register(c => c["editionCode"] = "ED-A");
        await client.PutAct($"/api/contracts/{id}/obligations/11/status", new { status = "NOT_APPLICABLE", reason = "再委託しないため。" }, ifMatch: 1).Written();

        var amended = await client.PostAct(
            $"/api/contracts/{id}/amendments", new { agreedOn = "2026-09-01", reason = "版の差替え", editionCode = "ED-C" }, version).Written();

        var contract = await client.Contract(id);
        contract["editionCode"]!.GetValue<string>().ShouldBe("ED-C");
        contract["obligations"]!.AsArray().Select(o => o!["requirementId"]!.GetValue<string>()).ShouldAllBe(r => r.StartsWith("17:", StringComparison.Ordinal));
        await client.GetAsync($"/api/contracts/{id}/obligations/18").ShouldRefuse(404, "requirement-unknown");
        var left = (await client.GetAsync($"/api/contracts/{id}/obligations/11/history?requirementId=18:11").Json()).AsArray();
        left.Select(h => h!["type"]!.GetValue<string>()).ShouldBe(["obligation_opened", "obligation_status_set", "obligation_set_aside"]);

        // The number 11 means another record in this edition, whatever it meant before.
        await client.PutAct($"/api/contracts/{id}/obligations/11/status", new { status = "IMPLEMENTED" }, ifMatch: 1).Written();
        (await client.GetAsync($"/api/contracts/{id}/obligations/11").Json())["requirementId"]!.GetValue<string>().ShouldBe("17:11");

        await client.PostAct($"/api/contracts/{id}/corrections", new { reason = "差替えの取消し", editionCode = "ED-A" }, amended.Version).Written();
        var eleven = await client.GetAsync($"/api/contracts/{id}/obligations/11").Json();
        eleven["requirementId"]!.GetValue<string>().ShouldBe("18:11");
        eleven["reason"]!.GetValue<string>().ShouldBe("再委託しないため。");
    }

    [Fact]
    public async Task An_amendment_keeps_the_representative_unless_the_name_is_another()
    {
        var (id, version, _) = await client.Register();
        JsonNode Contractor(string name) => ContractRequests.Body(c => c["contractor"]!["representativeName"] = name)["contractor"]!.DeepClone();

        var same = await client.PostAct(
            $"/api/contracts/{id}/amendments", new { agreedOn = "2026-09-01", reason = "変更なし", contractor = Contractor("髙﨑　𠮷乃") }, version).Written();
        same.Sequence.ShouldBe(0);

        await client.PostAct(
            $"/api/contracts/{id}/amendments", new { agreedOn = "2026-09-01", reason = "代表者の交代", contractor = Contractor("新代表") }, version).Written();
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
        await client.PostAct($"/api/contracts/{id}/termination", new { terminatedOn = "2027-03-01", reason = "合意" }, version).ShouldRefuse(422, "termination-outside-term");
        var ended = await client.PostAct($"/api/contracts/{id}/termination", new { terminatedOn = "2026-11-01", reason = "合意による。" }, version).Written();
        (await client.Contract(id))["stage"]!.GetValue<string>().ShouldBe("TERMINATED");
        await client.PostAct($"/api/contracts/{id}/amendments", new { agreedOn = "2026-11-02", reason = "延長", endsOn = "2027-03-31" }, ended.Version)
            .ShouldRefuse(409, "contract-terminated");
    }

    [Fact]
    public async Task A_predecessor_is_another_earlier_contract()
    {
        var last = await client.Register(c => (c["signedOn"], c["startsOn"], c["endsOn"]) = ("2025-04-01", "2025-04-01", "2026-03-31"));
        var (id, version, _) = await client.Register();
        await client.PutAct($"/api/contracts/{id}/predecessor", new { predecessorId = id }, version).ShouldRefuse(422, "predecessor-itself");
        await client.PutAct($"/api/contracts/{id}/predecessor", new { predecessorId = Guid.NewGuid() }, version).ShouldRefuse(422, "predecessor-unknown");
        await client.PutAct($"/api/contracts/{last.Id}/predecessor", new { predecessorId = id }, last.Version).ShouldRefuse(422, "predecessor-not-earlier");
        await client.PutAct($"/api/contracts/{id}/predecessor", new { predecessorId = last.Id }, version).Written();
        (await client.Contract(id))["predecessorId"]!.GetValue<Guid>().ShouldBe(last.Id);
    }

    [Fact]
    public async Task Answers_propose_and_a_person_accepts()
    {
        var (id, version, _) = await client.Register();
        (await client.GetAsync($"/api/contracts/{id}/proposals").Json()).AsArray().ShouldBeEmpty();
        await client.PutAct($"/api/contracts/{id}/answers", "{\"subcontracting\":false}", version).ShouldRefuse(400, "malformed-body");
        await client.PutAct(
            $"/api/contracts/{id}/answers",
            new { subcontracting = false, bringsDevices = false, copiesOutside = true, cloud = true, systemOrSite = false, applicationOrContent = false },
            version).Written();

        var proposals = (await client.GetAsync($"/api/contracts/{id}/proposals").Json()).AsArray();
        proposals.Select(p => p!["number"]!.GetValue<int>()).ShouldBe([3, 5, 6, 8, 15, 16, 17]);
        foreach (var proposal in proposals)
        {
            await client.PutAct(
                $"/api/contracts/{id}/obligations/{proposal!["number"]}/status",
                new { status = proposal["status"]!.GetValue<string>(), reason = proposal["reason"]!.GetValue<string>() },
                ifMatch: 1).Written();
        }

        var counts = (await client.Contract(id))["counts"]!;
        (counts["notApplicable"]!.GetValue<int>(), counts["implemented"]!.GetValue<int>(), counts["reasonMissing"]!.GetValue<int>()).ShouldBe((6, 1, 0));
    }

    [Fact]
    public async Task An_extra_item_has_its_consultation_and_a_record_of_its_own()
    {
        var (id, version, _) = await client.Register();
        await client.PostAct($"/api/contracts/{id}/extra-items", new { text = "生成AIの利用状況" }, version).ShouldRefuse(422, "consultation-missing");
        await client.PostAct($"/api/contracts/{id}/extra-items", new { text = "生成AIの利用状況", consultation = Agreed }, version).Written();
        await client.PutAct($"/api/contracts/{id}/obligations/101/status", new { status = "IMPLEMENTED" }, ifMatch: 1).Written();
        var item = await client.GetAsync($"/api/contracts/{id}/obligations/101").Json();
        (item["requirementId"]!.GetValue<string>(), item["rowText"]!.GetValue<string>()).ShouldBe(("extra:1", "生成AIの利用状況"));
    }

    [Fact]
    public async Task Addressee_norms_and_conventions_change_with_their_own_acts()
    {
        var (id, version, _) = await client.Register();
        var moved = await client.PutAct($"/api/contracts/{id}/addressee", new { addressee = "経済産業省参事官 殿", from = "2026-11-01" }, version).Written();
        var normed = await client.PutAct($"/api/contracts/{id}/norms", new { namedNorm = "令和7年度版", effectiveNorm = (string?)null }, moved.Version).Written();
        await client.PutAct($"/api/contracts/{id}/conventions/SOMETHING", new { status = "IMPLEMENTED", consultation = Agreed }, normed.Version).ShouldRefuse(400, "malformed-request");
        await client.PutAct($"/api/contracts/{id}/conventions/END_OF_WORK", new { status = "NOT_IMPLEMENTED", consultation = Agreed }, normed.Version).Written();
        var contract = await client.Contract(id);
        contract["addressee"]!.GetValue<string>().ShouldBe("経済産業省参事官 殿");
        contract["namedNorm"]!.GetValue<string>().ShouldBe("令和7年度版");
        contract["conventions"]![0]!["status"]!.GetValue<string>().ShouldBe("NOT_IMPLEMENTED");
    }

    [Fact]
    public async Task Nothing_is_created_on_an_unknown_contract()
    {
        foreach (var (method, path, body) in Changes())
        {
            await client.Act(method, $"/api/contracts/{Guid.NewGuid()}{path}", body, ifMatch: 1).ShouldRefuse(404, "not-found");
        }
    }

    private static (HttpMethod Method, string Path, object Body)[] Changes() =>
    [
        (HttpMethod.Put, "/signing", new { signedOn = "2026-07-10" }),
        (HttpMethod.Post, "/amendments", new { agreedOn = "2026-09-01", reason = "理由", name = "新名称" }),
        (HttpMethod.Post, "/corrections", new { reason = "理由", name = "新名称" }),
        (HttpMethod.Post, "/termination", new { terminatedOn = "2026-09-01", reason = "理由" }),
        (HttpMethod.Put, "/predecessor", new { predecessorId = (Guid?)null }),
        (HttpMethod.Put, "/addressee", new { addressee = "課長 殿", from = "2026-09-01" }),
        (HttpMethod.Put, "/norms", new { namedNorm = "令和7年度版" }),
        (HttpMethod.Put, "/answers", new { subcontracting = true, bringsDevices = true, copiesOutside = true, cloud = true, systemOrSite = true, applicationOrContent = true }),
        (HttpMethod.Post, "/extra-items", new { text = "項目", consultation = Agreed }),
        (HttpMethod.Put, "/conventions/END_OF_WORK", new { status = "IMPLEMENTED", consultation = Agreed }),
        (HttpMethod.Put, "/officers", new { officers = new[] { new { post = "PRIMARY", name = "主　太郎" } }, from = "2026-09-01" }),
        (HttpMethod.Put, "/reporting", new { basis = "TERM_HALF", consultation = Agreed }),
    ];
}
