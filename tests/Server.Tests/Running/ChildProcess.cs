using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.ServerTests.Running;

/// <summary>A process that a test started, with what it says and what it started in turn.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int KillAtOnce = 9;

    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    private ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Say(line.Data);
        process.ErrorDataReceived += (_, line) => Say(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its number.</summary>
    public int Id => process.Id;

    /// <summary>What it said on both ways.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Starts a program; of the environment nothing that would change the server comes along.</summary>
    public static ChildProcess Start(string program, IEnumerable<string> words, params IReadOnlyList<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || n.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start) ?? throw new InvalidOperationException("no process"));
    }

    /// <summary>Waits for a line that says something, or fails with all that was said.</summary>
    public async Task<string> Says(string part)
    {
        await Wait.Until(() => HasEnded || Lines.Any(l => l.Contains(part, StringComparison.Ordinal)), $"it does not say '{part}'");
        return Lines.FirstOrDefault(l => l.Contains(part, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"It ended without '{part}':\n{string.Join('\n', Lines)}");
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        Signals.Send(Id, KillAtOnce);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM; answers the exit code.</summary>
    public async Task<int> End()
    {
        Signals.Send(Id, Terminate);
        return await Ended();
    }

    /// <summary>Waits for its end; answers the exit code.</summary>
    public async Task<int> Ended()
    {
        using var limit = new CancellationTokenSource(Wait.Longest);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>The processes that it started and those that these started: their numbers, and what they run.</summary>
    public IReadOnlyList<(int Id, string Command)> Descendants() => DescendantsOf(Id);

    /// <summary>The descendants of any process.</summary>
    public static IReadOnlyList<(int Id, string Command)> DescendantsOf(int ancestor)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Select(id => (Id: id, Parent: ParentOf(id))).ToLookup(p => p.Parent, p => p.Id);
        return [.. Below(ancestor).Select(id => (id, CommandOf(id)))];

        IEnumerable<int> Below(int id) => parents[id].SelectMany(child => Below(child).Prepend(child));
    }

    /// <summary>What a process runs; empty where it is gone or waits to be taken note of.</summary>
    public static string CommandOf(int id) => Read(id, "cmdline").Replace('\0', ' ');

    /// <summary>kill -9 of a process and of all that it started.</summary>
    public static void KillTree(int id)
    {
        foreach (var one in DescendantsOf(id).Select(child => child.Id).Prepend(id).ToList())
        {
            Signals.Send(one, KillAtOnce);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            KillTree(Id);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static int ParentOf(int id) => Read(id, "stat") is { Length: > 0 } stat ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private void Say(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
