using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.SignIn;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Access;

/// <summary>Nobody gives themselves, or a friend, a power that is not theirs to give.</summary>
public sealed class PowersTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_firm_does_not_bring_in_an_office_of_its_own_making()
    {
        var (stranger, _) = await Stranger(Role.CONTRACTOR_OFFICER);
        var office = (await stranger.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "架空局", Sections: [new NewSection("架空課")])).Written(HttpStatusCode.Created)).Id;
        var section = (await stranger.GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).AsArray().Single(o => o!["id"]!.GetValue<Guid>() == office)!["sections"]![0]!["id"]!.GetValue<Guid>();

        await stranger.Having(office).When(new InviteRequest("fake@example.jp", "偽", Role.SECTION_HEAD, section)).Refuses(404, "not-found");

        // As long as nobody belongs to it, it is a name that nobody else sees.
        (await server.CreateClient().GetAsync("/api/organisations?kind=MINISTRY_OFFICE").Json()).ToJsonString().ShouldNotContain(office.ToString());
    }

    [Fact]
    public async Task Those_whose_installation_it_is_bring_its_own_office_in_as_long_as_nobody_belongs_to_it()
    {
        var invitation = new { mail = "head@example.go.jp", name = "長", role = nameof(Role.SECTION_HEAD), sectionId = FirstOrganisations.SectionId };
        var own = new TestServer();
        await own.InitializeAsync();
        var client = own.CreateClient();
        await client.When(Post($"/api/organisations/{FirstOrganisations.OfficeId}/invitations", invitation)).Refuses(404, "not-found");

        await using (var leave = own.Database.CreateCommand("UPDATE mt_doc_person SET organisation_ids = '{}' WHERE organisation_ids @> ARRAY[$1]"))
        {
            leave.Parameters.Add(new() { Value = FirstOrganisations.OfficeId });
            await leave.ExecuteNonQueryAsync();
        }

        await client.When(Post($"/api/organisations/{FirstOrganisations.OfficeId}/invitations", invitation)).Json(HttpStatusCode.Created);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Who_registers_a_firm_invites_its_officers_and_no_administrator()
    {
        var (stranger, _) = await Stranger(Role.CONTRACTOR_OFFICER);
        var firm = (await stranger.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "再委託先")).Written(HttpStatusCode.Created)).Id;
        var address = $"/api/organisations/{firm}/invitations";

        await stranger.Having(firm).When(new InviteRequest("admin@example.jp", "管", Role.ADMINISTRATOR)).Refuses(422, "role-not-yours-to-give");
        await stranger.Having(firm).When(new InviteRequest("officer@example.jp", "担", Role.SUBCONTRACTOR_OFFICER)).Json(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_administrator_of_a_firm_does_not_see_its_competitors()
    {
        var (administrator, _) = await Stranger(Role.ADMINISTRATOR);
        var (_, competitor) = await Stranger(Role.CONTRACTOR_OFFICER);

        (await administrator.GetAsync("/api/organisations").Json()).ToJsonString().ShouldNotContain(competitor.ToString());
        (await server.As(Role.ADMINISTRATOR).GetAsync("/api/organisations").Json()).ToJsonString().ShouldContain(competitor.ToString());
    }

    [Fact]
    public void An_account_of_a_program_gives_no_word_and_no_power()
    {
        var program = new Actor(ActorKind.SERVICE, Guid.NewGuid(), FirstOrganisations.OfficeId, FirstOrganisations.SectionId, Role.SECTION_HEAD);

        foreach (var permission in (Permission[])[Permission.DecideAct, Permission.ReviewReport, Permission.DisposeReport, Permission.ManagePeople, Permission.Delegate, Permission.SucceedOfficers])
        {
            permission.Allows(program).ShouldBeFalse(permission.Name);
            permission.Allows(program with { Kind = ActorKind.PERSON }).ShouldBeTrue(permission.Name);
        }

        Permission.ReadContracts.Allows(program).ShouldBeTrue();
    }

    [Fact]
    public async Task A_role_that_wants_a_second_factor_is_not_acted_in_by_a_session_that_has_seen_none()
    {
        var id = Guid.CreateVersion7();
        var organisation = (await server.Store.OpenSession().Load<Organisation>(FirstOrganisations.ContractorId, CancellationToken.None))!.Value;
        var (officer, administrator) = (Grant(organisation, FirstOrganisations.ContractorId, Role.CONTRACTOR_OFFICER), Grant(organisation, FirstOrganisations.ContractorId, Role.ADMINISTRATOR));
        await server.People.Register(id, "情報　花子", mail: null, officer, administrator);
        var person = (await server.Services.GetRequiredService<People>().Find(id, CancellationToken.None))!;
        var opened = await server.Services.GetRequiredService<Sessions>().Open(person, SignInMethod.PASSWORD, secondFactor: false, SignInStep.DONE, "tests", CancellationToken.None, officer.MembershipId);
        var browser = server.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add("Cookie", $"session={opened.Key}");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        await browser.GetAsync("/api/contracts").Json();
        await browser.When(new ActAsRequest(administrator.MembershipId)).Refuses(403, "second-factor-for-role");
        await browser.When<IssueTokenEndpoint>(new IssueTokenRequest("x", ["read"], Day("2026-12-01"), administrator.MembershipId))
            .Refuses(403, "second-factor-for-role");
    }

    [Fact]
    public async Task Whether_the_other_side_is_drafting_is_not_told_by_the_id_of_its_draft()
    {
        var contractor = server.CreateClient();
        var report = (await contractor.Draft((await contractor.RegisterRecorded()).Id)).Id;
        await using var pretend = server.Database.CreateCommand("UPDATE stream_scopes SET noun = 'report_review' WHERE id = $1");
        pretend.Parameters.Add(new() { Value = report });
        await pretend.ExecuteNonQueryAsync();

        await contractor.Having(report).At(1).When(new EraseFileRequest("x")).Refuses(404, "not-found");
        await contractor.Having(Guid.NewGuid()).At(1).When(new EraseFileRequest("x")).Refuses(404, "not-found");
    }

    [Fact]
    public void What_is_refused_to_strangers_is_noted_so_often_and_no_more()
    {
        using var refusals = new RefusalsOfStrangers();

        Enumerable.Range(0, 1000).Count(_ => refusals.AreNoted()).ShouldBe(120);
    }

    /// <summary>Someone of a firm that has nothing to do with anyone.</summary>
    private async Task<(HttpClient Client, Guid Firm)> Stranger(Role role)
    {
        var firm = (await server.As(Role.ADMINISTRATOR).When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "よその会社")).Written(HttpStatusCode.Created)).Id;
        var organisation = (await server.Store.OpenSession().Load<Organisation>(firm, CancellationToken.None))!.Value;
        var id = Guid.CreateVersion7();
        await server.People.Register(id, "よその人", mail: null, Grant(organisation, firm, role));
        return (server.As(id), firm);
    }

    private static GrantMembership Grant(Organisation organisation, Guid id, Role role) => new(Guid.CreateVersion7(), id, organisation, SectionId: null, role, new DateOnly(2020, 4, 1));
}
