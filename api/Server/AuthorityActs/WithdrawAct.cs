using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Why and when.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
/// <param name="ActAt">Not in the future and not before the act was given; now when left out.</param>
internal sealed record WithdrawActRequest(string Reason, DateTimeOffset? ActAt = null);

/// <summary>Takes the word back, with a reason. The officer must have opened the act as it stands.</summary>
internal sealed class WithdrawActEndpoint(ActWriter acts) : ApiEndpoint<OnAct<WithdrawActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/withdrawal");
        Description(route => route
            .Requires(Permission.DecideAct)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<WithdrawActRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new WithdrawAct(request.Body.Reason, acts.Minute(request.Body.ActAt)), ct);
}
