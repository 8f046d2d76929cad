using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The date as it should have been written down, and why it was not; the reason is 1 to 4,000 characters.</summary>
public sealed record CorrectReportDateRequest(ReportDate Date, DateOnly On, string? Reason);

/// <summary>訂正: mends a wrong date of 提出 or 受領. The old one and the reason stay visible to both, and the other side is told.</summary>
public static class CorrectReportDateEndpoint
{
    /// <summary>POST /api/reports/{id}/corrections, by the side that wrote the date down.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/corrections", Handle)
        .Requires(Permission.CorrectReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("correctReportDate")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, CorrectReportDateRequest request, IfMatch ifMatch, Acts acts, Actor actor, TimeProvider time, CancellationToken ct)
    {
        var (stream, problem) = await acts.FetchToSpeak(id, ifMatch, actor, ct);
        if (problem is not null)
        {
            return problem;
        }

        var command = new CorrectReportDate(
            request.Date, request.On, request.Reason ?? "", Sides.Of(actor), Tokyo.Today(time), CourseDetails.FinalisedOn(await acts.Session.FetchStream(id, ct: ct)));
        return Acts.Record(stream!, report => Course.Decide(command, report)) ?? await acts.Save(stream!, ct);
    }
}
