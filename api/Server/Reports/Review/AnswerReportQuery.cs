using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The contractor's answer to a query; 1 to 4,000 characters.</summary>
public sealed record AnswerReportQueryRequest(string? Text);

/// <summary>Answers a query in the thread of its row. The report stays as it is: to change it is a 差替え.</summary>
public static class AnswerReportQueryEndpoint
{
    /// <summary>POST /api/reports/{id}/rows/{number}/answers.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/rows/{number:int}/answers", Handle)
        .Requires(Permission.AnswerReportQuery)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("answerReportQuery")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, int number, AnswerReportQueryRequest request, IfMatch ifMatch, Acts acts, Reviewing reviewing, Actor actor, CancellationToken ct)
    {
        var (stream, problem) = await acts.FetchToSpeak(id, ifMatch, actor, ct);
        problem ??= Acts.Record(stream!, report => Course.Decide(new AnswerQuery(number, request.Text ?? ""), report));
        if (problem is not null)
        {
            return problem;
        }

        var entry = new RowThreadEntryAdded(id, Side.CONTRACTOR, RowThreadKind.ANSWER, request.Text);
        await reviewing.AddToThread(stream!.Aggregate, number, entry, ct);
        return await acts.Save(stream, ct);
    }
}
