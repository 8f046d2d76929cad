using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using SecurityTracker.Formats.Protocol;
using SecurityTracker.Server.Children;

namespace SecurityTracker.Server.Mail;

/// <summary>One Node process with smtp-server in it. A mail is acknowledged to its sender only when it was taken here.</summary>
internal sealed class DevelopmentMailChild : IDisposable
{
    private const int LargestFrame = 64 * 1024 * 1024;
    private readonly Process process;

    private DevelopmentMailChild(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    public bool IsAlive => !process.HasExited;

    /// <summary>Starts one; <paramref name="take"/> is called with the recipients and the bytes of each mail, one after the other.</summary>
    public static async Task<DevelopmentMailChild> Start(RuntimeFiles runtime, Func<IReadOnlyList<string>, byte[], Task> take, CancellationToken ct)
    {
        var node = Begin(runtime);
        try
        {
            var output = node.StandardOutput.BaseStream;
            var port = JsonSerializer.Deserialize<int>(await Frames.Read(output, LargestFrame, ct));
            var child = new DevelopmentMailChild(node, port);
            _ = child.TakeMails(output, take);
            return child;
        }
        catch (Exception lost) when (lost is IOException or JsonException)
        {
            End(node);
            throw new IOException("The mail server of development does not start: is infra/runtime installed?", lost);
        }
    }

    public void Dispose() => End(process);

    private static Process Begin(RuntimeFiles runtime)
    {
        var start = new ProcessStartInfo(runtime.Node)
        {
            ArgumentList = { "--max-old-space-size=192", runtime.Script("mail-child.mjs") },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        try
        {
            var node = Process.Start(start) ?? throw new IOException("Node did not start.");
            node.ErrorDataReceived += (_, _) => { };
            node.BeginErrorReadLine();
            return node;
        }
        catch (Win32Exception missing)
        {
            throw new IOException("Node did not start: is infra/runtime installed?", missing);
        }
    }

    private async Task TakeMails(Stream output, Func<IReadOnlyList<string>, byte[], Task> take)
    {
        try
        {
            while (true)
            {
                var recipients = JsonSerializer.Deserialize<string[]>(await Frames.Read(output, LargestFrame, CancellationToken.None)) ?? [];
                await take(recipients, await Frames.Read(output, LargestFrame, CancellationToken.None));
                await process.StandardInput.WriteLineAsync();
                await process.StandardInput.FlushAsync();
            }
        }
        catch (Exception ended) when (ended is IOException or JsonException or ObjectDisposedException or InvalidOperationException)
        {
            End(process);
        }
    }

    private static void End(Process node)
    {
        try
        {
            node.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
