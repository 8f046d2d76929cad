using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.ServerTests.Catalogue;

[Collection(Shared.Catalogue)]
public sealed class EditionDraftsTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    public Task Roles_that_may_not_draft_are_refused(Role role) =>
        server.As(role).When(Post("/api/edition-drafts", Draft("ED-X"))).Refuses(403, "not-permitted");

    [Fact]
    public async Task New_wording_becomes_an_edition_that_is_recognised()
    {
        var text = SeedTexts.Read("001").Replace("年1回以上", "年2回以上", StringComparison.Ordinal);
        var import = await client.PostAsync("/api/annex-imports", new StringContent(text, Encoding.UTF8, "text/plain")).Json();
        import["match"]!["kind"]!.GetValue<string>().ShouldBe("differs");

        var draft = new JsonObject { ["code"] = "ED-D-2", ["name"] = "年２回診断版", ["source"] = "公募要領", ["content"] = import.DeepClone() };
        var started = await client.When(Post("/api/edition-drafts", draft.ToJsonString())).Written(HttpStatusCode.Created);
        var address = $"/api/edition-drafts/{started.Id}";
        var read = await client.GetAsync(address).Json();
        (read["code"]!.GetValue<string>(), read["publishedAs"]?.GetValue<string>()).ShouldBe(("ED-D-2", null));

        await client.When(Put(address, draft.ToJsonString())).Refuses(428, "version-required");
        draft["name"] = "年２回の診断を求める版";
        var amended = await client.Having(started).When(Put(address, draft.ToJsonString())).Written();
        await client.Having(started).When<PublishEditionDraftEndpoint>().Refuses(412, "version-stale");
        await client.Having(started.Id).At(amended.Version).When<PublishEditionDraftEndpoint>().Written(HttpStatusCode.Created);

        var edition = await client.GetAsync("/api/editions/ED-D-2").Json();
        var code = edition["code"]!.GetValue<string>();
        (edition["name"]!.GetValue<string>(), edition["standing"]!.GetValue<string>(), code).ShouldBe(
            ("年２回の診断を求める版", "OWN", EditionCode.Of("ED-D-2", FirstOrganisations.ContractorId)));
        var again = await client.PostAsync("/api/annex-imports", new StringContent(text, Encoding.UTF8, "text/plain")).Json();
        (again["match"]!["code"]!.GetValue<string>(), again["match"]!["kind"]!.GetValue<string>()).ShouldBe((code, "exact"));
        await client.Having(started.Id).At(amended.Version + 1).When<PublishEditionDraftEndpoint>().Refuses(409, "edition-draft-published");
    }

    [Fact]
    public async Task A_code_in_use_is_refused_and_nothing_is_changed()
    {
        var draft = await client.When(Post("/api/edition-drafts", Draft("ED-C"))).Written(HttpStatusCode.Created);
        await client.Having(draft).When<PublishEditionDraftEndpoint>().Refuses(409, "edition-code-taken");
        (await client.GetAsync($"/api/edition-drafts/{draft.Id}").Json())["version"]!.GetValue<long>().ShouldBe(draft.Version);
    }

    [Fact]
    public async Task What_is_not_yet_an_edition_is_not_published()
    {
        var draft = await client.When(Post("/api/edition-drafts", Draft("ED-X", text: " "))).Written(HttpStatusCode.Created);
        var problem = await client.Having(draft).When<PublishEditionDraftEndpoint>().Refuses(422, "edition-text-missing");
        problem["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe("/content/requirements/0/text");
    }

    [Fact]
    public Task A_draft_that_is_not_there_is_not_found() =>
        client.When(Get($"/api/edition-drafts/{Guid.NewGuid()}")).Refuses(404, "edition-draft-unknown");

    private static object Draft(string code, string text = "受注者は、守ること。") =>
        new { code, name = "案", source = "公募要領", content = new { requirements = new[] { new { number = 1, text } } } };
}
