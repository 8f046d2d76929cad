using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.SignIn;

public sealed class SetUpTests(SignInServer server) : IClassFixture<SignInServer>
{
    [Fact]
    public async Task A_fresh_installation_is_set_up_once_with_the_consoles_code()
    {
        var browser = server.Browser();
        (await browser.GetAsync("/api/sign-in").Json())["setUp"]!.GetValue<bool>().ShouldBeTrue();
        var code = await server.Services.GetRequiredService<SetUpCodes>().Fresh(CancellationToken.None);

        await browser.When(Post("/api/set-up", Request("AAAA-BBBB-CCCC-DDDD"))).Refuses(403, "set-up-code-wrong");
        await browser.When(Post("/api/set-up", Request(code, "password1234"))).Refuses(422, "password-common");
        var answer = await browser.When(Post("/api/set-up", Request(code))).Json();

        answer["next"]!.GetValue<string>().ShouldBe("ENROL_SECOND_FACTOR");
        await browser.When(Get("/api/contracts")).Refuses(403, "enrol-second-factor");
        await server.SetUpApp(browser);
        var session = await browser.GetAsync("/api/session").Json();
        session["next"]!.GetValue<string>().ShouldBe("DONE");
        session["acting"]!["role"]!.GetValue<string>().ShouldBe("CONTRACTOR_OFFICER");
        session["acting"]!["organisationName"]!.GetValue<string>().ShouldBe("例示総合研究所株式会社");
        session["memberships"]!.AsArray().Count.ShouldBe(2);
        (await browser.GetAsync("/api/contracts").Json())["total"]!.GetValue<int>().ShouldBe(0);

        (await server.Browser().GetAsync("/api/sign-in").Json())["setUp"]!.GetValue<bool>().ShouldBeFalse();
        await server.Browser().When(Post("/api/set-up", Request(code))).Refuses(409, "set-up-done");
    }

    private static object Request(string code, string password = SignInServer.Password) => new
    {
        code,
        organisation = new { kind = "CONTRACTOR", name = "例示総合研究所株式会社" },
        name = "髙橋　花子",
        mail = "hanako@example.jp",
        password,
    };
}
