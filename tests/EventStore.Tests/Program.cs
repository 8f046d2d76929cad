using Npgsql;
using SecurityTracker.EventStore;
using SecurityTracker.Testing;

namespace SecurityTracker.EventStoreTests;

/// <summary>The tests' own program: a process with nothing but a daemon, to be killed.</summary>
public static class Program
{
    public static async Task Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        await using var source = NpgsqlDataSource.Create(args[0]);
        await using var daemon = new Store(source, AccountDatabase.Options().Project(new Totals(args[1])), TimeProvider.System).CreateDaemon();
        await daemon.StartAsync(CancellationToken.None);
        await Wait.Until(() => daemon.IsWorking, "the daemon works");
        await Console.Out.WriteLineAsync("working");
        await Task.Delay(Timeout.Infinite);
    }
}
