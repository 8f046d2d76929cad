using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>How and when it was sent.</summary>
/// <param name="Channel">UNSENT takes back what was noted: it was not sent after all.</param>
/// <param name="ActAt">When; not in the future; now when left out.</param>
public sealed record DeliverActRequest(Channel Channel, DateTimeOffset? ActAt = null);

/// <summary>Says that what was last written (the request, a change of it, an answer) was sent to an officer who is not here. The program sends nothing itself.</summary>
public static class DeliverActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/deliveries.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/deliveries", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("deliverAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, DeliverActRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new DeliverAct(request.Channel, desk.Minute(request.ActAt)), ct);
}
