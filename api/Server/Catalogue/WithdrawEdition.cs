using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Withdraws a firm's own edition for good (取下げ). Contracts stay on it, and no further one takes it.</summary>
internal sealed class WithdrawEditionEndpoint(EditionWriter editions, EditionMakers makers) : ApiEndpoint<OnEdition<EditionReason>>
{
    public override void Configure()
    {
        Post("/editions/{code}/withdrawal");
        Description(route => route
            .Requires(Permission.PublishEdition)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnEdition<EditionReason> request, CancellationToken ct) =>
        editions.Decide(request.Code, request.IfMatch, found => Task.FromResult(makers.NotToOffer(found.Value)), _ => Task.FromResult<IEditionCommand>(new WithdrawEdition(request.Body.Reason)), ct);
}
