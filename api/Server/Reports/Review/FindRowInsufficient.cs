using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>協議: when, who for each side (by post, not by name), outcome, measure, by when.</summary>
public sealed record ReviewConsultationRequest(DateOnly On, string? MinistrySide, string? ContractorSide, string? Outcome, string? Measure, DateOnly By);

/// <summary>The 協議 that found a row insufficient.</summary>
/// <param name="ReportVersion">The version of the report that the officer has seen.</param>
public sealed record FindRowInsufficientRequest(long ReportVersion, ReviewConsultationRequest Consultation);

/// <summary>Records the 協議 that found a row 不十分 (clause 1). Both sides see it at once.</summary>
public static class FindRowInsufficientEndpoint
{
    /// <summary>POST /api/reports/{id}/review/rows/{number}/insufficiency.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/review/rows/{number:int}/insufficiency", Handle)
        .Requires(Permission.ReviewReport)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("findRowInsufficient")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, int number, FindRowInsufficientRequest request, IfMatch ifMatch, Acts acts, Reviewing reviewing, TimeProvider time, CancellationToken ct)
    {
        var (at, problem) = await reviewing.Fetch(id, ifMatch, request.ReportVersion, decides: true, ct);
        if (problem is not null)
        {
            return problem;
        }

        var said = request.Consultation;
        var consultation = new ReviewConsultation(
            said.On, said.MinistrySide ?? "", said.ContractorSide ?? "", said.Outcome ?? "", said.Measure ?? "", said.By);
        var command = new FindRowInsufficient(number, consultation, Tokyo.Today(time), at!.SamePerson);
        problem = Acts.Record(at.Report, report => Course.Decide(command, report))
            ?? Acts.Record(at.Review, review => ReportReviewDecider.Decide(new TakeBackVerdict(number), review), at.Scope);
        if (problem is not null)
        {
            return problem;
        }

        var text = $"{consultation.Outcome}\n対策：{consultation.Measure}";
        var entry = new RowThreadEntryAdded(id, Side.OFFICER, RowThreadKind.INSUFFICIENCY, text);
        await reviewing.AddToThread(at.Report.Aggregate, number, entry, ct);
        return await acts.Save(at.Review, ct);
    }
}
