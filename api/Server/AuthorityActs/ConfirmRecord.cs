using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>
/// 担当職員確認済: confirms the latest record that the contractor made and nobody confirmed. Where the section wants a second pair of
/// eyes, the confirmation of a decision is drafted, as the decision itself would be.
/// </summary>
public static class ConfirmRecordEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/confirmation. The officer must have opened the act as it stands.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/confirmation", Handle)
        .Requires(Permission.DecideAct)
        .RequiresRecentSignIn()
        .Writes()
        .Produces<DecisionAnswer>()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("confirmRecord")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Decide(id, ifMatch, new ConfirmRecord(), ct);
}
