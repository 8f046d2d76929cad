using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>What an officer said of a row.</summary>
/// <param name="Comment">Wanted with a query.</param>
internal sealed record VerdictRequest(int Number, RowVerdict Verdict, string? Comment = null);

/// <summary>What an officer without an account said of a report.</summary>
/// <param name="On">When it was said, a day in Tokyo.</param>
/// <param name="OfficerName">Who said it.</param>
/// <param name="FileIds">The mail or paper.</param>
internal sealed record RecordOutsideReviewRequest(
    DateOnly On, OutsideChannel Channel, string? OfficerName, IReadOnlyList<VerdictRequest> Rows, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Writes down what an officer said by mail, telephone or paper. It stands as 受注者が記録 until an officer confirms it.</summary>
internal sealed class RecordOutsideReviewEndpoint(
    Writer writer, Reviewing reviewing, KeptFiles kept, PersonalValues personal, Actor actor) : ApiEndpoint<OnReport<RecordOutsideReviewRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/outside-reviews");
        Description(route => route
            .Requires(Permission.RecordOutsideReview)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<RecordOutsideReviewRequest> request, CancellationToken ct)
    {
        var stream = await writer.FetchToSpeak(request.Id, request.IfMatch, actor, ct);
        var before = stream.Aggregate;
        var files = await kept.Resolve(before.ContractId, request.Body.FileIds, ct);
        var name = personal.Keep(writer.Session, before.ContractId, "officerName", request.Body.OfficerName ?? "");
        VerdictGiven[] rows = [.. request.Body.Rows.Select(row => new VerdictGiven(row.Number, row.Verdict, Texts.IsBlank(row.Comment) ? null : row.Comment))];
        var command = new RecordOutsideReview(request.Body.On, request.Body.Channel, name, request.Body.OfficerName ?? "", files, rows);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
        await reviewing.Reopen(request.Id, rows, ct);
        await reviewing.AddToThreads(request.Id, before, rows, new SaidOutside(request.Body.On, request.Body.Channel, name, files), ct);
        return await writer.Save(stream, ct);
    }
}
