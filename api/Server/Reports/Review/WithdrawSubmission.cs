using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>Why it is taken back; 1 to 4,000 characters.</summary>
public sealed record WithdrawSubmissionRequest(string? Reason);

/// <summary>取消し of a submission that was written down and had not happened. It is no more possible once anything was said of the report.</summary>
public static class WithdrawSubmissionEndpoint
{
    /// <summary>POST /api/reports/{id}/submission/withdrawal.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reports/{id:guid}/submission/withdrawal", Handle)
        .Requires(Permission.SubmitReport)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("withdrawSubmission")
        .WithTags("Review");

    private static async Task<IResult> Handle(
        Guid id, WithdrawSubmissionRequest request, IfMatch ifMatch, Acts acts, ContractReader contracts, SectionPresence presence, Actor actor, CancellationToken ct)
    {
        var (stream, problem) = await acts.FetchToSpeak(id, ifMatch, actor, ct);
        if (problem is not null)
        {
            return problem;
        }

        var here = await presence.IsHere((await contracts.Find(stream!.Aggregate.ContractId, ct))!.Value.Section, ct);
        var command = new WithdrawSubmission(request.Reason ?? "", Sides.Of(actor), here);
        return Acts.Record(stream, report => Course.Decide(command, report)) ?? await acts.Save(stream, ct);
    }
}
