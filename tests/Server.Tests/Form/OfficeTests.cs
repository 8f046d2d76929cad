using System.Diagnostics;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.ServerTests.Form;

/// <summary>Opens our files in LibreOffice, which converts to PDF only what it could load.</summary>
public sealed class OfficeTests(Renderer renderer) : IClassFixture<Renderer>
{
    private static readonly string? Office = new[] { "/usr/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);

    [OfficeFact]
    public async Task The_word_file_opens_and_prints_every_row()
    {
        var form = SampleForms.Of("ED-D");
        var pdf = await Convert(DocxForm.Write(form), "docx");
        var (document, refusal) = await renderer.Readers.Read("a.pdf", pdf);
        refusal.ShouldBeNull();
        var reading = FormReader.Read("a.pdf", "", document!, ShippedEditions.All).ShouldHaveSingleItem();
        reading.Edition.Code.ShouldBe("ED-D");
        reading.Rows.Select(row => (row.Number, row.Status)).ShouldBe(form.Rows.Select(row => (row.Number, row.Status)));
        reading.Header.ContractorName.ShouldBe(form.ContractorName);
    }

    [OfficeFact]
    public async Task The_workbook_opens_and_prints_every_row()
    {
        var form = SampleForms.Of("ED-C");
        var pdf = await Convert(XlsxForm.Write(form), "xlsx");
        var (document, refusal) = await renderer.Readers.Read("a.pdf", pdf);
        refusal.ShouldBeNull();
        var key = MatchText.KeyOf(document!.Text);
        form.Rows.ShouldAllBe(row => key.Contains(MatchText.KeyOf(row.Text).Substring(0, 12), StringComparison.Ordinal));
        key.ShouldContain(MatchText.KeyOf(form.Closing!));
        key.ShouldContain(FormWords.ReasonSheet);
    }

    private static async Task<byte[]> Convert(byte[] file, string type)
    {
        var folder = Directory.CreateTempSubdirectory("form");
        try
        {
            var source = Path.Combine(folder.FullName, $"form.{type}");
            await File.WriteAllBytesAsync(source, file);
            var start = new ProcessStartInfo(Office!)
            {
                ArgumentList = { $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, source },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(Wait.Longest);
            await process.WaitForExitAsync(limit.Token);
            return await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "form.pdf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class OfficeFactAttribute : FactAttribute
    {
        public OfficeFactAttribute() => Skip = Office is null ? "LibreOffice is not installed." : null;
    }
}
