using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.ServerTests.Running;

/// <summary>infra/start as people start it.</summary>
public sealed class StartScriptTests
{
    private const int KillAtOnce = 9;

    [Fact]
    public async Task A_killed_server_comes_back_with_its_data_and_an_end_ends_all()
    {
        using var installation = new Installation();
        var port = Installation.FreePort();
        await using (var script = Start(installation, port))
        {
            await Installation.Ready(script);
            await Run(installation, "CREATE TABLE filled (n int)");
            (await End(script)).ShouldBe(143);
        }

        await using var fresh = Start(installation, port, "--fresh");
        await Installation.Ready(fresh);
        (await IsFilled(installation)).ShouldBeFalse("--fresh deletes the data first");
        await Run(installation, "CREATE TABLE filled (n int)");

        var killed = fresh.Descendants().Single(d => d.Command.StartsWith("dotnet ", StringComparison.Ordinal)).Id;
        Signals.Send(killed, KillAtOnce);
        await fresh.Says("the server ended by signal 9");
        await Wait.Until(() => fresh.Lines.Count(l => l.Contains("Now listening on", StringComparison.Ordinal)) == 2, "it does not come back");
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        await Wait.Until(async () => (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "it is not ready again");
        (await IsFilled(installation)).ShouldBeTrue("a restart deletes nothing");
        (await End(fresh)).ShouldBe(143);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_port_that_is_taken_is_said_in_a_sentence_with_the_option_that_helps(string address)
    {
        using var installation = new Installation();
        using var other = new TcpListener(IPAddress.Parse(address), 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var script = Start(installation, port);

        (await script.Ended()).ShouldBe(1);

        var said = script.Lines[^1];
        said.ShouldContain($"another program listens on port {port}");
        said.ShouldContain("infra/start --port ");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("http")]
    public async Task A_port_that_is_none_is_refused_at_once(string port)
    {
        await using var script = ChildProcess.Start("bash", [Repository.At("infra", "start"), "--port", port]);

        (await script.Ended()).ShouldBe(1);

        script.Lines.ShouldHaveSingleItem().ShouldContain("--port needs a number");
    }

    private static ChildProcess Start(Installation installation, int port, params IReadOnlyList<string> more) => ChildProcess.Start(
        "bash", [Repository.At("infra", "start"), "--port", port.ToString(CultureInfo.InvariantCulture), "--data", installation.Data, .. more], Installation.SecretSetting);

    // Ends it, and sees that nothing which it started is left.
    private static async Task<int> End(ChildProcess script)
    {
        var all = script.Descendants();
        all.ShouldContain(d => d.Command.Contains("postgres", StringComparison.Ordinal));
        var code = await script.End();
        await Wait.Until(() => all.All(d => d.Command.Length == 0 || ChildProcess.CommandOf(d.Id) != d.Command), "something is left of it");
        return code;
    }

    private static async Task Run(Installation installation, string sql)
    {
        await using var connection = new NpgsqlConnection(installation.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> IsFilled(Installation installation) =>
        (await installation.Ask("SELECT 'tables', count(*) FROM pg_tables WHERE tablename = 'filled'")).Single().Number == 1;
}
