using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>Replaces a row by what is recorded now.</summary>
public static class TakeOverReportRowEndpoint
{
    /// <summary>POST /api/reports/{id}/rows/{number}/take-over.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/rows/{number:int}/take-over", Handle)
        .Requires(Permission.DraftReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("takeOverReportRow")
        .WithTags("Reports");

    private static async Task<IResult> Handle(Guid id, int number, IfMatch ifMatch, Acts acts, ReportReader reports, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } at)
        {
            return Problems.NotFound;
        }

        var command = new TakeOverReportRow(number, at.On.Records.FirstOrDefault(record => record.Number == number));
        return await acts.DecideOn<Report>(id, ifMatch, report => ReportDecider.Decide(command, report), ct);
    }
}
