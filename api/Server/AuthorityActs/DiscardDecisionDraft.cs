using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Takes a drafted decision back; the act has not changed.</summary>
public static class DiscardDecisionDraftEndpoint
{
    /// <summary>DELETE /api/decision-drafts/{draftId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/decision-drafts/{draftId:guid}", Handle)
        .Requires(Permission.DecideAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("discardDecisionDraft")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid draftId, IfMatch ifMatch, Acts acts, CancellationToken ct) =>
        acts.DecideOn<DecisionDraft>(draftId, ifMatch, DecisionDraft.Discard, ct);
}
