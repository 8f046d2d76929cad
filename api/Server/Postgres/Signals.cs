using System.Runtime.InteropServices;

namespace SecurityTracker.Server.Postgres;

/// <summary>Signals to a process that we started.</summary>
internal static class Signals
{
    /// <summary>SIGINT: PostgreSQL's fast shutdown.</summary>
    public const int Interrupt = 2;

    /// <summary>SIGQUIT: PostgreSQL's immediate shutdown.</summary>
    public const int Quit = 3;

    /// <summary>Sends a signal; a process that is gone is as good as told.</summary>
    public static void Send(int processId, int signal) => _ = Kill(processId, signal);

    /// <summary>Whether a process exists.</summary>
    public static bool IsAlive(int processId) => Kill(processId, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    private const int NoSuchProcess = 3;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
