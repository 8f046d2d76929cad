using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Confirms, as an officer, what the contractor had written down of an officer's words (担当職員確認済).</summary>
internal sealed class ConfirmOutsideReviewEndpoint(Writer writer, SectionRules rules, Actor actor, TimeProvider time) : ApiEndpoint<OnReport>
{
    public override void Configure()
    {
        Post("/reports/{id:guid}/outside-reviews/confirmation");
        Description(route => route
            .Requires(Permission.ReviewReport)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnReport request, CancellationToken ct)
    {
        var (stream, problem) = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var contract = (await writer.Session.Load<Contract>(stream!.Aggregate.ContractId, ct))!.Value;
        if (await rules.DecidesFor(contract, actor, Tokyo.Today(time), ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var samePerson = Sides.ActedForContractor(await writer.Session.FetchStream(request.Id, ct: ct), actor);
        return Writer.Record(stream, report => FinalisedReportDecider.Decide(new ConfirmOutsideReview(samePerson), report, writer.Moment)) ?? await writer.Save(stream, ct);
    }
}
