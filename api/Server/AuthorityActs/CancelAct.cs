using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Why the contractor no longer asks.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
internal sealed record CancelActRequest(string Reason);

/// <summary>The contractor no longer asks.</summary>
internal sealed class CancelActEndpoint(ActWriter acts) : ApiEndpoint<OnAct<CancelActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/cancellation");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<CancelActRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new CancelAct(request.Body.Reason), ct);
}
