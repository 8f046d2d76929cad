using System.Diagnostics;

namespace SecurityTracker.Server.Postgres;

/// <summary>A copy of the programs where another user can read them, made once a version and shared by all data folders.</summary>
internal static class PostgresPrograms
{
    /// <summary>Copies the programs beside the data, unless the same ones are there.</summary>
    public static string CopyFor(PostgresHome home)
    {
        var source = new FileInfo(Path.Combine(home.Programs, "bin", "postgres"));
        if (!source.Exists)
        {
            throw new StartRefusedException($"The embedded PostgreSQL is not complete ({source.FullName} is missing): run infra/start.");
        }

        var mark = PostgresHome.ShortHash($"{source.Length} {source.LastWriteTimeUtc:O}");
        var copy = Path.Combine(PostgresHome.SystemFolder, $"programs-{mark}");
        if (Directory.Exists(copy))
        {
            return copy;
        }

        var half = $"{copy}.{Environment.ProcessId}";
        using var cp = Process.Start("cp", ["-a", home.Programs, half]);
        cp.WaitForExit();
        using var chown = Process.Start("chown", ["-R", $"{home.User}:", half]);
        chown.WaitForExit();
        if (cp.ExitCode != 0 || chown.ExitCode != 0)
        {
            throw new StartRefusedException($"The programs of PostgreSQL cannot be copied to {PostgresHome.SystemFolder}.");
        }

        try
        {
            Directory.Move(half, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            Directory.Delete(half, recursive: true);
        }

        return copy;
    }
}
