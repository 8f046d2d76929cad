using Npgsql;

namespace SecurityTracker.EventStore;

/// <summary>
/// Keeps the registered projections up to date. Every process starts one; the one that holds the advisory lock works, and its lock
/// dies with its connection, so that another takes over within seconds even after kill -9. Work is done on that very connection:
/// who has lost the lock cannot write.
/// </summary>
public sealed class Daemon : IAsyncDisposable
{
    private const long Lock = 5_301_880_215;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Store store;
    private readonly CancellationTokenSource stopping = new();
    private Task? running;

    internal Daemon(Store store) => this.store = store;

    /// <summary>Told when a projection fails, by its name, or (null) the database: the daemon tries again after a second.</summary>
    public Action<string?, Exception>? OnFailure { get; set; }

    /// <summary>True while this one, of all processes, does the work.</summary>
    public bool IsWorking { get; private set; }

    /// <summary>Begins to work, or to wait for its turn.</summary>
    public Task StartAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        running ??= Task.Run(() => Run(stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Ends after the batch at hand and hands the lock over.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        await stopping.CancelAsync();
        await (running ?? Task.CompletedTask).WaitAsync(ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        stopping.Dispose();
    }

    /// <summary>Waits until every projection that readers use has seen an event; in whichever process the daemon works.</summary>
    /// <param name="sequence">As <see cref="Session.SaveChanges"/> answered it.</param>
    /// <param name="max">How long at most.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when the time was up.</returns>
    public async Task<bool> WaitFor(long sequence, TimeSpan max, CancellationToken ct = default)
    {
        var until = store.Time.GetTimestamp();
        if (store.Options.Projections.Count == 0 || await store.Read((c, token) => Progression.HasSeen(c, Names, sequence, token), ct))
        {
            return true;
        }
        await using var connection = await store.Source.OpenConnectionAsync(ct);
        await Sql.Execute(connection, "LISTEN mt_progression", ct);
        try
        {
            while (!await Progression.HasSeen(connection, Names, sequence, ct))
            {
                var left = max - store.Time.GetElapsedTime(until);
                if (left <= TimeSpan.Zero)
                {
                    return false;
                }
                // Counted in whole milliseconds, of which none would mean: for ever.
                await connection.WaitAsync((int)Math.Ceiling(Math.Min(left.TotalMilliseconds, int.MaxValue)), ct);
            }
            return true;
        }
        finally
        {
            await HandBack(connection, "UNLISTEN *");
        }
    }

    /// <summary>Of several names of one view, newest first: the first that has been built to the end, else the last.</summary>
    public async Task<string> Serving(IReadOnlyList<string> newestFirst, CancellationToken ct)
    {
        var built = await store.Read((c, token) => Progression.CaughtUp(c, newestFirst, token), ct);
        return newestFirst.FirstOrDefault(built.Contains) ?? newestFirst[^1];
    }

    private string[] Names => [.. store.Options.Projections.Select(p => p.Name)];

    private async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = await store.Source.OpenConnectionAsync(ct);
                await AwaitTurn(connection, ct);
                await Work(connection, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, the daemon must live on; it is reported.
            catch (Exception e)
#pragma warning restore CA1031
            {
                OnFailure?.Invoke(null, e);
                await Pause(ct);
            }
        }
    }

    private static async Task AwaitTurn(NpgsqlConnection connection, CancellationToken ct)
    {
        // A machine that loses its power says no goodbye: the server notices within some ten seconds and frees the lock.
        await Sql.Execute(connection, "SET tcp_keepalives_idle = 4; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3", ct);
        using var turn = new PeriodicTimer(Patience);
        while (!await Sql.Scalar<bool>(connection, $"SELECT pg_try_advisory_lock({Lock})", ct))
        {
            await turn.WaitForNextTickAsync(ct);
        }
    }

    private async Task Work(NpgsqlConnection connection, CancellationToken ct)
    {
        IsWorking = true;
        try
        {
            await Sql.Execute(connection, "LISTEN mt_events", ct);
            var progressions = new List<Progression>();
            foreach (var projection in store.Options.Projections)
            {
                progressions.Add(await Progression.Open(connection, projection, store.Options.Events, ct));
            }
            while (!ct.IsCancellationRequested)
            {
                foreach (var progression in progressions)
                {
                    await CatchUp(progression, ct);
                }
                // Events are withheld while an older transaction runs, and its end rings no bell: look again soon.
                var withheld = await Progression.AnyWithheld(connection, ct);
                await connection.WaitAsync(withheld ? TimeSpan.FromMilliseconds(20) : Patience, ct);
            }
        }
        finally
        {
            IsWorking = false;
            await HandBack(connection, $"UNLISTEN *; SELECT pg_advisory_unlock({Lock}); RESET ALL");
        }
    }

    private async Task CatchUp(Progression progression, CancellationToken ct)
    {
        try
        {
            while (await progression.Advance(ct))
            {
                ct.ThrowIfCancellationRequested();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && !Failures.IsConnectionLost(e))
        {
            // This one stands still until it is mended; the others go on.
            OnFailure?.Invoke(progression.Name, e);
        }
    }

    /// <summary>The pool keeps a connection as it is left, and with it what it listens to, its locks and settings.</summary>
    private static async Task HandBack(NpgsqlConnection connection, string asItWas)
    {
        if (connection.FullState == System.Data.ConnectionState.Open)
        {
            await Sql.Execute(connection, asItWas, CancellationToken.None);
        }
    }

    private static async Task Pause(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Patience);
        try
        {
            await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
