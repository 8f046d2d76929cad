using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is not so.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
public sealed record ObjectToRecordRequest(string Reason);

/// <summary>Says that the latest record that the contractor made is not so; it stays visible and no longer counts.</summary>
public static class ObjectToRecordEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/objection. The officer must have opened the act as it stands.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/objection", Handle)
        .Requires(Permission.DecideAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("objectToRecord")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, ObjectToRecordRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new ObjectToRecord(request.Reason), ct);
}
