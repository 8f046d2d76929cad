using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Access;

public sealed class OrganisationsTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    public Task Roles_that_may_not_register_are_refused(Role role) =>
        client.As(role).PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "x" }).ShouldRefuse(403, "not-permitted");

    [Theory]
    [InlineData("CONTRACTOR", "", null, "name-missing")]
    [InlineData("CONTRACTOR", "株式会社\n例", null, "name-missing")]
    [InlineData("CONTRACTOR", "株式会社例", "1234567890123", "corporate-number-wrong")]
    public Task What_cannot_be_registered_is_refused(string kind, string name, string? corporateNumber, string code) =>
        client.PostAct("/api/organisations", new { kind, name, corporateNumber }).ShouldRefuse(422, code);

    [Fact]
    public async Task A_registered_office_is_listed_and_its_people_can_act()
    {
        var written = await client.PostAct(
            "/api/organisations",
            new { kind = "MINISTRY_OFFICE", name = "近畿経済産業局", sections = new[] { new { name = "総務課", mail = "soumu@example.go.jp" } } }).Written(HttpStatusCode.Created);

        var listed = (await client.GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).AsArray().Single(o => o!["id"]!.GetValue<Guid>() == written.Id)!;
        listed["sections"]![0]!["name"]!.GetValue<string>().ShouldBe("総務課");
        var officer = server.CreateClient().As(StreamId.Person(written.Id, nameof(Role.SUPERVISING_OFFICER)));
        (await officer.GetAsync("/api/session").Json())["acting"]!["sectionName"]!.GetValue<string>().ShouldBe("総務課");
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var (id, version, _) = await client.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "旧社名" }).Written(HttpStatusCode.Created);
        var address = $"/api/organisations/{id}/name";

        await client.PutAct(address, new { name = "新社名" }).ShouldRefuse(428, "version-required");
        await client.PutAct(address, new { name = "新社名" }, ifMatch: version + 1).ShouldRefuse(412, "version-stale");
        var changed = await client.PutAct(address, new { name = "新社名" }, ifMatch: version).Written();
        changed.Version.ShouldBe(version + 1);
        await client.PutAct(address, new { name = "別名" }, ifMatch: version).ShouldRefuse(412, "version-stale");
        await client.PutAct($"/api/organisations/{Guid.NewGuid()}/name", new { name = "別名" }, ifMatch: 1).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_keeps_the_version()
    {
        var (id, version, _) = await client.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "同じ" }).Written(HttpStatusCode.Created);

        (await client.PutAct($"/api/organisations/{id}/name", new { name = "同じ" }, version).Written()).ShouldBe(new(id, version, 0));
    }

    [Fact]
    public async Task Events_say_who_acted()
    {
        var (id, _, _) = await client.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "記名" }).Written(HttpStatusCode.Created);

        var recorded = (await server.Store.OpenSession().FetchStream(id)).Single();

        recorded.Data.ShouldBeOfType<OrganisationRegistered>().Name.ShouldBe("記名");
        ActorHeaders.Read(recorded.Headers).ShouldBe(new Actor(ActorKind.PERSON, TestPeople.IdOf(Role.CONTRACTOR_OFFICER), FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_OFFICER));
        recorded.RecordedAt.ShouldBe(server.Clock.Now);
    }
}
