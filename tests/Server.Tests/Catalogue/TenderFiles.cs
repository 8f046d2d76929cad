using System.Diagnostics;
using System.Text.RegularExpressions;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.ServerTests.Catalogue;

/// <summary>
/// The five seeds as Word files and as PDFs, made by LibreOffice in one run for each type: the text as it stands, and its annex
/// set with automatic numbers and a table.
/// </summary>
public sealed partial class TenderFiles : IAsyncLifetime
{
    /// <summary>What each seed is.</summary>
    public static readonly IReadOnlyDictionary<string, string> Editions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["000"] = "ED-C",
        ["001"] = "ED-D",
        ["002"] = "ED-B",
        ["003"] = "ED-C",
        ["004"] = "ED-A",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tenders");

    /// <summary>Null when it is not installed.</summary>
    public static string? Office { get; } = new[] { "/usr/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);

    /// <summary>The bytes of <c>000-text.pdf</c>, <c>000-set.docx</c> and so on.</summary>
    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(folder.FullName, name));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Office is null)
        {
            return;
        }

        foreach (var (seed, code) in Editions)
        {
            // Tags that an extraction left in the text are on no printed page.
            var text = Tag().Replace(SeedTexts.Read(seed), "");
            await Write($"{seed}-text", FlatDocument.OfText(text));
            var lines = text.Split('\n').ToList();
            var annex = lines.FindLastIndex(line => line.Trim() == "情報セキュリティに関する事項");
            await Write($"{seed}-set", FlatDocument.OfEdition(lines.Take(annex), ShippedEditions.All.Single(e => e.Code == code)));
        }

        await Task.WhenAll(Convert("docx"), Convert("pdf"));
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private Task Write(string name, string document) => File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".fodt"), document);

    private async Task Convert(string type)
    {
        var start = new ProcessStartInfo(Office!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] options = [$"-env:UserInstallation=file://{folder.FullName}/profile-{type}", "--headless", "--convert-to", type, "--outdir", folder.FullName];
        foreach (var argument in options.Concat(Directory.GetFiles(folder.FullName, "*.fodt")))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Wait.Longest);
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
    }

    [GeneratedRegex("</?(p|ul|li)( [^>]*)?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
