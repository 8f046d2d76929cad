using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.SignIn;

[Collection(Shared.SignIn)]
public sealed class SignInTests(SignInServer server)
{
    [Fact]
    public Task Nobody_sees_anything() => server.Browser().When(Get("/api/contracts")).Refuses(401, "sign-in-required");

    [Fact]
    public async Task A_password_signs_in_and_out()
    {
        var (id, mail) = await server.Someone();
        var browser = await server.SignedIn(mail.ToUpperInvariant());

        (await browser.GetAsync("/api/session").Json())["person"]!["id"]!.GetValue<Guid>().ShouldBe(id);
        using var signedOut = await browser.When<SignOutEndpoint>();
        signedOut.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await browser.When(Get("/api/session")).Refuses(401, "sign-in-required");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        var (_, mail) = await server.Someone();
        using var answer = await server.Browser().When(new SignInWithPasswordRequest(mail, SignInServer.Password));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("session=");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("expires");
    }

    [Fact]
    public async Task Unknown_and_wrong_are_answered_alike()
    {
        var (_, mail) = await server.Someone();
        var wrong = await server.Browser().When(new SignInWithPasswordRequest(mail, "ちがう合言葉ちがう合言葉")).Refuses(401, "sign-in-failed");
        var unknown = await server.Browser().When(new SignInWithPasswordRequest("nobody@example.jp", SignInServer.Password)).Refuses(401, "sign-in-failed");

        unknown.ToJsonString().ShouldBe(wrong.ToJsonString());
    }

    [Fact]
    public async Task After_ten_failures_at_once_the_right_password_does_not_help_for_a_while()
    {
        var (_, mail) = await server.Someone();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => server.Browser().When(new SignInWithPasswordRequest(mail, $"wrong-{i}-wrong")).Refuses(401, "sign-in-failed")));

        await server.Browser().When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Refuses(401, "sign-in-failed");
        server.Clock.Now += TimeSpan.FromMinutes(16);
        await server.SignedIn(mail);
    }

    [Fact]
    public async Task A_code_is_good_once_and_needed_from_then_on()
    {
        var (_, mail) = await server.Someone();
        var (secret, _) = await server.SetUpApp(await server.SignedIn(mail));
        var browser = server.Browser();
        (await browser.When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Json())["next"]!.GetValue<string>().ShouldBe("SECOND_FACTOR");
        await browser.When(Get("/api/contracts")).Refuses(401, "second-factor-required");
        await browser.When<BeginTotpEndpoint>().Refuses(401, "second-factor-required");

        await browser.When(new ShowSecondFactorRequest("000000")).Refuses(401, "code-wrong");
        var code = server.CodeOf(secret);
        await browser.When(new ShowSecondFactorRequest(code)).Json();
        await browser.GetAsync("/api/contracts").Json();

        var thief = server.Browser();
        await thief.When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Json();
        await thief.When(new ShowSecondFactorRequest(code)).Refuses(401, "code-wrong");
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account_however_often_the_password_is_right()
    {
        var (_, mail) = await server.Someone();
        await server.SetUpApp(await server.SignedIn(mail));
        for (var round = 0; round < 2; round++)
        {
            var browser = server.Browser();
            await browser.When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Json();
            for (var guess = 0; guess < 5; guess++)
            {
                await browser.When(new ShowSecondFactorRequest($"00000{guess}")).Refuses(401, "code-wrong");
            }
        }

        await server.Browser().When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Refuses(401, "sign-in-failed");
    }

    [Fact]
    public async Task A_recovery_code_is_good_once()
    {
        var (_, mail) = await server.Someone();
        var (_, codes) = await server.SetUpApp(await server.SignedIn(mail));
        codes.Count.ShouldBe(10);
        for (var time = 0; time < 2; time++)
        {
            var browser = server.Browser();
            await browser.When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Json();
            var answering = browser.When(new ShowSecondFactorRequest(RecoveryCode: codes[0].ToLowerInvariant()));
            await (time == 0 ? answering.Json() : answering.Refuses(401, "code-wrong"));
        }
    }

    [Theory]
    [InlineData(Role.SUPERVISING_OFFICER)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task The_ministry_and_administrators_set_a_second_factor_up_before_anything_else(Role role)
    {
        var (_, mail) = await server.Someone(role);
        var browser = server.Browser();
        (await browser.When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Json())["next"]!.GetValue<string>().ShouldBe("ENROL_SECOND_FACTOR");
        await browser.When(Get("/api/organisations")).Refuses(403, "enrol-second-factor");

        await server.SetUpApp(browser);

        await browser.GetAsync("/api/organisations").Json();
        await browser.When<RemoveTotpEndpoint>().Refuses(409, "last-second-factor");
    }

    [Fact]
    public async Task A_session_ends_when_idle_and_in_any_case_after_twelve_hours()
    {
        var (_, mail) = await server.Someone();
        var idle = await server.SignedIn(mail);
        var busy = await server.SignedIn(mail);
        for (var hours = 0; hours < 10; hours += 5)
        {
            server.Clock.Now += TimeSpan.FromHours(5);
            await busy.GetAsync("/api/session").Json();
        }

        await idle.When(Get("/api/session")).Refuses(401, "sign-in-required");
        server.Clock.Now += TimeSpan.FromHours(2);
        await busy.When(Get("/api/session")).Refuses(401, "sign-in-required");
    }

    [Fact]
    public async Task A_device_that_is_revoked_elsewhere_has_ended_at_once()
    {
        var (_, mail) = await server.Someone();
        var (here, there) = (await server.SignedIn(mail), await server.SignedIn(mail));
        var devices = (await here.GetAsync("/api/account").Json())["devices"]!.AsArray();
        devices.Count.ShouldBe(2);

        using var revoked = await here.When(Delete($"/api/account/devices/{devices.Single(d => !d!["current"]!.GetValue<bool>())!["id"]}"));

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await there.When(Get("/api/session")).Refuses(401, "sign-in-required");
        await here.GetAsync("/api/session").Json();
    }

    [Fact]
    public async Task A_write_by_cookie_alone_is_refused()
    {
        var (_, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");

        await browser.When<RevokeOtherDevicesEndpoint>().Refuses(403, "cross-site");
        browser.DefaultRequestHeaders.Add("Origin", "http://localhost");
        using var answer = await browser.When<RevokeOtherDevicesEndpoint>();
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Important_acts_want_a_recent_proof()
    {
        var (_, mail) = await server.Someone();
        var browser = await server.SignedIn(mail);
        server.Clock.Now += TimeSpan.FromMinutes(16);
        await browser.When<BeginTotpEndpoint>().Refuses(403, "re-authentication-required");

        await browser.When(new ReauthenticateRequest("ちがう合言葉ちがう合言葉")).Refuses(401, "sign-in-failed");
        await browser.When(new ReauthenticateRequest(SignInServer.Password)).Json();

        await browser.When<BeginTotpEndpoint>().Json();
    }

    [Theory]
    [InlineData("みじかい", "password-too-short")]
    [InlineData("qwertyuiop12", "password-common")]
    [InlineData("パスワードパスワード", "password-too-short")]
    [InlineData("aaaaaaaaaaaaaa", "password-common")]
    public void Passwords_that_cannot_be_taken(string password, string code) =>
        Passwords.Check(password, "someone@example.jp", "情報　花子").ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void A_sentence_is_a_good_password() => Passwords.Check("きょうは坂の上で猫と昼寝をした").ShouldBeNull();
}
