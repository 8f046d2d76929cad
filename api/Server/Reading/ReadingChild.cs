using System.Diagnostics;
using SecurityTracker.Domain;
using SecurityTracker.Formats.Protocol;

namespace SecurityTracker.Server.Reading;

/// <summary>The child was lost, and not by what its file cost: it was ended from outside, or answered what is no answer.</summary>
internal sealed class ReadingChildLostException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>One process that reads one file at a time, watched while it does.</summary>
internal sealed class ReadingChild : IDisposable
{
    private const int Aborted = 128 + 6;
    private const int StackOverrun = 128 + 11;
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(20);
    private readonly Process process;

    private ReadingChild(Process process) => this.process = process;

    /// <summary>How many files it has read.</summary>
    public int Files { get; private set; }

    /// <summary>The most memory that was seen of it, in bytes.</summary>
    public long Memory { get; private set; }

    public int ProcessId => process.Id;

    public bool IsAlive => !process.HasExited;

    public static ReadingChild Start(ProcessStartInfo start) => new(Process.Start(start) ?? throw new ReadingChildLostException("A reader did not start."));

    /// <summary>
    /// Sends messages and takes the answer. A file that uses up a limit is refused with that limit, and the child is ended;
    /// so it is when the one who asks has left.
    /// </summary>
    public async Task<ReadOutcome<byte[]>> Ask(IReadOnlyList<ReadOnlyMemory<byte>> messages, ReadingLimits limits, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var work = Exchange(messages, limits.Answer, end.Token);
        var excess = await Watched(work, limits, ct);
        if (excess is not null || ct.IsCancellationRequested)
        {
            await end.CancelAsync();
            Dispose();
        }

        try
        {
            Files++;
            var answer = await work;
            return excess is null ? answer : excess;
        }
        catch (AnswerTooLargeException)
        {
            return ReadingRefusals.FileTooComplex;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException || (gone is OperationCanceledException && !ct.IsCancellationRequested))
        {
            ct.ThrowIfCancellationRequested();
            return excess ?? await Cause() ?? throw new ReadingChildLostException($"The reader {ProcessId} was lost.", gone);
        }
    }

    /// <summary>Ends this process and nothing else.</summary>
    public void Dispose()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private async Task<byte[]> Exchange(IReadOnlyList<ReadOnlyMemory<byte>> messages, int largest, CancellationToken ct)
    {
        foreach (var message in messages)
        {
            await Frames.Write(process.StandardInput.BaseStream, message, ct);
        }

        return await Frames.Read(process.StandardOutput.BaseStream, largest, ct);
    }

    // The parent's own eyes: what the child says of itself is not asked.
    private async Task<Refusal?> Watched(Task work, ReadingLimits limits, CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        var before = Used();
        while (!work.IsCompleted && !ct.IsCancellationRequested)
        {
            await Task.WhenAny(work, Task.Delay(Watch, ct));
            if (work.IsCompleted || Used() is not { } used)
            {
                return null;
            }

            Memory = Math.Max(Memory, used.Memory);
            if (used.Memory > limits.Memory)
            {
                return ReadingRefusals.FileTooComplex;
            }

            if (used.Work - before?.Work > limits.Work)
            {
                return ReadingRefusals.TookTooLong;
            }

            if (TimeProvider.System.GetElapsedTime(began) > limits.Longest)
            {
                return ReadingRefusals.WaitedTooLong;
            }
        }

        return null;
    }

    private (long Memory, TimeSpan Work)? Used()
    {
        try
        {
            process.Refresh();
            return (process.WorkingSet64, process.TotalProcessorTime);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    // How a child ends that has no memory or stack left.
    private async Task<Refusal?> Cause()
    {
        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5)).ContinueWith(_ => { }, TaskScheduler.Default);
        return !process.HasExited ? null : process.ExitCode switch
        {
            Aborted or StackOverrun => ReadingRefusals.FileTooComplex,
            _ => null,
        };
    }
}
