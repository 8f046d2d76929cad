using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Why the contractor no longer asks.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
public sealed record CancelActRequest(string Reason);

/// <summary>The contractor no longer asks.</summary>
public static class CancelActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/cancellation.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/cancellation", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("cancelAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, CancelActRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new CancelAct(request.Reason), ct);
}
