using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.ServerTests.SignIn;

/// <summary>Two servers on one database: whoever is signed in on one is signed in on both, until ended on either.</summary>
public sealed class TwoNodesTests(TwoNodesTests.FirstNode first) : IClassFixture<TwoNodesTests.FirstNode>
{
    private const string Mail = "two-nodes@example.jp";

    [Fact]
    public async Task Sessions_secrets_and_endings_are_shared()
    {
        await first.Services.GetRequiredService<Enrolment>().Enrol(
            "情報　花子", Mail, first.Services.GetRequiredService<Passwords>().Hash(SignInServer.Password),
            [new(FirstOrganisations.ContractorId, SectionId: null, Domain.Role.CONTRACTOR_OFFICER)], CancellationToken.None);
        await using var second = first.Another();
        var answer = await Browser(first.CreateAnonymousClient()).When(new SignInWithPasswordRequest(Mail, SignInServer.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var (here, there) = (WithCookie(first.CreateAnonymousClient(), cookie), WithCookie(second.CreateClient(new() { HandleCookies = false }), cookie));

        (await there.GetAsync("/api/session").Json())["next"]!.GetValue<string>().ShouldBe("DONE");

        // The secret that one node protected is read by the other.
        var secret = (await here.When<BeginTotpEndpoint>().Json())["secret"]!.GetValue<string>();
        var confirmed = await there.When(new ConfirmTotpRequest(SignInServer.CodeOf(secret, first.Clock.Now)));
        await here.When(Get("/api/session")).Refuses(401, "sign-in-required");
        foreach (var browser in (HttpClient[])[here, there])
        {
            browser.DefaultRequestHeaders.Remove("Cookie");
            browser.DefaultRequestHeaders.Add("Cookie", confirmed.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        }

        await here.GetAsync("/api/session").Json();
        (await there.When<SignOutEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await here.When(Get("/api/session")).Refuses(401, "sign-in-required");
    }

    private static HttpClient WithCookie(HttpClient client, string cookie)
    {
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return Browser(client);
    }

    private static HttpClient Browser(HttpClient client)
    {
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>The first of them.</summary>
    public sealed class FirstNode : TestServer
    {
        /// <summary>A second server on the same database.</summary>
        internal WebApplicationFactory<Program> Another() => new WebApplicationFactory<Program>().WithWebHostBuilder(Set);
    }
}
