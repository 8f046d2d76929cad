using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>When it began; not after today in Tokyo.</summary>
public sealed record StartUnderActRequest(DateOnly On);

/// <summary>Records the day on which what was asked for began. Once recorded, it is mended by 訂正.</summary>
public static class StartUnderActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/start.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/start", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("startUnderAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, StartUnderActRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new StartUnderAct(request.On), ct);
}
