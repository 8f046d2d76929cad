using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>How and when it was sent or said.</summary>
/// <param name="ActAt">When; not in the future; now when left out.</param>
/// <param name="FileIds">The mail that was sent, a stamped copy.</param>
internal sealed record DeliverCommunicationRequest(Channel Channel, DateTimeOffset? ActAt = null, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Says that what was only written down here was sent or said to an officer who is not here. The program sends nothing itself.</summary>
internal sealed class DeliverCommunicationEndpoint(
    ActWriter acts, CommunicationReader reader, KeptFiles files) : ApiEndpoint<OnCommunication<DeliverCommunicationRequest>>
{
    public override void Configure()
    {
        Post("/communications/{id:guid}/deliveries");
        Description(route => route
            .Requires(Permission.Communicate)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict)
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(OnCommunication<DeliverCommunicationRequest> request, CancellationToken ct)
    {
        var found = (await reader.Find(request.Id, ct)).OrNotFound();
        var kept = await files.Resolve(found.Value.Said!.ContractId, request.Body.FileIds, ct);
        return await acts.Do(request.Id, request.IfMatch, new DeliverCommunication(request.Body.Channel, acts.Minute(request.Body.ActAt), kept), ct);
    }
}
