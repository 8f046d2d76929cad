using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SecurityTracker.Server;

namespace SecurityTracker.ServerTests.Frame;

public sealed class StartChecksTests
{
    [Theory]
    [InlineData("urls", "http://127.0.0.1:5080")]
    [InlineData("urls", "http://localhost:1;http://[::1]:2")]
    [InlineData("urls", null)]
    public void Loopback_is_served(string key, string? value) => StartChecks.LoopbackUrls(With((key, value))).ShouldNotBeEmpty();

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://+:5080")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://192.168.0.2:5080")]
    [InlineData("urls", "http://localhost.example:5080")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://0.0.0.0:80")]
    public void Anything_else_is_refused_in_one_line(string key, string value)
    {
        var refusal = Should.Throw<StartRefusedException>(() => StartChecks.LoopbackUrls(With((key, value))));

        refusal.Message.ShouldContain("loopback");
        refusal.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Production_names_each_default_of_development()
    {
        var refusal = Should.Throw<StartRefusedException>(() => StartChecks.RefuseDevelopmentDefaults(In(Environments.Production), With()));

        refusal.Message.ShouldContain("Actor");
        refusal.Message.ShouldContain("embedded PostgreSQL");
    }

    [Fact]
    public void Development_starts() => StartChecks.RefuseDevelopmentDefaults(In(Environments.Development), With());

    [Theory]
    [InlineData("serve", new string[0])]
    [InlineData("serve", new[] { "--port", "1" })]
    [InlineData("migrate", new[] { "migrate" })]
    [InlineData("catalogue import", new[] { "catalogue", "import", "001.txt" })]
    [InlineData("help", new[] { "--help" })]
    public void Verbs_are_understood(string verb, string[] arguments) => CommandLine.Read(arguments).Verb.ShouldBe(verb);

    [Fact]
    public void Anything_else_is_not() => Should.Throw<StartRefusedException>(() => CommandLine.Read(["drop", "everything"]));

    private static IConfiguration With(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();

    private static HostingEnvironment In(string environment) => new HostingEnvironment { EnvironmentName = environment };
}
