using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What changed.</summary>
/// <param name="Version">The version of the target now; later than the one the act was given for.</param>
/// <param name="Summary">1 to 4,000 characters.</param>
internal sealed record ChangeActTargetRequest(int Version, string Summary);

/// <summary>Records that what the act was given for changed materially since; the act then says what is needed.</summary>
internal sealed class ChangeActTargetEndpoint(ActWriter acts) : ApiEndpoint<OnAct<ChangeActTargetRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/target-changes");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<ChangeActTargetRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new ChangeActTarget(request.Body.Version, request.Body.Summary), ct);
}
