using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>省内決裁.</summary>
/// <param name="ReportVersion">The version of the report that the officer has seen.</param>
/// <param name="Number">Wanted with APPROVED; it stays with the ministry.</param>
/// <param name="On">Wanted with APPROVED; it stays with the ministry.</param>
internal sealed record NoteInternalApprovalRequest(long ReportVersion, InternalApprovalState State, string? Number = null, DateOnly? On = null);

/// <summary>Notes the 省内決裁 by number and date alone. The contractor sees 「省内確認中」 while it is under way, and nothing else.</summary>
internal sealed class NoteInternalApprovalEndpoint(Writer writer, Reviewing reviewing) : ApiEndpoint<OnReport<NoteInternalApprovalRequest>>
{
    public override void Configure()
    {
        Put("/reports/{id:guid}/review/internal-approval");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport<NoteInternalApprovalRequest> request, CancellationToken ct)
    {
        var at = await reviewing.Fetch(request.Id, request.IfMatch, request.Body.ReportVersion, decides: false, ct);
        var command = new NoteInternalApproval(request.Id, request.Body.State, request.Body.Number, request.Body.On, at.Report.Aggregate);
        Writer.Record(at.Review, review => ReportReviewDecider.Decide(command, review, writer.Moment), at.Scope);
        Writer.Record(at.Report, report => FinalisedReportDecider.Decide(new ShowInternalCheck(request.Body.State == InternalApprovalState.UNDER_WAY), report, writer.Moment));
        return await writer.Save(at.Review, ct);
    }
}
