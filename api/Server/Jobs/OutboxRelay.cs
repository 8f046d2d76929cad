using System.Transactions;
using Hangfire;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;
using Npgsql;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Jobs;

/// <summary>
/// Hands what stands in the outbox to Hangfire: a row goes and its job comes in one transaction, so that each is handed over once, by
/// whichever server takes it. PostgreSQL wakes it when a transaction with such a row has committed.
/// </summary>
internal sealed class OutboxRelay(JobDatabase database, IEnumerable<QueuedJob> jobs, IJobFilterProvider filters, JobLog log) : IBackgroundProcess
{
    private const int AtOnce = 100;

    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    // A connection that has died in silence is noticed by then.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, QueuedJob> known = jobs.ToDictionary(job => job.Name, StringComparer.Ordinal);

    public void Execute(BackgroundProcessContext context)
    {
        while (!context.IsStopping)
        {
            try
            {
                Listen(context);
            }
            catch (Exception away) when (DatabaseFaults.IsUnavailable(away))
            {
                // Hangfire would wait longer from time to time; who waits for a mail does not want that.
                log.DatabaseIsAway(away);
                database.Source.Clear();
                context.StoppingToken.WaitHandle.WaitOne(AskAgain);
            }
        }
    }

    private void Listen(BackgroundProcessContext context)
    {
        using var connection = database.Source.OpenConnection();
        var told = false;
        connection.Notification += (_, _) => told = true;
        using (var listen = new NpgsqlCommand("LISTEN outbox", connection))
        {
            listen.ExecuteNonQuery();
        }

        log.DatabaseIsBack();
        var client = new BackgroundJobClient(JobTables.Storage(connection), filters);
        while (!context.IsStopping)
        {
            told = false;
            while (HandOver(connection, client) == AtOnce)
            {
                // There is more.
            }

            if (!told)
            {
                Wait(connection, context.StoppingToken);
            }
        }
    }

    private int HandOver(NpgsqlConnection connection, BackgroundJobClient client)
    {
        using var together = new TransactionScope(TransactionScopeOption.RequiresNew, new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted });
        connection.EnlistTransaction(Transaction.Current);
        var taken = Take(connection);
        foreach (var (job, id) in taken)
        {
            client.Create(known[job].For(id), new EnqueuedState());
        }

        together.Complete();
        return taken.Count;
    }

    // What only another release knows stays for its servers.
    private List<(string Job, Guid Id)> Take(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE job = ANY ($1) ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING job, subject_id", connection)
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. known.Keys] }, new NpgsqlParameter<int> { TypedValue = AtOnce } },
        };
        using var row = command.ExecuteReader();
        var taken = new List<(string, Guid)>();
        while (row.Read())
        {
            taken.Add((row.GetString(0), row.GetGuid(1)));
        }

        return taken;
    }

    private static void Wait(NpgsqlConnection connection, CancellationToken stopping)
    {
        try
        {
            connection.WaitAsync(Longest, stopping).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server ends.
        }
    }
}
