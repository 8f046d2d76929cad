using Microsoft.AspNetCore.Hosting;

namespace SecurityTracker.ServerTests.Access;

public sealed class ProviderDownTests(ProviderDownTests.Unreachable server) : IClassFixture<ProviderDownTests.Unreachable>
{
    [Fact]
    public async Task A_provider_that_does_not_answer_is_named_on_the_sign_in_screen()
    {
        using var answer = await server.CreateAnonymousClient().GetAsync("/api/sign-in/providers/peer");

        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?failure=provider-unavailable");
    }

    /// <summary>A server whose provider listens nowhere.</summary>
    public sealed class Unreachable : TestServer
    {
        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            host.UseSetting("SignIn:Providers:peer:Authority", "http://127.0.0.1:9");
            host.UseSetting("SignIn:Providers:peer:ClientId", "securitytracker");
            host.UseSetting("SignIn:Providers:peer:ClientSecret", "secret");
        }
    }
}
