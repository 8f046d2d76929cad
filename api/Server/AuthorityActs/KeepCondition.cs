using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>How a condition was kept.</summary>
/// <param name="Condition">Its place in the list of conditions, from 0.</param>
/// <param name="On">Not after today in Tokyo.</param>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record KeepConditionRequest(int Condition, DateOnly On, string Text, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Records how a condition of a grant was kept.</summary>
public static class KeepConditionEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/conditions-kept.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/conditions-kept", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("keepCondition")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, KeepConditionRequest request, IfMatch ifMatch, ActDesk desk, KeptFiles files, CancellationToken ct) =>
        desk.Do(id, ifMatch, async stream =>
        {
            var (found, refusal) = await files.Resolve(stream.Aggregate.ContractId, request.FileIds, ct);
            return (new KeepCondition(request.Condition, request.On, request.Text, found), refusal);
        }, ct);
}
