using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SecurityTracker.Server.Postgres;

/// <summary>
/// PostgreSQL as a child of the server: reached by a Unix socket in a folder of its own and by nothing else, stopped with the
/// server, ended by the kernel when the server is killed, started again when it dies itself.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Name = "securitytracker";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly PostgresFolder folder;
    private readonly ManualResetEventSlim stopping = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread keeper;
    private volatile Process? postmaster;
    private Task opening = Task.CompletedTask;

    private EmbeddedPostgres(PostgresFolder folder)
    {
        this.folder = folder;
        // A thread of its own: the kernel ends the child when the thread that started it ends.
        keeper = new Thread(Keep) { IsBackground = true, Name = "PostgreSQL" };
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = folder.Socket,
        Username = Name,
        Database = Name,
    }.ConnectionString;

    /// <summary>Takes the data folder and begins to start the server.</summary>
    public static EmbeddedPostgres Begin(PostgresHome home)
    {
        var server = new EmbeddedPostgres(PostgresFolder.Prepare(home));
        server.opening = server.Open();
        return server;
    }

    /// <summary>Begins to start the server and waits until it answers.</summary>
    public static async Task<EmbeddedPostgres> Start(PostgresHome home, CancellationToken ct)
    {
        var server = Begin(home);
        try
        {
            await server.Ready(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it answers. Throws <see cref="StartRefusedException"/> where it does not start.</summary>
    public Task Ready(CancellationToken ct) => opening.WaitAsync(ct);

    /// <summary>Stops it as an operator would: no new connections, open transactions end, everything is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        // What is half started is started first, and then stopped like the rest.
        await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Set();
        if (postmaster is { HasExited: false } running)
        {
            Signals.Send(running.Id, Signals.Interrupt);
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await running.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Signals.Send(running.Id, Signals.Quit);
            }
        }

        if (keeper.IsAlive)
        {
            keeper.Join(StopLimit);
        }

        folder.Dispose();
        stopping.Dispose();
    }

    // Makes the data folder on first use.
    private async Task Open()
    {
        var isNew = await folder.InitialiseOnce(Name, CancellationToken.None);
        keeper.Start();
        try
        {
            await ready.Task.WaitAsync(StartLimit);
        }
        catch (TimeoutException e)
        {
            throw new StartRefusedException($"The embedded PostgreSQL did not start within {StartLimit.TotalSeconds} s: see {folder.Log}", e);
        }

        if (isNew)
        {
            await CreateDatabase(CancellationToken.None);
            folder.Finished();
        }
    }

    // Whatever happens to it, a server that has once answered is started again: at once, then less and less often.
    private void Keep()
    {
        for (var pause = FirstPause; !stopping.IsSet; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var began = Stopwatch.StartNew();
            try
            {
                using var process = folder.StartServer(OnLine);
                postmaster = process;
                process.WaitForExit();
                Ended(process.ExitCode);
            }
            catch (Exception e)
            {
                if (ready.TrySetException(new StartRefusedException($"The embedded PostgreSQL does not start: {e.Message}", e)))
                {
                    return;
                }

                folder.Note($"The server cannot be started again yet: {e.Message}");
            }

            pause = began.Elapsed > LongestPause ? FirstPause : pause;
            stopping.Wait(pause);
        }
    }

    private void Ended(int exitCode)
    {
        if (stopping.IsSet)
        {
            return;
        }

        if (ready.TrySetException(new StartRefusedException($"The embedded PostgreSQL does not start (exit code {exitCode}): see {folder.Log}")))
        {
            stopping.Set();
            return;
        }

        folder.Note(string.Create(CultureInfo.InvariantCulture, $"The server ended with exit code {exitCode}; it is started again."));
    }

    private void OnLine(string line)
    {
        folder.Note(line);
        if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }

    private async Task CreateDatabase(CancellationToken ct)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {Name}", connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
