using System.Diagnostics;
using System.Globalization;

namespace SecurityTracker.Server.Children;

/// <summary>How a child that reads files from outside is started: without the server's environment, without a network where the system allows that, and within limits that the kernel keeps.</summary>
internal static class ConfinedProcess
{
    private const int ProcessorSeconds = 120;
    private const string Unshare = "/usr/bin/unshare";
    private static readonly Lazy<string[]?> Apart = new(() => Works("-n") ? [Unshare, "-n", "--"] : Works("-r", "-n") ? [Unshare, "-r", "-n", "--"] : null);

    /// <summary>Whether the children have no network. Where the system refuses that, they hold no address to ask either, and it is logged.</summary>
    public static bool HasNoNetwork => Apart.Value is not null;

    /// <summary>A start of a program with these arguments and this environment and nothing else.</summary>
    /// <param name="memory">What the kernel lets it write to, in bytes: a second wall behind what its parent watches.</param>
    public static ProcessStartInfo Of(string program, IReadOnlyList<string> arguments, long memory, IReadOnlyDictionary<string, string> environment)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(program) : new ProcessStartInfo("/bin/sh");
        if (!OperatingSystem.IsWindows())
        {
            var limits = string.Create(CultureInfo.InvariantCulture, $"ulimit -c 0; ulimit -t {ProcessorSeconds}; ulimit -d {memory * 2 / 1024}; exec \"$@\" 2>/dev/null");
            foreach (var argument in (string[])["-c", limits, "reader", .. Apart.Value ?? [], program])
            {
                start.ArgumentList.Add(argument);
            }
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        (start.RedirectStandardInput, start.RedirectStandardOutput, start.UseShellExecute) = (true, true, false);
        start.WorkingDirectory = Path.GetTempPath();
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool Works(params string[] options)
    {
        if (!File.Exists(Unshare))
        {
            return false;
        }

        var start = new ProcessStartInfo(Unshare) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var option in (string[])[.. options, "--", "/bin/sh", "-c", "exit 0"])
        {
            start.ArgumentList.Add(option);
        }

        using var tried = Process.Start(start);
        tried?.WaitForExit();
        return tried?.ExitCode == 0;
    }
}
