using Npgsql;

namespace SecurityTracker.EventStore;

/// <summary>
/// Wakes the daemon after a commit. NOTIFY inside the writer's own transaction would make all commits of the server queue for
/// one lock; so it is sent beside it, at most one at a time. A ring that is lost is made good by the daemon's own look each second.
/// </summary>
internal sealed class Bell(NpgsqlDataSource source)
{
    private const int Silent = 0, Ringing = 1, RingAgain = 2;
    private int state = Silent;

    public void Ring()
    {
        if (Interlocked.CompareExchange(ref state, Ringing, Silent) == Silent)
        {
            _ = Task.Run(Send);
        }
        else
        {
            Interlocked.CompareExchange(ref state, RingAgain, Ringing);
        }
    }

    private async Task Send()
    {
        do
        {
            Interlocked.Exchange(ref state, Ringing);
            try
            {
                await using var command = source.CreateCommand("NOTIFY mt_events");
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception e) when (e is NpgsqlException or ObjectDisposedException or InvalidOperationException)
            {
                // The write itself has succeeded; the daemon will find it by itself.
            }
        }
        while (Interlocked.CompareExchange(ref state, Silent, Ringing) == RingAgain);
    }
}
