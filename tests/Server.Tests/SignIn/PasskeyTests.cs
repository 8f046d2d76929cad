using System.Text.Json.Nodes;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>Passkeys with an authenticator of our own: what the framework checks, and what a row a challenge adds to it.</summary>
[Collection(Shared.SignIn)]
public sealed class PasskeyTests(SignInServer server)
{
    [Fact]
    public async Task A_passkey_signs_in_with_both_factors_at_once()
    {
        using var authenticator = new SoftAuthenticator();
        var (id, _) = await Registered(authenticator);

        var browser = server.Browser();
        var answer = await SignIn(browser, authenticator).Json();

        answer["next"]!.GetValue<string>().ShouldBe("DONE");
        var session = await browser.GetAsync("/api/session").Json();
        session["method"]!.GetValue<string>().ShouldBe("PASSKEY");
        session["secondFactor"]!.GetValue<bool>().ShouldBeTrue();
        session["person"]!["id"]!.GetValue<Guid>().ShouldBe(id);
    }

    [Fact]
    public async Task The_same_answer_again_is_refused()
    {
        using var authenticator = new SoftAuthenticator();
        await Registered(authenticator);
        var question = await server.Browser().When<AskForPasskeyEndpoint>().Json();
        var answer = new { credential = authenticator.Get(question["options"]!), state = question["state"]!.GetValue<string>() };

        await server.Browser().When(Post("/api/sign-in/passkey", answer)).Json();

        await server.Browser().When(Post("/api/sign-in/passkey", answer)).Refuses(401, "passkey-failed");
    }

    [Fact]
    public async Task An_answer_to_another_question_is_refused()
    {
        using var authenticator = new SoftAuthenticator();
        await Registered(authenticator);
        var asked = await server.Browser().When<AskForPasskeyEndpoint>().Json();
        var other = await server.Browser().When<AskForPasskeyEndpoint>().Json();

        await server.Browser().When(Post("/api/sign-in/passkey", new { credential = authenticator.Get(asked["options"]!), state = other["state"]!.GetValue<string>() }))
            .Refuses(401, "passkey-failed");
    }

    [Fact]
    public async Task A_passkey_asked_for_by_another_site_is_refused()
    {
        using var authenticator = new SoftAuthenticator { Origin = "https://evil.example" };
        using var honest = new SoftAuthenticator();
        await Registered(honest);
        var question = await server.Browser().When<AskForPasskeyEndpoint>().Json();

        await server.Browser().When(Post("/api/sign-in/passkey", new { credential = authenticator.Get(question["options"]!), state = question["state"]!.GetValue<string>() }))
            .Refuses(401, "passkey-failed");
    }

    [Fact]
    public async Task Another_persons_passkey_does_not_complete_my_sign_in()
    {
        using var theirs = new SoftAuthenticator();
        using var mine = new SoftAuthenticator();
        await Registered(theirs);
        var (_, mail) = await Registered(mine);
        var browser = server.Browser();
        (await browser.When(new SignInWithPasswordRequest(mail, SignInServer.Password)).Json())["next"]!.GetValue<string>().ShouldBe("SECOND_FACTOR");

        await SignIn(browser, theirs).Refuses(401, "passkey-failed");
        await SignIn(browser, mine).Json();
    }

    [Fact]
    public async Task A_passkey_that_nobody_registered_is_refused()
    {
        using var stranger = new SoftAuthenticator();
        await SignIn(server.Browser(), stranger).Refuses(401, "passkey-failed");
    }

    private static async Task<HttpResponseMessage> SignIn(HttpClient browser, SoftAuthenticator authenticator)
    {
        var question = await browser.When<AskForPasskeyEndpoint>().Json();
        return await browser.When(Post("/api/sign-in/passkey", new { credential = authenticator.Get(question["options"]!), state = question["state"]!.GetValue<string>() }));
    }

    private async Task<(Guid Id, string Mail)> Registered(SoftAuthenticator authenticator)
    {
        var someone = await server.Someone();
        var browser = await server.SignedIn(someone.Mail);
        var question = await browser.When<AskForNewPasskeyEndpoint>().Json();
        JsonNode added = await browser.When(Post("/api/account/passkeys", new { name = "社給端末", credential = authenticator.Create(question["options"]!), state = question["state"]!.GetValue<string>() }))
            .Json(System.Net.HttpStatusCode.Created);
        added["recoveryCodes"]!.AsArray().Count.ShouldBe(10);
        return someone;
    }
}
