using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The officer's decision.</summary>
/// <param name="Outcome">GRANTED, or DECLINED (不可とする) with a reason.</param>
/// <param name="Conditions">At most 20, each with a last day of its own or none (then its text alone will do); with GRANTED only.</param>
/// <param name="ExpiresOn">The last day of the word as a whole; with GRANTED only.</param>
/// <param name="ActAt">When it was decided; not in the future; now when left out.</param>
internal sealed record DecideActRequest(
    ActOutcome Outcome, IReadOnlyList<ActCondition>? Conditions = null, DateOnly? ExpiresOn = null, string? Reason = null, DateTimeOffset? ActAt = null);

/// <summary>What came of it.</summary>
/// <param name="Drafted">Whether it was drafted only (起案): it takes effect when another officer confirms it, and the act has not changed.</param>
internal sealed record DecisionAnswer(Guid Id, long Version, long Sequence, bool Drafted);

/// <summary>Gives the word, or not; where the section wants a second pair of eyes, drafts it. The officer must have opened the act as it stands.</summary>
internal sealed class DecideActEndpoint(ActWriter acts) : ApiEndpoint<OnAct<DecideActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/decision");
        Description(route => route
            .Requires(Permission.DecideAct)
            .RequiresRecentSignIn()
            .Writes()
            .Produces<DecisionAnswer>()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<DecideActRequest> request, CancellationToken ct) =>
        acts.Decide(
            request.Id, request.IfMatch, new DecideAct(request.Body.Outcome, request.Body.Conditions ?? [], request.Body.ExpiresOn, request.Body.Reason, acts.Minute(request.Body.ActAt)), ct);
}
