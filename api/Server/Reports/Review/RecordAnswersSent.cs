using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>How and when the answers were sent: by mail, by hand or by post.</summary>
public sealed record RecordAnswersSentRequest(SubmissionWay Via, DateOnly On);

/// <summary>Records that a person sent the answers to the queries; it holds for every answer that was not sent before.</summary>
public static class RecordAnswersSentEndpoint
{
    /// <summary>POST /api/reports/{id}/answers/sending.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/answers/sending", Handle)
        .Requires(Permission.AnswerReportQuery)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("recordAnswersSent")
        .WithTags("Review");

    private static async Task<IResult> Handle(Guid id, RecordAnswersSentRequest request, IfMatch ifMatch, Acts acts, Actor actor, TimeProvider time, CancellationToken ct)
    {
        var (stream, problem) = await acts.FetchToSpeak(id, ifMatch, actor, ct);
        return problem
            ?? Acts.Record(stream!, report => Course.Decide(new RecordAnswersSent(request.Via, request.On, Tokyo.Today(time)), report))
            ?? await acts.Save(stream!, ct);
    }
}
