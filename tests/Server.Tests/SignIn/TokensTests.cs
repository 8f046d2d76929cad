using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.SignIn;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.SignIn;

[Collection(Shared.SignIn)]
public sealed class TokensTests(SignInServer server)
{
    private static string InAYear(SignInServer server) => DateOnly.FromDateTime(server.Clock.Now.UtcDateTime).AddDays(360).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_token_is_shown_once_reads_as_its_owner_and_is_kept_as_a_hash()
    {
        var (_, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var issued = await Issue(browser, "read");
        var token = issued["token"]!.GetValue<string>();

        await Program(token).GetAsync("/api/contracts").Json();

        var listed = (await browser.GetAsync("/api/account").Json())["tokens"]!.AsArray().Single()!;
        listed["lastUsedAt"].ShouldNotBeNull();
        listed.ToJsonString().ShouldNotContain(token);
        await using var search = server.Database.CreateCommand("SELECT count(*) FROM tokens t WHERE t::text LIKE '%' || $1 || '%'");
        search.Parameters.Add(new() { Value = token[3..] });
        (await search.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task The_same_key_again_makes_no_second_token_and_does_not_show_the_first()
    {
        var (_, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var body = new { name = "集計", scopes = new[] { "read" }, expiresOn = InAYear(server) };
        var first = await browser.When(Post("/api/account/tokens", body).Under("once")).Json(HttpStatusCode.Created);

        var second = await browser.When(Post("/api/account/tokens", body).Under("once")).Json(HttpStatusCode.Created);

        second["id"]!.GetValue<Guid>().ShouldBe(first["id"]!.GetValue<Guid>());
        second["token"].ShouldBeNull();
    }

    [Fact]
    public async Task Scopes_reach_as_far_as_they_say()
    {
        var (_, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var reading = Program((await Issue(browser, "read"))["token"]!.GetValue<string>());
        var writing = Program((await Issue(browser, "read", "write"))["token"]!.GetValue<string>());
        var acting = Program((await Issue(browser, "read", "write", "acts"))["token"]!.GetValue<string>());

        await writing.Having(FirstOrganisations.ContractorId).When(new InviteRequest("x@example.jp", "x", Role.CONTRACTOR_OFFICER)).Refuses(403, "scope-missing");
        await reading.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "x")).Refuses(403, "scope-missing");
        await writing.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "x")).Written(HttpStatusCode.Created);
        var draft = await acting.Draft((await acting.RegisterRecorded()).Id);
        await writing.Having(draft).When(new FinaliseReportRequest()).Refuses(403, "scope-missing");
        await acting.Having(draft).When(new FinaliseReportRequest(Day("2026-11-20"))).Written();
    }

    [Fact]
    public async Task A_token_never_changes_the_account_it_belongs_to()
    {
        var (_, mail) = await server.Someone();
        var program = Program((await Issue(await server.SignedIn(mail), "read", "write", "acts"))["token"]!.GetValue<string>());

        await program.When(Get("/api/account")).Refuses(403, "session-required");
        await program.When(Post("/api/account/tokens", new { name = "x", scopes = new[] { "read" }, expiresOn = InAYear(server) })).Refuses(403, "session-required");
        await program.When(new ChangePasswordRequest(SignInServer.Password, "べつの長い合言葉にする")).Refuses(403, "session-required");
    }

    [Fact]
    public async Task A_token_ends_with_its_day_its_revocation_or_its_membership()
    {
        var (id, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var today = DateOnly.FromDateTime(server.Clock.Now.UtcDateTime.AddHours(9));
        var shortLived = await browser.When(Post("/api/account/tokens", new { name = "x", scopes = new[] { "read" }, expiresOn = today })).Json(HttpStatusCode.Created);
        var revoked = await Issue(browser, "read");
        var orphan = Program((await Issue(browser, "read"))["token"]!.GetValue<string>());

        (await browser.Having(revoked["id"]!).When<RevokeTokenEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Program(revoked["token"]!.GetValue<string>()).When(Get("/api/session")).Refuses(401, "token-not-valid");

        var lasting = Program(shortLived["token"]!.GetValue<string>());
        await lasting.GetAsync("/api/contracts").Json();
        server.Clock.Now += TimeSpan.FromDays(1);
        await lasting.When(Get("/api/contracts")).Refuses(401, "token-not-valid");

        await orphan.GetAsync("/api/contracts").Json();
        await EndMemberships(id);
        await orphan.When(Get("/api/contracts")).Refuses(401, "token-not-valid");
    }

    [Theory]
    [InlineData("read", 400, "expiry-out-of-range")]
    [InlineData("read", -1, "expiry-out-of-range")]
    [InlineData("everything", 30, "scopes-missing")]
    [InlineData(null, 30, "scopes-missing")]
    public async Task What_cannot_be_a_token_is_refused(string? scope, int days, string code)
    {
        var (_, mail) = await server.Someone();
        var expiresOn = DateOnly.FromDateTime(server.Clock.Now.UtcDateTime).AddDays(days);

        await (await server.SignedIn(mail)).When(Post("/api/account/tokens", new { name = "x", scopes = scope is null ? [] : new[] { scope }, expiresOn })).Refuses(422, code);
    }

    [Fact]
    public async Task A_program_acts_for_the_organisation_with_a_token_of_its_own_until_it_is_ended()
    {
        var (_, mail) = await server.Someone();
        var officer = await server.SignedIn(mail);
        var address = $"/api/organisations/{FirstOrganisations.ContractorId}/service-accounts";
        var created = await officer.Having(FirstOrganisations.ContractorId).When(new CreateServiceAccountRequest("集計プログラム", Role.CONTRACTOR_OFFICER)).Json(HttpStatusCode.Created);
        var account = $"/api/service-accounts/{created["id"]}";
        var token = (await officer.When(Post($"{account}/tokens", new { name = "夜間", scopes = new[] { "read" }, expiresOn = InAYear(server) })).Json(HttpStatusCode.Created))["token"]!.GetValue<string>();

        await Program(token).GetAsync("/api/contracts").Json();
        await officer.Having(FirstOrganisations.ContractorId).When(new CreateServiceAccountRequest("x", Role.ADMINISTRATOR)).Refuses(422, "role-not-yours-to-give");
        await officer.Having(FirstOrganisations.OfficeId).When(new CreateServiceAccountRequest("x", Role.AUDITOR)).Refuses(404, "not-found");
        await server.As(Role.SECTION_HEAD).Having(created["id"]!).When<EndServiceAccountEndpoint>().Refuses(404, "not-found");

        (await officer.Having(created["id"]!).When<EndServiceAccountEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Program(token).When(Get("/api/contracts")).Refuses(401, "token-not-valid");
    }

    private Task<System.Text.Json.Nodes.JsonNode> Issue(HttpClient browser, params string[] scopes) =>
        browser.When(Post("/api/account/tokens", new { name = "集計", scopes, expiresOn = InAYear(server) })).Json(HttpStatusCode.Created);

    private HttpClient Program(string token)
    {
        var program = server.CreateAnonymousClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private async Task EndMemberships(Guid personId)
    {
        var person = (await server.Services.GetRequiredService<People>().Find(personId, CancellationToken.None))!;
        var officer = server.As(Role.CONTRACTOR_OFFICER);
        await officer.Having(person.Value.Memberships[0].Id).At(person.Version).When<EndMembershipEndpoint>().Written();
    }
}
