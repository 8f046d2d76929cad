using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SecurityTracker.Server;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.ServerTests.Frame;

public sealed class StartChecksTests
{
    [Theory]
    [InlineData("urls", "http://127.0.0.1:5080")]
    [InlineData("urls", "http://localhost:1;http://[::1]:2")]
    [InlineData("urls", null)]
    public void Loopback_is_served(string key, string? value) => StartChecks.Urls(With((key, value))).ShouldNotBeEmpty();

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://+:5080")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://192.168.0.2:5080")]
    [InlineData("urls", "http://localhost.example:5080")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://0.0.0.0:80")]
    public void Anything_else_needs_https_and_is_never_the_demos(string key, string value)
    {
        var refusal = Should.Throw<StartRefusedException>(() => StartChecks.Urls(With((key, value))));
        refusal.Message.ShouldContain("PublicUrl");
        refusal.Message.ShouldNotContain("\n");

        StartChecks.Urls(With((key, value), Https)).ShouldNotBeEmpty();

        Should.Throw<StartRefusedException>(() => StartChecks.Urls(With((key, value), Https, ("demo", "true")))).Message.ShouldContain("demo");
    }

    [Theory]
    [InlineData("http://securitytracker.example.go.jp")]
    [InlineData("https://securitytracker.example.go.jp/tracker")]
    [InlineData("securitytracker.example.go.jp")]
    public void A_public_address_that_cannot_be_meant_is_refused(string address) =>
        Should.Throw<StartRefusedException>(() => StartChecks.Urls(With(("urls", "http://*:5080"), ("PublicUrl", address)))).Message.ShouldContain("PublicUrl");

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    public void A_port_that_another_program_has_is_named(string url)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Should.Throw<StartRefusedException>(() => StartChecks.RefuseTakenPorts(["http://127.0.0.1:0", string.Format(CultureInfo.InvariantCulture, url, port)]))
            .Message.ShouldContain($"another program listens on port {port}");
        other.Stop();
        StartChecks.RefuseTakenPorts([$"http://127.0.0.1:{port}"]);
    }

    [Fact]
    public void Production_names_each_default_of_development()
    {
        var refusal = Should.Throw<StartRefusedException>(() => StartChecks.RefuseDevelopmentDefaults(In(Environments.Production), With(("demo", "true"), ("Keys:Secret", "too short"))));

        foreach (var name in (string[])["ConnectionStrings__Database", "Keys__Secret", "PublicUrl", "Mail__Host", "--demo"])
        {
            refusal.Message.ShouldContain(name);
        }
    }

    [Fact]
    public void A_made_up_world_is_refused_by_the_program_that_holds_none()
    {
        using var services = new ServiceCollection().BuildServiceProvider();

        Should.Throw<StartRefusedException>(() => StartChecks.RefuseMissingWorld(With(("demo", "true")), services)).Message.ShouldContain("infra/start --demo");
        StartChecks.RefuseMissingWorld(With(), services);
    }

    [Fact]
    public void Production_starts_once_none_is_left() => StartChecks.RefuseDevelopmentDefaults(
        In(Environments.Production),
        With(Https, ("ConnectionStrings:Database", "Host=database"), ("Keys:Secret", new string('x', StartChecks.ShortestSecret)), ("Mail:Host", "mail.example.go.jp")));

    [Fact]
    public void What_people_reach_over_https_is_in_production() =>
        Should.Throw<StartRefusedException>(() => StartChecks.RefuseDevelopmentDefaults(In(Environments.Development), With(Https))).Message.ShouldContain("ASPNETCORE_ENVIRONMENT=Production");

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

    private static (string Key, string? Value) Https => ("PublicUrl", "https://securitytracker.example.go.jp");

    private static IConfiguration With(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();

    private static HostingEnvironment In(string environment) => new HostingEnvironment { EnvironmentName = environment };
}
