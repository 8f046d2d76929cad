using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Why it is taken back; 1 to 4,000 characters.</summary>
internal sealed record WithdrawSubmissionRequest(string? Reason);

/// <summary>取消し of a submission that was written down and had not happened. It is no more possible once anything was said of the report.</summary>
internal sealed class WithdrawSubmissionEndpoint(
    Writer writer, ContractReader contracts, SectionPresence presence, Actor actor) : ApiEndpoint<OnReport<WithdrawSubmissionRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/submission/withdrawal");
        Description(route => route
            .Requires(Permission.SubmitReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<WithdrawSubmissionRequest> request, CancellationToken ct)
    {
        var stream = await writer.FetchToSpeak(request.Id, request.IfMatch, actor, ct);
        var here = await presence.IsHere((await contracts.Find(stream.Aggregate.ContractId, ct))!.Value.Section, ct);
        var command = new WithdrawSubmission(request.Body.Reason ?? "", actor.Side, here);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
        return await writer.Save(stream, ct);
    }
}
