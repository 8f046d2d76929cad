using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The contractor's answer to a query; 1 to 4,000 characters.</summary>
internal sealed record AnswerReportQueryRequest(string? Text);

/// <summary>Answers a query in the thread of its row. The report stays as it is: to change it is a 差替え.</summary>
internal sealed class AnswerReportQueryEndpoint(Writer writer, Reviewing reviewing, Actor actor) : ApiEndpoint<OnReportRow<AnswerReportQueryRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/rows/{number:int}/answers");
        Description(route => route
            .Requires(Permission.AnswerReportQuery)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReportRow<AnswerReportQueryRequest> request, CancellationToken ct)
    {
        var stream = await writer.FetchToSpeak(request.Id, request.IfMatch, actor, ct);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(new AnswerQuery(request.Number, request.Body.Text ?? ""), report, writer.Moment));
        var entry = new RowThreadEntryAdded(request.Id, Side.CONTRACTOR, RowThreadKind.ANSWER, request.Body.Text);
        await reviewing.AddToThread(stream.Aggregate, request.Number, entry, ct);
        return await writer.Save(stream, ct);
    }
}
