using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Formats.Documents;
using SecurityTracker.Formats.Mails;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Benchmarks;

/// <summary>What it costs to have a file from outside read in a child that is warm, instead of in the server's own process.</summary>
internal static class ReaderFigures
{
    private const int Files = 40;
    private const double Aim = 15;
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Lines of a table: the file, milliseconds in the process, in a child, and the difference, all at the median.</summary>
    public static async Task<string> Measure()
    {
        using var formats = new FormatChildren(new(), NullLogger<FormatChildren>.Instance);
        var readers = new FileReaders(formats, null!);
        var form = FormFigures.Form(ShippedEditions.All[0], 1);
        var mail = Encoding.UTF8.GetBytes($"From: a@example.go.jp\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{string.Concat(Enumerable.Repeat("了承します。\r\n", 40))}");
        List<string> lines = ["| a file read | in the process, ms | in a warm child, ms | detour, ms | aim, ms |", "|---|---:|---:|---:|---:|"];
        lines.Add(await Line("docx, a filled form", DocxForm.Write(form), "a.docx", readers));
        lines.Add(await Line("xlsx, a filled form", XlsxForm.Write(form), "a.xlsx", readers));
        lines.Add(Table("eml, forty lines", await Comparison(
            () => Task.FromResult(MailContents.Read(mail).Value is not null), async () => (await readers.Mail(Actor.System, mail, None)).Value is not null)));
        return string.Join('\n', lines);
    }

    private static async Task<string> Line(string what, byte[] file, string name, FileReaders readers) => Table(what, await Comparison(
        () => Task.FromResult(DocumentReader.Read(name, file).Value is not null),
        async () => (await readers.Document(Actor.System, name, new MemoryStream(file), None)).Value is not null));

    private static Task<Figure> Comparison(Func<Task<bool>> process, Func<Task<bool>> child) =>
        new Comparison("", 0, Files, _ => Read(process), _ => Read(child)).Measure();

    private static async Task Read(Func<Task<bool>> file)
    {
        if (!await file())
        {
            throw new InvalidOperationException("The file was not read.");
        }
    }

    private static string Table(string what, Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {figure.Least / 1000:F2} | {figure.Ours / 1000:F2} | **{(figure.Ours - figure.Least) / 1000:F2}** | {Aim} |");
}
