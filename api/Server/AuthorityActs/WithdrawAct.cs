using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Why and when.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
/// <param name="ActAt">Not in the future and not before the act was given; now when left out.</param>
public sealed record WithdrawActRequest(string Reason, DateTimeOffset? ActAt = null);

/// <summary>Takes the word back, with a reason.</summary>
public static class WithdrawActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/withdrawal. The officer must have opened the act as it stands.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/withdrawal", Handle)
        .Requires(Permission.DecideAct)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("withdrawAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, WithdrawActRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new WithdrawAct(request.Reason, desk.Minute(request.ActAt)), ct);
}
