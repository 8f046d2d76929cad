using System.Globalization;
using System.Net;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;
using Xunit.Abstractions;

namespace SecurityTracker.ServerTests.Running;

/// <summary>kill -9 of the server and of PostgreSQL while six write: nothing that was acknowledged is lost, nothing that was repeated is there twice.</summary>
public sealed class KilledTests(ITestOutputHelper output)
{
    private const int Writers = 6;
    private const int Between = 12;
    private const int KillAtOnce = 9;

    [Fact]
    public async Task Six_writers_lose_nothing_and_write_nothing_twice()
    {
        using var installation = new Installation();
        var (server, address) = await installation.Start();
        var session = await installation.SignIn();
        using var stopping = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(number => new Writer(number, () => address, session)).ToList();
        var writing = writers.Select(writer => Task.Run(() => writer.Write(stopping.Token))).ToList();
        try
        {
            foreach (var _ in Enumerable.Range(0, 3))
            {
                await Progress(writers, writing);
                await server.Kill();
                await server.DisposeAsync();
                (server, address) = await installation.Start();
            }

            foreach (var kill in (Action<int>[])[ChildProcess.KillTree, Postmaster, OneBackend, ChildProcess.KillTree])
            {
                await Progress(writers, writing);
                kill(installation.Postmaster);
            }

            await Progress(writers, writing);
            await stopping.CancelAsync();
            await Task.WhenAll(writing);
            await Demand(installation, writers, address, session);
            server.HasEnded.ShouldBeFalse();
            (await server.End()).ShouldBe(0);
        }
        finally
        {
            await stopping.CancelAsync();
            await server.DisposeAsync();
            writers.ForEach(writer => writer.Dispose());
        }
    }

    private static void Postmaster(int postmaster) => Signals.Send(postmaster, KillAtOnce);

    private static void OneBackend(int postmaster) =>
        Signals.Send(ChildProcess.DescendantsOf(postmaster).First(child => child.Command.Contains("securitytracker securitytracker", StringComparison.Ordinal)).Id, KillAtOnce);

    // Each of the writers has had something acknowledged since, and all of them together a good deal.
    private static async Task Progress(List<Writer> writers, List<Task> writing)
    {
        var before = writers.ConvertAll(Acknowledged);
        await Wait.Until(
            () => writing.Exists(w => w.IsCompleted) || (writers.Zip(before).All(w => Acknowledged(w.First) > w.Second) && writers.Sum(Acknowledged) >= before.Sum() + Between),
            "the writers do not get on");
        await Task.WhenAll(writing.Where(w => w.IsCompleted));
    }

    private static int Acknowledged(Writer writer) => writer.Organisations.Count + writer.Subcontractors.Count;

    private async Task Demand(Installation installation, List<Writer> writers, Uri address, string session)
    {
        var kept = await installation.Ask("SELECT stream_id || ' ' || (data->>'name'), count(*) FROM mt_events WHERE type = 'organisation_registered' AND data->>'name' LIKE '会社 %' GROUP BY 1");
        var acknowledged = writers.SelectMany(w => w.Organisations).Select(o => $"{o.Id} {o.Name}").ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writers.Sum(Acknowledged)} acknowledged, {writers.Sum(w => w.Repeats)} repeats"));

        kept.Where(k => k.Number != 1).ShouldBeEmpty("twice");
        kept.Select(k => k.Text).ShouldBe(acknowledged, ignoreOrder: true);
        kept.Select(k => k.Text[37..]).ShouldBeUnique();
        using var client = Installation.ClientOf(session);
        foreach (var writer in writers)
        {
            var contract = await client.GetAsync(new Uri(address, $"/api/contracts/{writer.Contract!.Id}")).Json();
            contract["subcontractors"]!.AsArray().Select(s => s!["name"]!.GetValue<string>()).ShouldBe(writer.Subcontractors);
            (await installation.Ask($"SELECT 'events', count(*) FROM mt_events WHERE stream_id = '{writer.Contract.Id}'")).Single().Number.ShouldBe(writer.Contract.Version);
        }

        writers.Sum(w => w.Repeats).ShouldBeGreaterThan(0, "nobody was interrupted");
        (await client.GetAsync(new Uri(address, "/health/ready"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
