using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Why an edition becomes everyone's, or is taken back.</summary>
/// <param name="Reason">1 to 4,000 characters; whoever sees the edition reads it.</param>
internal sealed record EditionReason(string Reason);

/// <summary>Makes an edition everyone's (採用): a firm's own, or one whose adoption was taken back.</summary>
internal sealed class AdoptEditionEndpoint(EditionWriter editions, EditionMakers makers) : ApiEndpoint<OnEdition<EditionReason>>
{
    public override void Configure()
    {
        Post("/editions/{code}/adoption");
        Description(route => route
            .Requires(Permission.AdoptEdition)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnEdition<EditionReason> request, CancellationToken ct) =>
        editions.Decide(request.Code, request.IfMatch, _ => makers.NotToAdopt(ct), _ => Task.FromResult<IEditionCommand>(new AdoptEdition(request.Body.Reason)), ct);
}
