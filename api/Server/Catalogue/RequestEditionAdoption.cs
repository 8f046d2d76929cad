using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Asks the ministry's side to make the firm's own edition everyone's (採用の依頼); from then on it sees the edition.</summary>
internal sealed class RequestEditionAdoptionEndpoint(EditionWriter editions, EditionMakers makers) : ApiEndpoint<OnEdition>
{
    public override void Configure()
    {
        Post("/editions/{code}/adoption-request");
        Description(route => route
            .Requires(Permission.PublishEdition)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnEdition request, CancellationToken ct) =>
        editions.Decide(request.Code, request.IfMatch, found => Task.FromResult(makers.NotToOffer(found.Value)), _ => Task.FromResult<IEditionCommand>(new RequestAdoption()), ct);
}
