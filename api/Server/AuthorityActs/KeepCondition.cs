using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>How a condition was kept.</summary>
/// <param name="Condition">Its place in the list of conditions, from 0.</param>
/// <param name="On">Not after today in Tokyo.</param>
/// <param name="Text">1 to 4,000 characters.</param>
internal sealed record KeepConditionRequest(int Condition, DateOnly On, string Text, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Records how a condition of a grant was kept.</summary>
internal sealed class KeepConditionEndpoint(ActWriter acts, KeptFiles files) : ApiEndpoint<OnAct<KeepConditionRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/conditions-kept");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<KeepConditionRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, async stream =>
        {
            var found = await files.Resolve(stream.Aggregate.ContractId, request.Body.FileIds, ct);
            return new KeepCondition(request.Body.Condition, request.Body.On, request.Body.Text, found);
        }, ct);
}
