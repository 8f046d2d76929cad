using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is not so.</summary>
/// <param name="Reason">1 to 4,000 characters.</param>
internal sealed record ObjectToCommunicationRequest(string Reason);

/// <summary>Says that what the other side recorded is not so; it stays visible.</summary>
internal sealed class ObjectToCommunicationEndpoint(ActWriter acts) : ApiEndpoint<OnCommunication<ObjectToCommunicationRequest>>
{
    public override void Configure()
    {
        Post("/communications/{id:guid}/objection");
        Description(route => route
            .Requires(Permission.Communicate)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict)
            .WithTags("Communications"));
    }

    public override Task<IResult> ExecuteAsync(OnCommunication<ObjectToCommunicationRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new ObjectToCommunication(request.Body.Reason), ct);
}
