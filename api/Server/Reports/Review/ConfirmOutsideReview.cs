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
        var stream = await writer.Fetch<Report>(request.Id, request.IfMatch, ct);
        var contract = (await writer.Session.Load<Contract>(stream.Aggregate.ContractId, ct))!.Value;
        (await rules.DecidesFor(contract, actor, Tokyo.Today(time), ct)).ThrowIfRefused();
        var samePerson = Sides.ActedForContractor(await writer.Session.FetchStream(request.Id, ct: ct), actor);
        Writer.Record(stream, report => FinalisedReportDecider.Decide(new ConfirmOutsideReview(samePerson), report, writer.Moment));
        return await writer.Save(stream, ct);
    }
}
