namespace SecurityTracker.ServerTests.Access.Providers;

/// <summary>A server that nobody has shown an unknown key yet: a forger could have made it look for new keys just now.</summary>
public sealed class EntraRotationTests(EntraServer server) : IClassFixture<EntraServer>
{
    [Fact]
    public async Task Keys_that_were_changed_cost_nobody_a_sign_in()
    {
        await server.Says();
        using var visitor = server.Visitor();
        (await visitor.SignIn()).ShouldBe("/");
        await server.Provider.Set(new { rotate = true });

        using var another = server.Visitor();
        (await another.SignIn()).ShouldBe("/");
    }
}
