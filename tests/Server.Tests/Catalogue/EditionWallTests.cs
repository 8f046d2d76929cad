using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Catalogue;

/// <summary>Who sees a firm's own edition, and for whom it does not exist.</summary>
[Collection(Shared.Catalogue)]
public sealed class EditionWallTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task Another_firms_edition_does_not_exist()
    {
        var (_, ofFirm) = await server.Firm();
        var (_, stranger) = await server.Firm();
        var code = await ofFirm.Publish("ED-OWN");

        (await ofFirm.Codes()).ShouldContain(code);
        (await ofFirm.Edition("ED-OWN"))["code"]!.GetValue<string>().ShouldBe(code, "as it was typed");
        foreach (var who in (HttpClient[])[stranger, client, officer, server.As(Role.AUDITOR), server.As(FirstOrganisations.OfficeId, Role.ADMINISTRATOR)])
        {
            (await who.Codes()).ShouldNotContain(code);
            foreach (var spelt in (string[])[code, "ED-OWN", code.ToLowerInvariant(), $"%45{code[1..]}", $"{code}?revision=1"])
            {
                await Alike(who, $"/api/editions/{spelt}", "/api/editions/ED-NONE");
                await Alike(who, $"/api/editions/{spelt.Replace("?revision=1", "/history", StringComparison.Ordinal)}", "/api/editions/ED-NONE");
            }

            await Alike(who, $"/api/editions/{code}/history", "/api/editions/ED-NONE/history");
            await Alike(who, $"/api/editions/{code}/diff/ED-C", "/api/editions/ED-NONE/diff/ED-C");
            await Alike(who, $"/api/editions/ED-C/diff/{code}", "/api/editions/ED-C/diff/ED-NONE");
        }

        foreach (var act in (string[])["adoption-request", "withdrawal", "revisions"])
        {
            await stranger.Having(seen: 1).When(Post($"/api/editions/{code}/{act}", await stranger.Correction())).Refuses(404, "not-found");
        }

        await officer.OnEdition(code, "adoption", version: 1).Refuses(404, "not-found");
        await stranger.When(ContractRequests.Body(c => c with { EditionCode = code })).Refuses(422, "edition-unknown");
        var contract = await stranger.Register();
        await stranger.Having(contract).When(new AmendContractRequest(Day("2026-08-01"), "変更", EditionCode: code)).Refuses(422, "edition-unknown");
        await stranger.Having(contract).When(new CorrectContractRequest("訂正", EditionCode: code)).Refuses(422, "edition-unknown");
        using var nobody = await server.CreateAnonymousClient().GetAsync($"/api/editions/{code}");
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_code_is_no_oracle_and_nobody_takes_it_from_another()
    {
        var (_, one) = await server.Firm();
        var (_, other) = await server.Firm();
        var first = await one.Publish("ED-E");
        var second = await other.Publish("ED-E");
        second.ShouldNotBe(first);
        (await officer.Publish("ED-E")).ShouldBe("ED-E");

        var draft = await one.When(Post("/api/edition-drafts", (await one.Draft("ED-E")).ToJsonString())).Written(HttpStatusCode.Created);
        await one.Having(draft).When<PublishEditionDraftEndpoint>().Refuses(409, "edition-code-taken");
        (await one.Edition(first))["isOwn"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Words_are_recognised_by_who_may_use_them()
    {
        var (_, ofFirm) = await server.Firm();
        var (_, stranger) = await server.Firm();
        var text = SeedTexts.Read("001").Replace("年1回以上", "年3回以上", StringComparison.Ordinal);
        var import = await Import(ofFirm, text);
        var draft = await ofFirm.When(Post("/api/edition-drafts", new JsonObject { ["code"] = "ED-IMP", ["name"] = "版", ["source"] = "公募要領", ["content"] = import.DeepClone() }.ToJsonString())).Written(HttpStatusCode.Created);
        await ofFirm.Having(draft).When<PublishEditionDraftEndpoint>().Written(HttpStatusCode.Created);
        var code = (await ofFirm.Edition("ED-IMP"))["code"]!.GetValue<string>();

        Match(await Import(ofFirm, text)).ShouldBe((code, "exact"));
        Match(await Import(stranger, text)).Code.ShouldNotBe(code);
        await ofFirm.OnEdition(code, "withdrawal", "誤って公表").Written();
        Match(await Import(ofFirm, text)).Code.ShouldNotBe(code, "what is withdrawn is proposed to nobody");
    }

    [Fact]
    public async Task Who_sees_a_contract_reads_its_edition_also_after_an_amendment()
    {
        var (firm, ofFirm) = await server.Firm();
        var (member, ofMember) = await server.Firm(by: ofFirm);
        var (part, _) = await server.Firm(by: ofFirm);
        var code = await ofFirm.Publish("ED-SEEN");
        var contract = await ofFirm.Register(c => c with { EditionCode = code, Consortium = Consortium.JOINT });
        var (version, of) = (contract.Version, $"/api/contracts/{contract.Id}");
        version = (await ofFirm.Having(seen: version).When(Post($"{of}/subcontractors", new { name = "共同の会社", kind = "JOINT_MEMBER", from = "2026-07-10", organisationId = member })).Written(HttpStatusCode.Created)).Version;
        version = (await ofFirm.Having(seen: version).When(Post($"{of}/subcontractors", new { name = "再委託先", kind = "SUBCONTRACTOR", from = "2026-07-10", organisationId = part, numbers = new[] { 5 } })).Written(HttpStatusCode.Created)).Version;
        await server.People.RegisterEveryone(CancellationToken.None);
        HttpClient[] readers = [officer, server.As(Role.SECTION_HEAD), server.As(Role.AUDITOR), ofMember, server.As(part, Role.SUBCONTRACTOR_OFFICER), server.As(firm, Role.CONTRACTOR_STAFF)];
        await ofFirm.Having(seen: 1).When(Put($"{of}/obligations/5/assignees", new { personIds = new[] { StreamId.Person(firm, nameof(Role.CONTRACTOR_STAFF)) } })).Written();
        await EachReads();
        await ofMember.When(ContractRequests.Body(c => c with { EditionCode = code })).Refuses(422, "edition-of-another-firm");

        await ofFirm.Having(seen: version).When(Post($"{of}/amendments", new { agreedOn = "2026-08-01", reason = "変更", editionCode = "ED-D" })).Written();
        await EachReads();
        await server.As(part, Role.ADMINISTRATOR).When(Get($"/api/editions/{code}")).Refuses(404, "edition-unknown");

        async Task EachReads()
        {
            foreach (var reader in readers)
            {
                (await reader.Edition(code))["opening"]!.GetValue<string>().ShouldContain("ED-SEEN");
                (await reader.Codes()).ShouldContain(code);
            }
        }
    }

    // The same answer to the byte, but for what names the request.
    private static async Task Alike(HttpClient who, string foreign, string unknown)
    {
        using var one = await who.GetAsync(foreign);
        using var other = await who.GetAsync(unknown);
        (one.StatusCode, await one.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.NotFound, await other.Content.ReadAsStringAsync()), foreign);
    }

    private static Task<JsonNode> Import(HttpClient who, string text) => who.PostAsync("/api/annex-imports", new StringContent(text, Encoding.UTF8, "text/plain")).Json();

    private static (string? Code, string Kind) Match(JsonNode import) => (import["match"]!["code"]?.GetValue<string>(), import["match"]!["kind"]!.GetValue<string>());
}
