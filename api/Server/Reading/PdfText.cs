using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SecurityTracker.Server.Reading;

/// <summary>
/// The text of a PDF, read by pdf.js in a process of its own that lives for this one file, with a limit on its memory and its time.
/// </summary>
public sealed class PdfText(RuntimeFiles runtime) : IDisposable
{
    private const int MostPages = 1000;
    private const int MostSeconds = 30;
    private readonly SemaphoreSlim places = new(2);

    /// <summary>Lines in reading order, with table rows where the columns can be told apart. Refuses what is damaged, protected or only a picture.</summary>
    public async Task<ReadOutcome<ReadDocument>> Read(byte[] bytes, CancellationToken ct)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) < 0)
        {
            return ReadingRefusals.FileUnreadable;
        }

        await places.WaitAsync(ct);
        try
        {
            var (read, refusal) = await Extract(bytes, ct);
            if (read is null)
            {
                return refusal!;
            }

            if (read.IsProtected)
            {
                return ReadingRefusals.FileProtected;
            }

            if (read.PageCount > MostPages)
            {
                return ReadingRefusals.Beyond($"PDF のページ数 {MostPages}", $"{MostPages} pages");
            }

            var document = PdfLayout.Of(read.Pages ?? []);
            return document.Blocks.Count == 0 ? ReadingRefusals.PdfWithoutText : document;
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private async Task<ReadOutcome<Extracted>> Extract(byte[] bytes, CancellationToken ct)
    {
        var start = new ProcessStartInfo(runtime.Node)
        {
            ArgumentList = { "--max-old-space-size=384", runtime.Script("pdf-text.mjs"), MostPages.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        using var process = Process.Start(start) ?? throw new IOException("Node did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(MostSeconds));
        try
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = JsonSerializer.DeserializeAsync<Extracted>(process.StandardOutput.BaseStream, JsonSerializerOptions.Web, limit.Token).AsTask();
            await Send(process, bytes, limit.Token);
            var read = await output;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && read is not null ? read : ReadingRefusals.FileUnreadable;
        }
        catch (Exception failed) when (failed is IOException or JsonException)
        {
            return ReadingRefusals.FileUnreadable;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ReadingRefusals.PdfTooSlow(MostSeconds);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task Send(Process process, byte[] bytes, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has given up on the file; what it says, or does not say, is read as its answer.
        }
    }

    private sealed record Extracted(IReadOnlyList<IReadOnlyList<PdfPiece>>? Pages, int PageCount, bool IsProtected = false);
}
