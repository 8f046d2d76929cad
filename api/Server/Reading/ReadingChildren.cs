using System.Collections.Concurrent;
using System.Diagnostics;
using SecurityTracker.Domain;
using SecurityTracker.Server.Children;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// Keeps the children of one kind: started when they are wanted, or soon after the server's start, kept warm, replaced after so many
/// files and whenever a limit, a crash or a person who left has ended one. A file whose child was ended from outside is read once more.
/// </summary>
internal class ReadingChildren(Func<ProcessStartInfo> start, ReadingLimits limits, ILogger log) : BackgroundService
{
    private readonly ConcurrentStack<ReadingChild> idle = new();
    private readonly ConcurrentDictionary<ReadingChild, bool> all = new();
    private readonly FairPlaces places = new(limits.Places, limits.Waiting);
    private volatile bool ended;

    /// <summary>The ids of the processes that live now.</summary>
    public IReadOnlyList<int> ProcessIds => [.. all.Keys.Where(child => child.IsAlive).Select(child => child.ProcessId)];

    /// <summary>The most memory that was seen of one child, in bytes.</summary>
    public long MostMemory { get; private set; }

    /// <summary>Has a file read in the person's turn.</summary>
    /// <param name="person">Whose turn it takes.</param>
    /// <param name="messages">What the child is sent.</param>
    /// <param name="ct">When the person leaves, the place is given back and the child ended.</param>
    public async Task<ReadOutcome<byte[]>> Ask(Guid person, IReadOnlyList<ReadOnlyMemory<byte>> messages, CancellationToken ct)
    {
        using var place = await places.Take(person, ct);
        try
        {
            return await Once(messages, ct);
        }
        catch (ReadingChildLostException lost)
        {
            log.LogWarning(lost, "A reader was lost and is replaced");
        }

        try
        {
            return await Once(messages, ct);
        }
        catch (ReadingChildLostException lost)
        {
            throw new ReadersLostException(lost);
        }
    }

    public override void Dispose()
    {
        EndAll();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        EndAll();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(limits.WarmAfter, stoppingToken);
            if (!ConfinedProcess.HasNoNetwork)
            {
                log.LogWarning("This system lets no process be cut off from the network (unshare -n): files from outside are read by processes that could reach it");
            }

            Warm();
        }
        catch (OperationCanceledException)
        {
            // The server stops before anything was to be read.
        }
    }

    private async Task<ReadOutcome<byte[]>> Once(IReadOnlyList<ReadOnlyMemory<byte>> messages, CancellationToken ct)
    {
        var child = Next();
        var keep = false;
        try
        {
            var answer = await child.Ask(messages, limits, ct);
            keep = answer.Refusal is null && child.Files < limits.Files && child.IsAlive && child.Memory < limits.Memory / 2;
            return answer;
        }
        finally
        {
            MostMemory = Math.Max(MostMemory, child.Memory);
            if (keep)
            {
                idle.Push(child);
            }
            else
            {
                End(child);
                _ = Task.Run(Warm, CancellationToken.None);
            }
        }
    }

    private ReadingChild Next()
    {
        while (idle.TryPop(out var child))
        {
            if (child.IsAlive)
            {
                return child;
            }

            End(child);
        }

        return Start();
    }

    // The next file finds a child that has loaded what it needs.
    private void Warm()
    {
        try
        {
            if (idle.IsEmpty && !ended)
            {
                idle.Push(Start());
            }
        }
        catch (Exception failed) when (failed is System.ComponentModel.Win32Exception or IOException or ReadingChildLostException)
        {
            log.LogError(failed, "A process that reads files does not start: is infra/runtime installed, and is this the whole build?");
        }
    }

    private ReadingChild Start()
    {
        var child = ReadingChild.Start(start());
        all[child] = true;
        if (ended)
        {
            End(child);
        }

        return child;
    }

    private void EndAll()
    {
        ended = true;
        idle.Clear();
        foreach (var child in all.Keys)
        {
            End(child);
        }
    }

    private void End(ReadingChild child)
    {
        if (all.TryRemove(child, out _))
        {
            child.Dispose();
        }
    }
}

/// <summary>The children that read everything but the pages of a PDF (api/Formats).</summary>
internal sealed class FormatChildren(ReadingLimits limits, ILogger<FormatChildren> log) : ReadingChildren(() => Of(limits), limits, log)
{
    private static ProcessStartInfo Of(ReadingLimits limits) => ConfinedProcess.Of(
        Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet")),
        [typeof(ReadDocument).Assembly.Location],
        limits.Memory,
        new Dictionary<string, string>
        {
            ["DOTNET_GCHeapHardLimit"] = (limits.Memory * 3 / 4).ToString("X", System.Globalization.CultureInfo.InvariantCulture),
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_EnableDiagnostics"] = "0",
        });
}

/// <summary>The children that take the text out of a PDF's pages (pdf.js), each for one file.</summary>
internal sealed class PdfChildren(RuntimeFiles runtime, ReadingLimits limits, ILogger<PdfChildren> log)
    : ReadingChildren(() => Of(runtime, limits), limits with { Files = 1, Work = limits.PdfWork }, log)
{
    /// <summary>What is said of a PDF that takes longer than it may.</summary>
    public Refusal TooSlow { get; } = ReadingRefusals.PdfTooSlow((int)limits.PdfWork.TotalSeconds);

    private static ProcessStartInfo Of(RuntimeFiles runtime, ReadingLimits limits) => ConfinedProcess.Of(
        runtime.Node, ["--max-old-space-size=384", runtime.Script("pdf-text.mjs"), ReadDocument.MostPages.ToString(System.Globalization.CultureInfo.InvariantCulture)], limits.Memory, new Dictionary<string, string>());
}
