using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Changes what is asked for while it is open; what an officer opened before is no longer what is asked.</summary>
internal sealed class ChangeActRequestEndpoint(ActWriter acts, ActRequests requests, Editions editions) : ApiEndpoint<OnAct<ActContentRequest>>
{
    public override void Configure()
    {
        Put("/authority-acts/{id:guid}/request");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<ActContentRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, async stream =>
        {
            var act = stream.Aggregate;
            var edition = await editions.Get(act.Edition, ct);
            var content = await requests.Content(request.Id, act.ContractId, request.Body, act.Content.Scope, ct);
            return new ChangeActRequest(content, Procedures.Act(edition, act.Subject, act.Kind)?.StandingPossible == true, request.Body.Scope?.People ?? []);
        }, ct);
}
