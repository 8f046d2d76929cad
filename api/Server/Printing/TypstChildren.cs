using System.Collections.Concurrent;
using SecurityTracker.Server.Children;

namespace SecurityTracker.Server.Printing;

/// <summary>How many renderers there are and when one is replaced.</summary>
internal sealed record TypstLimits
{
    /// <summary>Processes at the same time; together they stay under 1 GB.</summary>
    public int Children { get; init; } = 2;

    /// <summary>Forms that may wait; one more is refused.</summary>
    public int Waiting { get; init; } = 64;

    /// <summary>How long after the server's start the first process is started, if no form has asked for it before.</summary>
    public TimeSpan WarmAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest a render may take before its process is given up.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Memory in bytes above which a process is replaced after its render.</summary>
    public long Memory { get; init; } = 420L * 1024 * 1024;

    /// <summary>Renders after which a process is replaced.</summary>
    public int Renders { get; init; } = 1000;
}

/// <summary>So many forms wait already that one more is refused: the answer is 503, to be tried again after <see cref="RetryAfter"/>.</summary>
internal sealed class RendererBusyException() : ProblemException(Problems.RendererBusy)
{
    /// <summary>When a place is likely to be free.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(2);
}

/// <summary>
/// Keeps the renderers alive: the first from soon after the start, a second while there is work for two. A process that crashes, hangs or
/// grows too large is ended by its id and replaced, and the form it held is rendered once more by its successor.
/// </summary>
internal sealed class TypstChildren(RuntimeFiles runtime, IEnumerable<TypstTemplate> known, TypstLimits limits, ILogger<TypstChildren> log) : BackgroundService
{
    private readonly string[] templates = [.. known.Select(template => Path.Combine(AppContext.BaseDirectory, template.Path))];
    private readonly ConcurrentStack<TypstChild> idle = new();
    private readonly ConcurrentDictionary<TypstChild, bool> all = new();
    private readonly SemaphoreSlim places = new(limits.Children);
    private int present;

    /// <summary>The ids of the processes that live now.</summary>
    public IReadOnlyList<int> ProcessIds => [.. all.Keys.Select(child => child.ProcessId)];

    /// <summary>What the processes held after their last render, in bytes.</summary>
    public long Memory => all.Keys.Sum(child => child.Memory);

    /// <summary>Renders a form with one of the templates; refuses with <see cref="RendererBusyException"/>.</summary>
    /// <param name="template">form, confirmation-document.</param>
    /// <param name="form">JSON as the template wants it.</param>
    /// <param name="ct">Cancels waiting for a place.</param>
    public async Task<RenderedPdf> Render(string template, ReadOnlyMemory<byte> form, CancellationToken ct)
    {
        if (Interlocked.Increment(ref present) > limits.Children + limits.Waiting)
        {
            Interlocked.Decrement(ref present);
            throw new RendererBusyException();
        }

        try
        {
            await places.WaitAsync(ct);
            try
            {
                return await RenderWithOneRetry(template, form);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref present);
        }
    }

    public override void Dispose()
    {
        EndAll();
        places.Dispose();
        base.Dispose();
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
            if (all.IsEmpty)
            {
                idle.Push(Start());
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops before anything was to be rendered.
        }
        catch (Exception failed) when (failed is System.ComponentModel.Win32Exception or IOException)
        {
            log.LogError(failed, "The renderer does not start: is infra/runtime installed?");
        }
    }

    private async Task<RenderedPdf> RenderWithOneRetry(string template, ReadOnlyMemory<byte> form)
    {
        try
        {
            return await RenderOnce(template, form);
        }
        catch (ChildLostException lost)
        {
            log.LogWarning(lost, "A renderer was lost and is replaced");
            return await RenderOnce(template, form);
        }
    }

    private async Task<RenderedPdf> RenderOnce(string template, ReadOnlyMemory<byte> form)
    {
        var child = idle.TryPop(out var waiting) ? waiting : Start();
        var keep = false;
        try
        {
            var pdf = await child.Render(template, form, limits.Longest);
            keep = child.Renders < limits.Renders && child.Memory < limits.Memory;
            return pdf;
        }
        catch (InvalidOperationException)
        {
            keep = true;
            throw;
        }
        finally
        {
            if (keep)
            {
                idle.Push(child);
            }
            else
            {
                End(child);
            }
        }
    }

    private TypstChild Start()
    {
        var child = TypstChild.Start(runtime, templates);
        all[child] = true;
        return child;
    }

    private void EndAll()
    {
        idle.Clear();
        foreach (var child in all.Keys)
        {
            End(child);
        }
    }

    private void End(TypstChild child)
    {
        if (all.TryRemove(child, out _))
        {
            child.Dispose();
        }
    }
}
