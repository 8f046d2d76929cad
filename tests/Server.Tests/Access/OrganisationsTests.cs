using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Access;

[Collection(Shared.Access)]
public sealed class OrganisationsTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    public Task Roles_that_may_not_register_are_refused(Role role) =>
        client.As(role).When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "x")).Refuses(403, "not-permitted");

    [Theory]
    [InlineData("CONTRACTOR", "", null, "name-missing")]
    [InlineData("CONTRACTOR", "株式会社\n例", null, "name-missing")]
    [InlineData("CONTRACTOR", "株式会社例", "1234567890123", "corporate-number-wrong")]
    public Task What_cannot_be_registered_is_refused(string kind, string name, string? corporateNumber, string code) =>
        client.When(Post("/api/organisations", new { kind, name, corporateNumber })).Refuses(422, code);

    [Fact]
    public async Task A_registered_office_is_listed_and_its_people_can_act()
    {
        var written = await client.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "近畿経済産業局", Sections: [new NewSection("総務課", "soumu@example.go.jp")])).Written(HttpStatusCode.Created);

        var listed = (await client.GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).AsArray().Single(o => o!["id"]!.GetValue<Guid>() == written.Id)!;
        listed["sections"]![0]!["name"]!.GetValue<string>().ShouldBe("総務課");
        var officer = server.As(StreamId.Person(written.Id, nameof(Role.SUPERVISING_OFFICER)));
        (await officer.GetAsync("/api/session").Json())["acting"]!["sectionName"]!.GetValue<string>().ShouldBe("総務課");
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var (id, version, _) = await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "旧社名")).Written(HttpStatusCode.Created);
        var address = $"/api/organisations/{id}/name";

        await client.Having(id).When(new RenameOrganisationRequest("新社名")).Refuses(428, "version-required");
        await client.Having(id).At(version + 1).When(new RenameOrganisationRequest("新社名")).Refuses(412, "version-stale");
        var changed = await client.Having(id).At(version).When(new RenameOrganisationRequest("新社名")).Written();
        changed.Version.ShouldBe(version + 1);
        await client.Having(id).At(version).When(new RenameOrganisationRequest("別名")).Refuses(412, "version-stale");
        await client.Having(Guid.NewGuid()).At(1).When(new RenameOrganisationRequest("別名")).Refuses(404, "not-found");
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_keeps_the_version()
    {
        var (id, version, _) = await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "同じ")).Written(HttpStatusCode.Created);

        (await client.Having(id).At(version).When(new RenameOrganisationRequest("同じ")).Written()).ShouldBe(new(id, version, 0));
    }

    [Fact]
    public async Task Events_say_who_acted()
    {
        var (id, _, _) = await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "記名")).Written(HttpStatusCode.Created);

        var recorded = (await server.Store.OpenSession().FetchStream(id)).Single();

        recorded.Data.ShouldBeOfType<OrganisationRegistered>().Name.ShouldBe("記名");
        ActorHeaders.Read(recorded.Headers).ShouldBe(new Actor(ActorKind.PERSON, TestPeople.IdOf(Role.CONTRACTOR_OFFICER), FirstOrganisations.ContractorId, SectionId: null, Role.CONTRACTOR_OFFICER));
        recorded.RecordedAt.ShouldBe(server.Clock.Now);
    }
}
