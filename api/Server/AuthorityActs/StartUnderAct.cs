using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>When it began; not after today in Tokyo.</summary>
internal sealed record StartUnderActRequest(DateOnly On);

/// <summary>Records the day on which what was asked for began. Once recorded, it is mended by 訂正.</summary>
internal sealed class StartUnderActEndpoint(ActWriter acts) : ApiEndpoint<OnAct<StartUnderActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/start");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<StartUnderActRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new StartUnderAct(request.Body.On), ct);
}
