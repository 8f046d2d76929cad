using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is not so.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
internal sealed record ObjectToRecordRequest(string Reason);

/// <summary>
/// Says that the latest record that the contractor made is not so; it stays visible and no longer counts.
/// The officer must have opened the act as it stands.
/// </summary>
internal sealed class ObjectToRecordEndpoint(ActWriter acts) : ApiEndpoint<OnAct<ObjectToRecordRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/objection");
        Description(route => route
            .Requires(Permission.DecideAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<ObjectToRecordRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new ObjectToRecord(request.Body.Reason), ct);
}
