using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Takes a drafted decision back; the act has not changed.</summary>
internal sealed class DiscardDecisionDraftEndpoint(Writer writer) : ApiEndpoint<OnDecisionDraft>
{
    public override void Configure()
    {
        Delete("/decision-drafts/{draftId:guid}");
        Description(route => route
            .Requires(Permission.DecideAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnDecisionDraft request, CancellationToken ct) =>
        writer.DecideOn<DecisionDraft>(request.DraftId, request.IfMatch, DecisionDraft.Discard, ct);
}
