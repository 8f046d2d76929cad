using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>The whole corrected edition, and why it is corrected.</summary>
internal sealed record ReviseEditionRequest(string Name, string Source, EditionContent Content, string Reason);

/// <summary>Corrects a published edition as its next revision; contracts stay on the one they have.</summary>
internal sealed class ReviseEditionEndpoint(EditionWriter editions, EditionMakers makers, EditionLimits limits) : ApiEndpoint<OnEdition<ReviseEditionRequest>>
{
    public override void Configure()
    {
        Post("/editions/{code}/revisions");
        Description(route => route
            .Requires(Permission.PublishEdition)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests));
    }

    public override Task<IResult> ExecuteAsync(OnEdition<ReviseEditionRequest> request, CancellationToken ct)
    {
        var edition = new EditionDraftRequest(request.Code, request.Body.Name, request.Body.Source, request.Body.Content).ToEdition();
        return editions.Decide(
            request.Code, request.IfMatch, found => Task.FromResult(makers.NotToRevise(found.Value)), _ => Task.FromResult<IEditionCommand>(new ReviseEdition(edition, request.Body.Reason)), ct, limits.Publishing);
    }
}
