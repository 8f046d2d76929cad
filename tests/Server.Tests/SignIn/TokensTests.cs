using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.SignIn;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.SignIn;

public sealed class TokensTests(SignInServer server) : IClassFixture<SignInServer>
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
        var first = await browser.PostAct("/api/account/tokens", body, idempotencyKey: "once").Json(HttpStatusCode.Created);

        var second = await browser.PostAct("/api/account/tokens", body, idempotencyKey: "once").Json(HttpStatusCode.Created);

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

        await writing.PostAct(
            $"/api/organisations/{FirstOrganisations.ContractorId}/invitations", new { mail = "x@example.jp", name = "x", role = nameof(Role.CONTRACTOR_OFFICER) }).ShouldRefuse(403, "scope-missing");
        await reading.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "x" }).ShouldRefuse(403, "scope-missing");
        await writing.PostAct("/api/organisations", new { kind = "CONTRACTOR", name = "x" }).Written(HttpStatusCode.Created);
        var draft = await acting.Draft((await acting.RegisterRecorded()).Id);
        await writing.PostAct($"/api/reports/{draft.Id}/finalisation", new { }, draft.Version).ShouldRefuse(403, "scope-missing");
        await acting.PostAct($"/api/reports/{draft.Id}/finalisation", new { reportedOn = "2026-11-20" }, draft.Version).Written();
    }

    [Fact]
    public async Task A_token_never_changes_the_account_it_belongs_to()
    {
        var (_, mail) = await server.Someone();
        var program = Program((await Issue(await server.SignedIn(mail), "read", "write", "acts"))["token"]!.GetValue<string>());

        await program.GetAsync("/api/account").ShouldRefuse(403, "session-required");
        await program.PostAct("/api/account/tokens", new { name = "x", scopes = new[] { "read" }, expiresOn = InAYear(server) }).ShouldRefuse(403, "session-required");
        await program.PutAct("/api/account/password", new { current = SignInServer.Password, password = "べつの長い合言葉にする" }).ShouldRefuse(403, "session-required");
    }

    [Fact]
    public async Task A_token_ends_with_its_day_its_revocation_or_its_membership()
    {
        var (id, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var today = DateOnly.FromDateTime(server.Clock.Now.UtcDateTime.AddHours(9));
        var shortLived = await browser.PostAct("/api/account/tokens", new { name = "x", scopes = new[] { "read" }, expiresOn = today }).Json(HttpStatusCode.Created);
        var revoked = await Issue(browser, "read");
        var orphan = Program((await Issue(browser, "read"))["token"]!.GetValue<string>());

        (await browser.DeleteAct($"/api/account/tokens/{revoked["id"]}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Program(revoked["token"]!.GetValue<string>()).GetAsync("/api/session").ShouldRefuse(401, "token-not-valid");

        var lasting = Program(shortLived["token"]!.GetValue<string>());
        await lasting.GetAsync("/api/contracts").Json();
        server.Clock.Now += TimeSpan.FromDays(1);
        await lasting.GetAsync("/api/contracts").ShouldRefuse(401, "token-not-valid");

        await orphan.GetAsync("/api/contracts").Json();
        await EndMemberships(id);
        await orphan.GetAsync("/api/contracts").ShouldRefuse(401, "token-not-valid");
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

        await (await server.SignedIn(mail)).PostAct("/api/account/tokens", new { name = "x", scopes = scope is null ? [] : new[] { scope }, expiresOn }).ShouldRefuse(422, code);
    }

    [Fact]
    public async Task A_program_acts_for_the_organisation_with_a_token_of_its_own_until_it_is_ended()
    {
        var (_, mail) = await server.Someone();
        var officer = await server.SignedIn(mail);
        var address = $"/api/organisations/{FirstOrganisations.ContractorId}/service-accounts";
        var created = await officer.PostAct(address, new { name = "集計プログラム", role = nameof(Role.CONTRACTOR_OFFICER) }).Json(HttpStatusCode.Created);
        var account = $"/api/service-accounts/{created["id"]}";
        var token = (await officer.PostAct($"{account}/tokens", new { name = "夜間", scopes = new[] { "read" }, expiresOn = InAYear(server) }).Json(HttpStatusCode.Created))["token"]!.GetValue<string>();

        await Program(token).GetAsync("/api/contracts").Json();
        await officer.PostAct(address, new { name = "x", role = nameof(Role.ADMINISTRATOR) }).ShouldRefuse(422, "role-not-yours-to-give");
        await officer.PostAct($"/api/organisations/{FirstOrganisations.OfficeId}/service-accounts", new { name = "x", role = nameof(Role.AUDITOR) }).ShouldRefuse(404, "not-found");
        await server.CreateClient().As(Role.SECTION_HEAD).DeleteAct(account).ShouldRefuse(404, "not-found");

        (await officer.DeleteAct(account)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Program(token).GetAsync("/api/contracts").ShouldRefuse(401, "token-not-valid");
    }

    private Task<System.Text.Json.Nodes.JsonNode> Issue(HttpClient browser, params string[] scopes) =>
        browser.PostAct("/api/account/tokens", new { name = "集計", scopes, expiresOn = InAYear(server) }).Json(HttpStatusCode.Created);

    private HttpClient Program(string token)
    {
        var program = server.CreateAnonymousClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private async Task EndMemberships(Guid personId)
    {
        var person = (await server.Services.GetRequiredService<People>().Find(personId, CancellationToken.None))!;
        var officer = server.CreateClient().As(Role.CONTRACTOR_OFFICER);
        await officer.DeleteAct($"/api/memberships/{person.Value.Memberships[0].Id}", person.Version).Written();
    }
}
