using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>What an officer said of a row.</summary>
/// <param name="Comment">Wanted with a query.</param>
public sealed record VerdictRequest(int Number, RowVerdict Verdict, string? Comment = null);

/// <summary>What an officer without an account said of a report.</summary>
/// <param name="On">When it was said, a day in Tokyo.</param>
/// <param name="OfficerName">Who said it.</param>
/// <param name="FileIds">The mail or paper.</param>
public sealed record RecordOutsideReviewRequest(
    DateOnly On, OutsideChannel Channel, string? OfficerName, IReadOnlyList<VerdictRequest> Rows, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Writes down what an officer said by mail, telephone or paper. It stands as 受注者が記録 until an officer confirms it.</summary>
public static class RecordOutsideReviewEndpoint
{
    /// <summary>POST /api/reports/{id}/outside-reviews.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/outside-reviews", Handle)
        .Requires(Permission.RecordOutsideReview)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("recordOutsideReview")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, RecordOutsideReviewRequest request, IfMatch ifMatch, Acts acts, Reviewing reviewing, KeptFiles kept, PersonalValues personal, Actor actor, TimeProvider time,
        CancellationToken ct)
    {
        var (stream, problem) = await acts.FetchToSpeak(id, ifMatch, actor, ct);
        if (problem is not null)
        {
            return problem;
        }

        var before = stream!.Aggregate;
        var (files, missing) = await kept.Resolve(before.ContractId, request.FileIds, ct);
        if (missing is not null)
        {
            return Problems.From(missing);
        }

        var name = personal.Keep(acts.Session, before.ContractId, "officerName", request.OfficerName ?? "");
        VerdictGiven[] rows = [.. request.Rows.Select(row => new VerdictGiven(row.Number, row.Verdict, Texts.IsBlank(row.Comment) ? null : row.Comment))];
        var command = new RecordOutsideReview(request.On, request.Channel, name, request.OfficerName ?? "", files, rows, Tokyo.Today(time));
        if (Acts.Record(stream, report => Course.Decide(command, report)) is { } refused)
        {
            return refused;
        }

        await reviewing.Reopen(id, rows, ct);
        await reviewing.AddToThreads(id, before, rows, new SaidOutside(request.On, request.Channel, name, files), ct);
        return await acts.Save(stream, ct);
    }
}
