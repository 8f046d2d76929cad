using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>受領 of several reports.</summary>
/// <param name="On">The day on which they were received.</param>
/// <param name="Reports">Those that were chosen, each at the version that was seen; 1 to 100, none of them twice.</param>
internal sealed record RecordReceiptsRequest(DateOnly On, IReadOnlyList<SeenReport> Reports);

/// <summary>What came of one report.</summary>
/// <param name="Recorded">Whether its 受領 was noted now.</param>
/// <param name="Version">Its version now; null where nothing was noted.</param>
/// <param name="Code">Why not, or null.</param>
/// <param name="Reason">The same in words, or null.</param>
internal sealed record ReceiptOutcome(Guid ReportId, bool Recorded, long? Version, string? Code, Message? Reason);

/// <summary>What came of each report, in the order asked for.</summary>
/// <param name="Sequence">The last that was written.</param>
internal sealed record RecordedReceipts(IReadOnlyList<ReceiptOutcome> Outcomes, long Sequence);

/// <summary>
/// Notes the 受領 of the reports that were chosen, as it is noted of one: what stands in the way of one does not hold up the others. What is
/// noted is written together, so that the same request under the same key is one act.
/// </summary>
internal sealed class RecordReceiptsEndpoint(Writer writer, Actor actor) : ApiEndpoint<Sent<RecordReceiptsRequest>>
{
    /// <summary>As many as are taken at once.</summary>
    public const int Most = 100;

    private static readonly Problem ReportsInvalid = new(400, "reports-invalid", new(
        $"受領を記録する報告書を1件から{Most}件まで、重ねずに選んでください。", $"Choose 1 to {Most} reports, none of them twice."));

    public override void Configure()
    {
        Post("/reports/receipts");
        Description(route => route
            .Requires(Permission.RecordReceipt)
            .Reads<RecordedReceipts>()
            .Refuses(StatusCodes.Status400BadRequest));
    }

    public override async Task<IResult> ExecuteAsync(Sent<RecordReceiptsRequest> request, CancellationToken ct)
    {
        var (on, chosen) = (request.Body.On, request.Body.Reports);
        if (chosen.Count is < 1 or > Most || chosen.DistinctBy(report => report.Id).Count() < chosen.Count)
        {
            throw new ProblemException(ReportsInvalid);
        }

        var outcomes = new List<ReceiptOutcome>();
        foreach (var report in chosen)
        {
            outcomes.Add(await Receive(report, on, ct));
        }

        return await writer.Save(sequence => new RecordedReceipts(outcomes, sequence), ct);
    }

    // A refusal comes before anything of the report is gathered.
    private async Task<ReceiptOutcome> Receive(SeenReport seen, DateOnly on, CancellationToken ct)
    {
        try
        {
            var stream = await writer.FetchToSpeak(seen.Id, new IfMatch(seen.Version), actor, ct);
            var command = new RecordReceipt(on, Number: null, File: null, actor.Side);
            Writer.Record(stream, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
            return new(seen.Id, Recorded: true, stream.Version, Code: null, Reason: null);
        }
        catch (ProblemException refused) when (refused.IsOfTheRequest)
        {
            return new(seen.Id, Recorded: false, Version: null, refused.Problem.Code, refused.Problem.Message);
        }
    }
}
