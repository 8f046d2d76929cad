using System.Diagnostics;
using System.Globalization;

namespace SecurityTracker.Server.Postgres;

/// <summary>
/// What a run that was killed may leave: a server on its way out, or a postmaster.pid whose number now belongs to someone else.
/// The caller holds the folder's lock, so whatever runs there is nobody's.
/// </summary>
internal static class PostgresLeftover
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Ends a server that still works on the data, and removes a pid file that speaks of no server.</summary>
    public static void SeeOff(string data)
    {
        var pidFile = Path.Combine(data, "postmaster.pid");
        if (!File.Exists(pidFile) || !int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        if (!IsServerOf(id, data))
        {
            File.Delete(pidFile);
            return;
        }

        Signals.Send(id, Signals.Interrupt);
        var waited = Stopwatch.StartNew();
        using var never = new ManualResetEventSlim();
        while (IsServerOf(id, data))
        {
            if (waited.Elapsed > Limit)
            {
                throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture, $"A PostgreSQL left behind (process {id}) does not end: end it, then start again."));
            }

            never.Wait(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>A postmaster's working directory is its data folder.</summary>
    private static bool IsServerOf(int id, string data)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Signals.IsAlive(id);
        }

        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget is { } folder && Path.GetFullPath(folder) == Path.GetFullPath(data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
