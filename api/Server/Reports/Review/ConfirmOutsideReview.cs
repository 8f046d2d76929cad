using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Confirms, as an officer, what the contractor had written down of an officer's words (担当職員確認済).</summary>
public static class ConfirmOutsideReviewEndpoint
{
    /// <summary>POST /api/reports/{id}/outside-reviews/confirmation.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/outside-reviews/confirmation", Handle)
        .Requires(Permission.ReviewReport)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("confirmOutsideReview")
        .WithTags("Review");

    private static async Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, SectionRules rules, Actor actor, TimeProvider time, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<Report>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var contract = (await acts.Session.Load<Contract>(stream!.Aggregate.ContractId, ct))!.Value;
        if (await rules.DecidesFor(contract, actor, Tokyo.Today(time), ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var samePerson = Sides.ActedForContractor(await acts.Session.FetchStream(id, ct: ct), actor);
        return Acts.Record(stream, report => Course.Decide(new ConfirmOutsideReview(samePerson), report)) ?? await acts.Save(stream, ct);
    }
}
