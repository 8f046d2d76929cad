using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What changed.</summary>
/// <param name="Version">The version of the target now; later than the one the act was given for.</param>
/// <param name="Summary">1 to 4,000 characters.</param>
public sealed record ChangeActTargetRequest(int Version, string Summary);

/// <summary>Records that what the act was given for changed materially since; the act then says what is needed.</summary>
public static class ChangeActTargetEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/target-changes.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/target-changes", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("changeActTarget")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, ChangeActTargetRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new ChangeActTarget(request.Version, request.Summary), ct);
}
