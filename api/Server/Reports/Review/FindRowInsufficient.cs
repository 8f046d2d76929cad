using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>協議: when, who for each side (by post, not by name), outcome, measure, by when.</summary>
internal sealed record ReviewConsultationRequest(DateOnly On, string? MinistrySide, string? ContractorSide, string? Outcome, string? Measure, DateOnly By);

/// <summary>The 協議 that found a row insufficient.</summary>
/// <param name="ReportVersion">The version of the report that the officer has seen.</param>
internal sealed record FindRowInsufficientRequest(long ReportVersion, ReviewConsultationRequest Consultation);

/// <summary>Records the 協議 that found a row 不十分 (clause 1). Both sides see it at once.</summary>
internal sealed class FindRowInsufficientEndpoint(Writer writer, Reviewing reviewing) : ApiEndpoint<OnReportRow<FindRowInsufficientRequest>>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/review/rows/{number:int}/insufficiency");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReportRow<FindRowInsufficientRequest> request, CancellationToken ct)
    {
        var at = await reviewing.Fetch(request.Id, request.IfMatch, request.Body.ReportVersion, decides: true, ct);
        var said = request.Body.Consultation;
        var consultation = new ReviewConsultation(
            said.On, said.MinistrySide ?? "", said.ContractorSide ?? "", said.Outcome ?? "", said.Measure ?? "", said.By);
        var command = new FindRowInsufficient(request.Number, consultation, at.SamePerson);
        Writer.Record(at.Report, report => FinalisedReportDecider.Decide(command, report, writer.Moment));
        Writer.Record(at.Review, review => ReportReviewDecider.Decide(new TakeBackVerdict(request.Number), review, writer.Moment), at.Scope);
        var text = $"{consultation.Outcome}\n対策：{consultation.Measure}";
        var entry = new RowThreadEntryAdded(request.Id, Side.OFFICER, RowThreadKind.INSUFFICIENCY, text);
        await reviewing.AddToThread(at.Report.Aggregate, request.Number, entry, ct);
        return await writer.Save(at.Review, ct);
    }
}
