using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Catalogue;

/// <summary>A firm's edition is its own until the ministry's side adopts it; adopting and withdrawing are acts with a history.</summary>
[Collection(Shared.Catalogue)]
public sealed class WhoMayPublishTests(TestServer server)
{
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER)]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    public async Task Roles_that_may_not_adopt_are_refused(Role role)
    {
        var who = server.As(role);
        await who.OnEdition("ED-C", "adoption", version: 1).Refuses(403, "not-permitted");
        await who.OnEdition("ED-C", "adoption/withdrawal", version: 1).Refuses(403, "not-permitted");
    }

    [Theory]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    public async Task Roles_that_may_not_publish_neither_offer_nor_withdraw(Role role)
    {
        var who = server.As(role);
        await who.OnEdition("ED-C", "adoption-request", version: 1).Refuses(403, "not-permitted");
        await who.OnEdition("ED-C", "withdrawal", version: 1).Refuses(403, "not-permitted");
    }

    [Fact]
    public async Task An_administrator_adopts_for_the_ministry_and_not_for_a_firm()
    {
        var (firm, ofFirm) = await server.Firm();
        var code = await ofFirm.Publish("ED-ADM");
        await ofFirm.OnEdition(code, "adoption-request").Written();
        await server.As(firm, Role.ADMINISTRATOR).OnEdition(code, "adoption").Refuses(409, "edition-adopted-by-ministry");
        await server.As(FirstOrganisations.OfficeId, Role.ADMINISTRATOR).OnEdition(code, "adoption").Written();
    }

    [Fact]
    public async Task It_is_adopted_used_and_taken_back()
    {
        var (firm, ofFirm) = await server.Firm();
        var (_, stranger) = await server.Firm();
        var code = await ofFirm.Publish("ED-ADOPT");
        (await Can(ofFirm, code, "requestEditionAdoption", "withdrawEdition", "reviseEdition", "registerContract", "adoptEdition")).ShouldBe([true, true, true, true, false]);
        await ofFirm.OnEdition(code, "adoption-request").Written();
        await ofFirm.OnEdition(code, "adoption-request").Refuses(409, "edition-adoption-already-requested");

        var asked = await officer.Edition(code);
        (asked["standing"]!.GetValue<string>(), asked["adoptionRequested"]!.GetValue<bool>(), asked["firmName"]!.GetValue<string>()).ShouldBe(("OWN", true, await NameOf(firm)));
        await officer.When(ContractRequests.Body(c => c with { EditionCode = code })).Refuses(422, "edition-of-another-firm");
        await officer.OnEdition(code, "revisions", version: 1).Refuses(400, "malformed-body");
        await officer.OnEdition(code, "adoption", " ").Refuses(422, "text-missing");
        await officer.Having(code).When<AdoptEditionEndpoint>(new EditionReason("理由")).Refuses(428, "version-required");
        await officer.OnEdition(code, "adoption", version: 1).Refuses(412, "version-stale");
        await officer.OnEdition(code, "adoption", "各課の契約で使うため").Written();
        await officer.OnEdition(code, "adoption").Refuses(409, "edition-already-adopted");

        var contract = await stranger.Register(c => c with { EditionCode = code });
        await ofFirm.OnEdition(code, "withdrawal").Refuses(409, "edition-adopted");
        await ofFirm.Having(seen: 3).When(Post($"/api/editions/{code}/revisions", await ofFirm.Correction(code))).Refuses(409, "edition-not-yours-to-revise");
        (await Can(stranger, code, "registerContract", "reviseEdition")).ShouldBe([true, false]);

        await officer.OnEdition(code, "adoption/withdrawal", "原本と違う箇所がある").Written();
        await officer.OnEdition(code, "adoption/withdrawal").Refuses(409, "edition-not-adopted");
        await stranger.When(ContractRequests.Body(c => c with { EditionCode = code })).Refuses(422, "edition-of-another-firm");
        (await ofFirm.Register(c => c with { EditionCode = code })).Version.ShouldBeGreaterThan(0);
        (await stranger.Contract(contract.Id))["editionCode"]!.GetValue<string>().ShouldBe(code);
        await stranger.Having(contract).When(new CorrectContractRequest("訂正", "直した件名", EditionCode: code)).Written();

        (await ofFirm.Edition(code))["readableByAll"]!.GetValue<bool>().ShouldBeTrue("what was adopted is hidden from nobody again");

        // What the firm corrects from here on is its own again.
        await ofFirm.Having(seen: 4).When(Post($"/api/editions/{code}/revisions", await ofFirm.Correction(code))).Written();
        ((await ofFirm.Edition(code))["revision"]!.GetValue<int>(), (await stranger.Edition(code))["revision"]!.GetValue<int>()).ShouldBe((2, 1));
        await stranger.When(Get($"/api/editions/{code}?revision=2")).Refuses(404, "edition-unknown");

        var told = (await stranger.GetAsync($"/api/editions/{code}/history").Json()).AsArray();
        told.Select(e => e!["type"]!.GetValue<string>()).ShouldBe(["edition_published", "edition_adoption_requested", "edition_adopted", "edition_adoption_withdrawn"]);
        told.Select(e => e!["reason"]?.GetValue<string>()).ShouldBe([null, null, "各課の契約で使うため", "原本と違う箇所がある"]);
        told.Select(e => e!["organisationName"]?.GetValue<string>()).ShouldBe([null, null, "経済産業省", "経済産業省"], "no firm learns of another one");
        told.ShouldAllBe(e => e!["personName"] == null);
        var known = (await ofFirm.GetAsync($"/api/editions/{code}/history").Json()).AsArray();
        known.Count.ShouldBe(5);
        known[0]!["personName"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        (await officer.GetAsync($"/api/editions/{code}/history").Json())[0]!["organisationName"]!.GetValue<string>().ShouldBe(await NameOf(firm));
    }

    [Fact]
    public async Task A_firm_withdraws_its_own_and_contracts_keep_it()
    {
        var (_, ofFirm) = await server.Firm();
        var code = await ofFirm.Publish("ED-WD");
        var contract = await ofFirm.Register(c => c with { EditionCode = "ED-WD" });
        await officer.OnEdition(code, "withdrawal").Refuses(409, "edition-not-yours");
        await ofFirm.OnEdition(code, "withdrawal", "誤って公表").Written();

        await ofFirm.When(ContractRequests.Body(c => c with { EditionCode = code })).Refuses(422, "edition-no-longer-chosen");
        (await ofFirm.Edition(code))["standing"]!.GetValue<string>().ShouldBe("WITHDRAWN");
        (await officer.Edition(code))["standing"]!.GetValue<string>().ShouldBe("WITHDRAWN", "the section reads what the contract is on");
        (await officer.GetAsync($"/api/contracts/{contract.Id}/obligations/9").Json())["number"]!.GetValue<int>().ShouldBe(9);
        foreach (var act in (string[])["withdrawal", "adoption-request"])
        {
            await ofFirm.OnEdition(code, act).Refuses(409, "edition-withdrawn");
        }

        await officer.OnEdition(code, "adoption").Refuses(409, "edition-withdrawn");
    }

    [Fact]
    public async Task Of_two_who_adopt_at_once_one_does()
    {
        var (_, ofFirm) = await server.Firm();
        var code = await ofFirm.Publish("ED-TWICE");
        var version = (await ofFirm.OnEdition(code, "adoption-request").Written()).Version;
        var both = await Task.WhenAll(officer.OnEdition(code, "adoption", version: version), server.As(Role.SECTION_HEAD).OnEdition(code, "adoption", version: version));
        both.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], ignoreOrder: true);
    }

    [Fact]
    public async Task A_contract_does_not_begin_on_what_is_withdrawn_while_it_is_registered()
    {
        var (_, ofFirm) = await server.Firm();
        var code = await ofFirm.Publish("ED-RACE");
        await using var connection = await server.Database.OpenConnectionAsync();
        await using var withdrawing = await connection.BeginTransactionAsync();
        await using (var withdraw = new NpgsqlCommand("UPDATE mt_doc_edition SET standing = 'WITHDRAWN' WHERE code = $1", connection, withdrawing) { Parameters = { new NpgsqlParameter<string> { TypedValue = code } } })
        {
            (await withdraw.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        var registering = ofFirm.When(ContractRequests.Body(c => c with { EditionCode = code, Name = "間に合わない契約" }));
        await Waits();
        await withdrawing.CommitAsync();
        await registering.Refuses(422, "edition-no-longer-chosen");
        (await ofFirm.GetAsync("/api/contracts").Json())["total"]!.GetValue<int>().ShouldBe(0);

        async Task Waits()
        {
            await using var waiting = server.Database.CreateCommand("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database())");
            while (await waiting.ExecuteScalarAsync() is not true)
            {
                registering.IsCompleted.ShouldBeFalse("the registration waits for who withdraws");
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task What_a_firm_published_before_there_was_adopting_stays_everyones_and_can_be_taken_back()
    {
        var (firm, ofFirm) = await server.Firm();
        var (_, stranger) = await server.Firm();
        var session = server.Store.OpenSession(ActorHeaders.Metadata(new Actor(ActorKind.PERSON, Guid.CreateVersion7(), firm, SectionId: null, Role.CONTRACTOR_OFFICER), correlationId: null));
        session.StartStream<Edition>(StreamId.Edition("ED-OLD"), StreamScope.None, new EditionPublished(ShippedEditions.All[2] with { Code = "ED-OLD" }));
        await session.SaveChanges(CancellationToken.None);

        await stranger.Register(c => c with { EditionCode = "ED-OLD" });
        await ofFirm.Having(seen: 1).When(Post("/api/editions/ED-OLD/revisions", await ofFirm.Correction("ED-OLD"))).Refuses(409, "edition-not-yours-to-revise");
        await officer.OnEdition("ED-OLD", "adoption/withdrawal", "確かめていない").Written();
        ((await ofFirm.Edition("ED-OLD"))["isOwn"]!.GetValue<bool>(), (await ofFirm.Edition("ED-OLD"))["standing"]!.GetValue<string>()).ShouldBe((true, "OWN"));
        await stranger.When(ContractRequests.Body(c => c with { EditionCode = "ED-OLD" })).Refuses(422, "edition-of-another-firm");
    }

    [Fact]
    public async Task The_ministrys_own_is_everyones_at_once_and_is_taken_back_and_adopted_again()
    {
        var (_, stranger) = await server.Firm();
        var code = await officer.Publish("ED-MIN");
        code.ShouldBe("ED-MIN");
        await stranger.Register(c => c with { EditionCode = code });
        await officer.OnEdition(code, "adoption/withdrawal", "古い").Written();
        await stranger.When(ContractRequests.Body(c => c with { EditionCode = code })).Refuses(422, "edition-no-longer-chosen");
        (await stranger.Edition(code))["standing"]!.GetValue<string>().ShouldBe("WITHDRAWN", "what was read stays readable");
        await officer.OnEdition(code, "adoption", "取り消したのは誤り").Written();
        await stranger.Register(c => c with { EditionCode = code });
    }

    private async Task<string> NameOf(Guid organisation) => (await server.Store.OpenSession().Load<Organisation>(organisation, CancellationToken.None))!.Value.Name;

    private static async Task<IReadOnlyList<bool>> Can(HttpClient who, string code, params string[] acts)
    {
        var can = (await who.Edition(code))["can"]!;
        return [.. acts.Select(act => can[act] is JsonValue)];
    }
}
