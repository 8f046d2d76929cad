using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Confirms what another officer drafted: the decision takes effect, or what the contractor recorded of it is 担当職員確認済. No contractor reaches this route or the draft's stream.</summary>
public static class ConfirmDecisionDraftEndpoint
{
    /// <summary>POST /api/decision-drafts/{draftId}/confirmation. The officer must have opened the act as it stands.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/decision-drafts/{draftId:guid}/confirmation", Handle)
        .Requires(Permission.DecideAct)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("confirmDecisionDraft")
        .WithTags("AuthorityActs");

    private static async Task<IResult> Handle(
        Guid draftId, IfMatch ifMatch, Acts acts, ActDesk desk, Deciding deciding, DraftReader drafts, CancellationToken ct)
    {
        var (draft, problem) = await acts.Fetch<DecisionDraft>(draftId, ifMatch, ct);
        if (problem is not null || draft!.Aggregate.Open is not { } open)
        {
            return problem ?? Problems.From(DecisionDraftRefusals.DraftMissing);
        }

        var (act, unseen) = await acts.Fetch<AuthorityAct>(open.ActId, ifMatch: null, ct);
        if (unseen is not null)
        {
            return unseen;
        }

        var by = await desk.Moment(open.ActId, act!.Version, ct);
        var isDrafter = await drafts.IsDrafter(draftId, draft.Version, ct);
        if (Acts.Record(draft, state => DecisionDraft.Confirm(state, act.Version, isDrafter)) is { } refused)
        {
            return refused;
        }

        return await deciding.Refusal(act.Aggregate, ct) is { } refusal ? Problems.From(refusal)
            : Acts.Record(act, state => AuthorityActDecider.Decide(open.Command, by, state)) ?? await acts.Save(act, ct);
    }
}
