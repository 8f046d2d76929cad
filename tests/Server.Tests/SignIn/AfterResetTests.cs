using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>What a new password, a reset and a new proof leave standing: nothing that nobody has seen.</summary>
public sealed class AfterResetTests(SignInServer server) : IClassFixture<SignInServer>
{
    private const string Other = "坂の下の黒い犬たちと走る";

    [Fact]
    public async Task A_new_password_ends_every_token_that_is_not_kept_by_name()
    {
        var (_, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var (kept, lost) = (await Issue(browser, "集計"), await Issue(browser, "忘れたもの"));

        var answer = await browser.PutAct("/api/account/password", new { current = SignInServer.Password, password = Other, keepTokens = new[] { kept.Id } }).Json();

        answer["kept"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("集計");
        answer["ended"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("忘れたもの");
        await Program(kept.Token).GetAsync("/api/contracts").Json();
        await Program(lost.Token).GetAsync("/api/contracts").ShouldRefuse(401, "token-not-valid");
    }

    [Fact]
    public async Task The_link_of_a_forgotten_password_shows_the_tokens_and_ends_them()
    {
        var (id, mail) = await server.Someone();
        var token = await Issue(await server.SignedIn(mail), "集計");
        var link = Server.Access.SignIn.SessionKey.Fresh();
        await using var batch = server.Database.CreateBatch();
        batch.BatchCommands.Add(Server.Access.SignIn.PasswordResets.Opening(id, link, server.Clock.Now.AddHours(1)));
        await batch.ExecuteNonQueryAsync();

        (await server.Browser().PostAct("/api/password-resets/opening", new { token = link }).Json())["tokens"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("集計");
        await server.Browser().PostAct("/api/password-resets/completion", new { token = link, password = Other }).Json();

        await Program(token.Token).GetAsync("/api/contracts").ShouldRefuse(401, "token-not-valid");
    }

    [Fact]
    public async Task Whoever_resets_a_sign_in_sees_the_tokens_and_keeps_what_they_name()
    {
        var (id, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        var (kept, lost) = (await Issue(browser, "夜間の取込み"), await Issue(browser, "忘れたもの"));
        var officer = server.CreateClient().As(Role.CONTRACTOR_OFFICER);
        var person = $"/api/organisations/{FirstOrganisations.ContractorId}/people/{id}";

        (await officer.GetAsync($"{person}/tokens").Json()).AsArray().Count.ShouldBe(2);
        await server.CreateClient().As(Role.SECTION_HEAD).GetAsync($"{person}/tokens").ShouldRefuse(404, "not-found");
        var answer = await officer.PostAct($"{person}/sign-in-reset", new { keepTokens = new[] { kept.Id } }).Json();

        answer["tokens"]!["ended"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("忘れたもの");
        await Program(kept.Token).GetAsync("/api/contracts").Json();
        await Program(lost.Token).GetAsync("/api/contracts").ShouldRefuse(401, "token-not-valid");
    }

    [Theory]
    [InlineData("re-authentication")]
    [InlineData("app")]
    [InlineData("password")]
    public async Task A_new_proof_changes_the_key_and_the_old_one_opens_nothing(string what)
    {
        var (_, mail) = await server.Someone();
        using var signing = await server.Browser().PostAct("/api/sign-in/password", new { mail, password = SignInServer.Password });
        var old = signing.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var mine = Holder(old);

        using var answer = what switch
        {
            "re-authentication" => await mine.PostAct("/api/session/re-authentication", new { password = SignInServer.Password }),
            "password" => await mine.PutAct("/api/account/password", new { current = SignInServer.Password, password = Other }),
            _ => await SetUpApp(mine),
        };

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var fresh = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        fresh.ShouldNotBe(old);
        await Holder(old).GetAsync("/api/session").ShouldRefuse(401, "sign-in-required");
        await Holder(old).GetAsync("/api/contracts").ShouldRefuse(401, "sign-in-required");
        await Holder(fresh).GetAsync("/api/session").Json();
    }

    private async Task<HttpResponseMessage> SetUpApp(HttpClient browser)
    {
        var secret = (await browser.PostAct("/api/account/totp", new { }).Json())["secret"]!.GetValue<string>();
        return await browser.PostAct("/api/account/totp/confirmation", new { code = server.CodeOf(secret) });
    }

    /// <summary>Whoever holds this cookie.</summary>
    private HttpClient Holder(string cookie)
    {
        var browser = server.CreateClient();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    private HttpClient Program(string token)
    {
        var program = server.CreateAnonymousClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }

    private static async Task<(Guid Id, string Token)> Issue(HttpClient browser, string name)
    {
        var issued = await browser.PostAct("/api/account/tokens", new { name, scopes = new[] { "read" }, expiresOn = "2026-12-31" }).Json(HttpStatusCode.Created);
        return (issued["id"]!.GetValue<Guid>(), issued["token"]!.GetValue<string>());
    }
}
