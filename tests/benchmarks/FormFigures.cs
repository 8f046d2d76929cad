using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Children;
using SecurityTracker.Server.Printing;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.Benchmarks;

/// <summary>How long the files of a report take, with names, statuses and reasons that were never seen before.</summary>
internal static class FormFigures
{
    private const int Repeats = 60;
    private const int Reports = 1000;
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Lines of a table: what, aim, measured; one sentence where infra/runtime is not installed.</summary>
    public static async Task<string> Measure()
    {
        var runtime = new RuntimeFiles(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        if (!File.Exists(runtime.Node))
        {
            return $"The files of a report are not measured: there is no {runtime.Node}. infra/postgres COMMAND installs it.";
        }

        using var children = new TypstChildren(runtime, [new("Reports/Form/form.typ"), new("ConfirmationDocuments/Form/confirmation-document.typ")], new TypstLimits(), NullLogger<TypstChildren>.Instance);
        var pdf = new PdfForm(children);
        var editions = ShippedEditions.All.Where(edition => edition.Form is not null).ToList();
        List<string> lines = ["| files of a report | aim | measured |", "|---|---|---|"];

        await pdf.Render(Form(editions[0], 0), None);
        var first = new List<double>();
        foreach (var edition in ShippedEditions.All.Skip(1))
        {
            first.Add(await Milliseconds(() => pdf.Render(Form(edition, 1), None)));
        }

        lines.Add($"| PDF, first use of an edition, slowest | 300 ms | {first.Max():F0} ms |");
        lines.Add($"| PDF, all new, p50 | 100 ms | {await Median(number => pdf.Render(Form(editions[number % editions.Count], number), None)):F0} ms |");
        lines.Add($"| docx, p50 | 3 ms | {await Median(number => Task.FromResult(DocxForm.Write(Form(editions[number % editions.Count], number)))):F2} ms |");
        lines.Add($"| xlsx, p50 | 3 ms | {await Median(number => Task.FromResult(XlsxForm.Write(Form(editions[number % editions.Count], number)))):F2} ms |");

        long memory = 0;
        var all = await Milliseconds(() => Parallel.ForAsync(0, Reports, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, ct) =>
        {
            var form = Form(ShippedEditions.All[number % ShippedEditions.All.Count], number + 10_000);
            DocxForm.Write(form);
            XlsxForm.Write(form);
            await pdf.Render(form, ct);
            memory = Math.Max(memory, children.Memory);
        }));
        lines.Add($"| {Reports} different reports, all three files | 90 s | {all / 1000:F1} s |");
        lines.Add($"| renderers while at it | 2, 1024 MB | {children.ProcessIds.Count}, {memory / 1024 / 1024} MB |");
        return string.Join('\n', lines);
    }

    /// <summary>A form in which every name, status and reason depends on the number.</summary>
    public static FilledForm Form(AnnexEdition edition, int number)
    {
        var rows = edition.Requirements.Skip(1).Select(requirement => new FormAnswer(
            requirement.Number,
            (ImplementationStatus)((requirement.Number + number) % 3),
            $"第{number}号の業務では{requirement.Number}) の作業が{number % 12 + 1}月に予定されているため。実施後速やかに報告します。",
            $"第{number}号の業務の公開先について、{number % 28 + 1}日ごとに登録情報を確認しています。"));
        return FilledForm.From(
            edition,
            new(
                new DateOnly(2026, 4, 1).AddDays(number % 300),
                $"調第{number}号",
                $"経済産業省第{number}課長 殿",
                $"東京都千代田区霞が関{number % 9 + 1}丁目{number % 31}番{number}号",
                $"株式会社第{number}総合研究所",
                "代表取締役",
                $"髙橋　{number}郎",
                new DateOnly(2025, 4, 1).AddDays(number % 365),
                $"令和８年度第{number}号調査分析委託事業"),
            [.. rows]);
    }

    private static async Task<double> Median(Func<int, Task> act)
    {
        for (var number = 0; number < Repeats / 3; number++)
        {
            await act(1000 + number);
        }

        var times = new List<double>();
        for (var number = 0; number < Repeats; number++)
        {
            times.Add(await Milliseconds(() => act(2000 + number)));
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task<double> Milliseconds(Func<Task> act)
    {
        var began = TimeProvider.System.GetTimestamp();
        await act();
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }
}
