using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The way as it should have been written down, and why it was not; the reason is 1 to 4,000 characters.</summary>
internal sealed record CorrectSubmissionWayRequest(SubmissionWay Via, string? Reason);

/// <summary>訂正: the report was handed in in another way. The old one and the reason stay visible to both.</summary>
internal sealed class CorrectSubmissionWayEndpoint(
    Writer writer, ContractReader contracts, SectionPresence presence, Actor actor) : ApiEndpoint<OnReport<CorrectSubmissionWayRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/submission/corrections");
        Description(route => route
            .Requires(Permission.SubmitReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<CorrectSubmissionWayRequest> request, CancellationToken ct)
    {
        var stream = await writer.FetchToSpeak(request.Id, request.IfMatch, actor, ct);
        var here = await presence.IsHere((await contracts.Find(stream.Aggregate.ContractId, ct))!.Value.Section, ct);
        var command = new CorrectSubmissionWay(request.Body.Via, request.Body.Reason ?? "", actor.Side, here);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
        return await writer.Save(stream, ct);
    }
}
