using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Takes back that the answers were sent: they were not, or in another way.</summary>
public static class TakeAnswersSentBackEndpoint
{
    /// <summary>DELETE /api/reports/{id}/answers/sending.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/reports/{id:guid}/answers/sending", Handle)
        .Requires(Permission.AnswerReportQuery)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("takeAnswersSentBack")
        .WithTags("Review");

    private static async Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct)
    {
        var (stream, problem) = await acts.FetchToSpeak(id, ifMatch, actor, ct);
        return problem ?? Acts.Record(stream!, report => Course.Decide(new TakeAnswersSentBack(), report)) ?? await acts.Save(stream!, ct);
    }
}
