using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SecurityTracker.Formats.Protocol;
using SecurityTracker.Server.Children;

namespace SecurityTracker.Server.Printing;

/// <summary>What came out of a render.</summary>
/// <param name="Archival">PDF/A-2a; false where a character is in no font and the file shows a gap.</param>
internal sealed record RenderedPdf(byte[] Bytes, bool Archival);

/// <summary>A child process was lost: it crashed, hung or answered what cannot be read. The next try gets a new one.</summary>
internal sealed class ChildLostException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>One Node process with Typst in it. It renders one form at a time and is ended for good by <see cref="Dispose"/>.</summary>
internal sealed class TypstChild : IDisposable
{
    private const int LargestAnswer = 64 * 1024 * 1024;
    private readonly Process process;

    private TypstChild(Process process) => this.process = process;

    /// <summary>How many forms it has rendered.</summary>
    public int Renders { get; private set; }

    /// <summary>Its memory after the last render, in bytes.</summary>
    public long Memory { get; private set; }

    public int ProcessId => process.Id;

    public static TypstChild Start(RuntimeFiles runtime, IReadOnlyList<string> templates)
    {
        var start = new ProcessStartInfo(runtime.Node)
        {
            ArgumentList = { "--max-old-space-size=192", runtime.Script("typst-child.mjs") },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(templates[0])!,
        };
        foreach (var template in templates)
        {
            start.ArgumentList.Add(template);
        }

        // It needs nothing of the server's surroundings: no settings, no secrets, no fonts of this machine.
        start.Environment.Clear();
        start.Environment["FONTCONFIG_FILE"] = "/dev/null";
        var started = Process.Start(start) ?? throw new ChildLostException("Node did not start.");
        started.ErrorDataReceived += (_, _) => { };
        started.BeginErrorReadLine();
        return new TypstChild(started);
    }

    /// <summary>Renders the form (JSON as the template of this name wants it). Throws <see cref="ChildLostException"/> when the child is gone or too slow.</summary>
    public async Task<RenderedPdf> Render(string template, ReadOnlyMemory<byte> form, TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            var answer = await Exchange((byte[])[.. Encoding.UTF8.GetBytes(template), (byte)'\n', .. form.Span], timeout.Token);
            Renders++;
            Memory = answer.Rss;
            return answer.Ok
                ? new RenderedPdf(answer.Pdf!, answer.Archival)
                : throw new InvalidOperationException($"The form could not be set: {answer.Error}");
        }
        catch (Exception lost) when (lost is IOException or OperationCanceledException or JsonException)
        {
            throw new ChildLostException($"The renderer {ProcessId} was lost.", lost);
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

        process.Dispose();
    }

    private async Task<Answer> Exchange(ReadOnlyMemory<byte> form, CancellationToken ct)
    {
        await Frames.Write(process.StandardInput.BaseStream, form, ct);
        var body = await Frames.Read(process.StandardOutput.BaseStream, LargestAnswer, ct);
        return JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web) ?? throw new JsonException("An empty answer.");
    }

    private sealed record Answer(bool Ok, byte[]? Pdf, bool Archival, string? Error, long Rss);
}
