using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>
/// Confirms what another officer drafted: the decision takes effect, or what the contractor recorded of it is 担当職員確認済. No contractor reaches this route or the draft's stream.
/// The officer must have opened the act as it stands.
/// </summary>
internal sealed class ConfirmDecisionDraftEndpoint(Writer writer, ActWriter acts, Deciding deciding, DraftReader drafts) : ApiEndpoint<OnDecisionDraft>
{
    public override void Configure()
    {
        Post("/decision-drafts/{draftId:guid}/confirmation");
        Description(route => route
            .Requires(Permission.DecideAct)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDecisionDraft request, CancellationToken ct)
    {
        var draft = await writer.Fetch<DecisionDraft>(request.DraftId, request.IfMatch, ct);
        if (draft.Aggregate.Open is not { } open)
        {
            return Problems.From(DecisionDraftRefusals.DraftMissing);
        }

        var act = await writer.Fetch<AuthorityAct>(open.ActId, ifMatch: null, ct);
        var by = await acts.Moment(open.ActId, act.Version, ct);
        var isDrafter = await drafts.IsDrafter(request.DraftId, draft.Version, ct);
        Writer.Record(draft, state => DecisionDraft.Confirm(state, act.Version, isDrafter));
        (await deciding.Refusal(act.Aggregate, ct)).ThrowIfRefused();
        Writer.Record(act, state => AuthorityActDecider.Decide(open.Command, state, by));
        return await writer.Save(act, ct);
    }
}
