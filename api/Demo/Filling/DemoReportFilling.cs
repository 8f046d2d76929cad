using System.Globalization;
using System.Text.Json.Nodes;
using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Demo.Filling;

/// <summary>Drafts the report of every period that has passed, and lets it go as far as the world says: the last one to its stage, those before it to the end.</summary>
internal sealed class DemoReportFilling(DemoParties parties, DemoRecordFilling record)
{
    private DateOnly Today => parties.Calendar.Today;

    /// <summary>All reports of the contract.</summary>
    public async Task Fill(CancellationToken ct)
    {
        var periods = (await parties.Contractor.Get($"contracts/{parties.Id}/periods", ct)).AsArray()
            .Select(period => (From: Date(period!, "from"), To: Date(period!, "to"), Guide: Date(period!, "guideOn")))
            .Where(period => period.To < Today)
            .ToList();
        foreach (var (i, period) in periods.Index())
        {
            // The last report of a contract is made before its end, the others after their period; at the latest on the last working day.
            var day = BusinessDays.OnOrBefore(period.Guide < Today ? period.Guide.AddDays(-2) : Today.AddDays(-1));
            if (i > 0)
            {
                await record.MoveOn(day.AddDays(-1), ct);
            }

            await Fill(period.From, period.To, day, isLast: i == periods.Count - 1, ct);
        }
    }

    private async Task Fill(DateOnly from, DateOnly to, DateOnly day, bool isLast, CancellationToken ct)
    {
        var diary = parties.Calendar.Diary(parties.Calendar.At(day, 10));
        var draft = await parties.Contractor.At(diary.Soon()).Post($"contracts/{parties.Id}/reports", new { from, to }, ct);
        if (parties.Contract.Progress == DemoProgress.REPORTED)
        {
            var report = new DemoReport(parties, draft["id"]!.GetValue<Guid>(), diary);
            await report.Finalise(ct);
            await new DemoReviewFilling(parties, report).Fill(isLast ? parties.Contract.Review : DemoReview.SETTLED, isLast, ct);
        }
    }

    private static DateOnly Date(JsonNode node, string name) => DateOnly.ParseExact(node[name]!.GetValue<string>(), "O", CultureInfo.InvariantCulture);
}

/// <summary>A report on its way.</summary>
internal sealed class DemoReport(DemoParties parties, Guid id, DemoDiary diary)
{
    /// <summary>Its address.</summary>
    public string Path => $"reports/{id}";

    /// <summary>Its own time.</summary>
    public DemoDiary Diary => diary;

    /// <summary>Its version as it was last answered.</summary>
    public long Version { get; private set; }

    /// <summary>Dates it and finalises it.</summary>
    public async Task Finalise(CancellationToken ct)
    {
        var header = (await Read(ct))["header"]!.DeepClone().AsObject();
        header["reportedOn"] = Moment.DayOf(diary.Last).ToString("O", CultureInfo.InvariantCulture);
        await Act(parties.Contractor, HttpMethod.Put, "header", header, ct);
        await Act(parties.Contractor, HttpMethod.Post, "finalisation", body: null, ct);
    }

    /// <summary>The report as it stands.</summary>
    public async Task<JsonNode> Read(CancellationToken ct)
    {
        var report = await parties.Contractor.Get(Path, ct);
        Version = report["version"]!.GetValue<long>();
        return report;
    }

    /// <summary>Does something to it.</summary>
    public async Task Act(DemoApi by, HttpMethod method, string what, object? body, CancellationToken ct) =>
        Version = await by.At(diary.Soon()).Act(method, $"{Path}/{what}", body, Version, ct);
}
