using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Catalogue;

/// <summary>The whole corrected edition, and why it is corrected.</summary>
public sealed record ReviseEditionRequest(string Name, string Source, EditionContent Content, string Reason);

/// <summary>Corrects a published edition as its next revision; contracts stay on the one they have.</summary>
public static class ReviseEditionEndpoint
{
    /// <summary>POST /api/editions/{code}/revisions.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/editions/{code}/revisions", Handle)
        .Requires(Permission.PublishEdition)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests)
        .WithName("reviseEdition")
        .WithTags("Catalogue");

    private static Task<IResult> Handle(
        string code, ReviseEditionRequest request, IfMatch ifMatch, EditionDesk desk, EditionMakers makers, EditionLimits limits, CancellationToken ct)
    {
        var edition = new EditionDraftRequest(code, request.Name, request.Source, request.Content).ToEdition();
        return desk.Decide(
            code, ifMatch, found => Task.FromResult(makers.NotToRevise(found.Value)), _ => Task.FromResult<IEditionCommand>(new ReviseEdition(edition, request.Reason)), ct, limits.Publishing);
    }
}
