using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Changes what is asked for while it is open; what an officer opened before is no longer what is asked.</summary>
public static class ChangeActRequestEndpoint
{
    /// <summary>PUT /api/authority-acts/{id}/request.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/authority-acts/{id:guid}/request", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("changeActRequest")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(
        Guid id, ActContentRequest request, IfMatch ifMatch, ActDesk desk, ActRequests requests, Editions editions, CancellationToken ct) =>
        desk.Do(id, ifMatch, async stream =>
        {
            var act = stream.Aggregate;
            var edition = await editions.Get(act.Edition, ct);
            var (content, refusal) = await requests.Content(id, act.ContractId, request, act.Content.Scope, ct);
            return refusal is not null ? (null, refusal) : (new ChangeActRequest(
                content!, Procedures.Act(edition, act.Subject, act.Kind)?.StandingPossible == true, request.Scope?.People ?? []), null);
        }, ct);
}
