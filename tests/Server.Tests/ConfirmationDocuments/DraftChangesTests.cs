using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.ServerTests.ConfirmationDocuments;

/// <summary>What leaves a draft again.</summary>
[Collection(Shared.ConfirmationDocuments)]
public sealed class DraftChangesTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task A_person_is_taken_off_the_roster_once()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.DraftWithPerson(contract.Id);
        var person = Draft(await client.Document(contract.Id))["people"]!.AsArray().Single()!["id"]!.GetValue<Guid>();
        await server.As(Role.CONTRACTOR_STAFF).Having(contract.Id, person).At(drafted.Version).When<RemoveDocumentPersonEndpoint>().Refuses(403, "not-permitted");
        await client.Having(contract.Id, person).At(0).When<RemoveDocumentPersonEndpoint>().Refuses(412, "version-stale");

        var removed = await client.Having(contract.Id, person).At(drafted.Version).When<RemoveDocumentPersonEndpoint>().Written();

        Draft(await client.Document(contract.Id))["people"]!.AsArray().ShouldBeEmpty();
        await client.Having(contract.Id, person).At(removed.Version).When<RemoveDocumentPersonEndpoint>().Refuses(404, "person-unknown");
    }

    [Fact]
    public async Task A_draft_is_put_away_and_another_is_begun()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.StartDraft(contract.Id);
        await server.As(Role.CONTRACTOR_STAFF).Having(contract.Id).At(drafted.Version).When<DiscardDocumentDraftEndpoint>().Refuses(403, "not-permitted");

        var away = await client.Having(contract.Id).At(drafted.Version).When<DiscardDocumentDraftEndpoint>().Written();

        var document = await client.Document(contract.Id);
        document["draft"].ShouldBeNull();
        document["versions"]!.AsArray().ShouldBeEmpty();
        await client.StartDraft(contract.Id, away.Version);
    }

    [Fact]
    public async Task The_parts_of_subcontractors_are_taken_into_the_draft_as_they_are_now()
    {
        var contract = await client.RegisterWithMethods();
        var drafted = await client.StartDraft(contract.Id);
        var seen = (await client.GetAsync($"/api/contracts/{contract.Id}").Json())["version"]!.GetValue<long>();
        await client.Having(contract.Id).At(seen).When(new EngageSubcontractorRequest("再委託先の会社", SubcontractorKind.SUBCONTRACTOR, Day("2026-07-10"))).Written(System.Net.HttpStatusCode.Created);
        Draft(await client.Document(contract.Id))["parts"]!.AsArray().ShouldBeEmpty();

        await client.Having(contract.Id).At(drafted.Version).When<TakeOverDocumentPartsEndpoint>().Written();

        Draft(await client.Document(contract.Id))["parts"]!.AsArray().Count.ShouldBe(1);
    }

    private static JsonNode Draft(JsonNode document) => document["draft"]!["content"]!;
}
