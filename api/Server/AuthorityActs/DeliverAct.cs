using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>How and when it was sent.</summary>
/// <param name="Channel">UNSENT takes back what was noted: it was not sent after all.</param>
/// <param name="ActAt">When; not in the future; now when left out.</param>
internal sealed record DeliverActRequest(Channel Channel, DateTimeOffset? ActAt = null);

/// <summary>Says that what was last written (the request, a change of it, an answer) was sent to an officer who is not here. The program sends nothing itself.</summary>
internal sealed class DeliverActEndpoint(ActWriter acts) : ApiEndpoint<OnAct<DeliverActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/deliveries");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<DeliverActRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new DeliverAct(request.Body.Channel, acts.Minute(request.Body.ActAt)), ct);
}
