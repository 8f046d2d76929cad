using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>
/// 担当職員確認済: confirms the latest record that the contractor made and nobody confirmed. Where the section wants a second pair of
/// eyes, the confirmation of a decision is drafted, as the decision itself would be.
/// The officer must have opened the act as it stands.
/// </summary>
internal sealed class ConfirmRecordEndpoint(ActWriter acts) : ApiEndpoint<OnAct>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/confirmation");
        Description(route => route
            .Requires(Permission.DecideAct)
            .RequiresRecentSignIn()
            .Writes()
            .Produces<DecisionAnswer>()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct request, CancellationToken ct) =>
        acts.Decide(request.Id, request.IfMatch, new ConfirmRecord(), ct);
}
