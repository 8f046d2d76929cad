using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>How and when the answers were sent: by mail, by hand or by post.</summary>
internal sealed record RecordAnswersSentRequest(SubmissionWay Via, DateOnly On);

/// <summary>Records that a person sent the answers to the queries; it holds for every answer that was not sent before.</summary>
internal sealed class RecordAnswersSentEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnReport<RecordAnswersSentRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/answers/sending");
        Description(route => route
            .Requires(Permission.AnswerReportQuery)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<RecordAnswersSentRequest> request, CancellationToken ct)
    {
        var stream = await writer.FetchToSpeak(request.Id, request.IfMatch, actor, ct);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(new RecordAnswersSent(request.Body.Via, request.Body.On), report, writer.Moment));
        return await writer.Save(stream, ct);
    }
}
