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
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("reviseEdition")
        .WithTags("Catalogue");

    private static async Task<IResult> Handle(string code, ReviseEditionRequest request, IfMatch ifMatch, Acts acts, EditionMakers makers, CancellationToken ct)
    {
        if (await makers.NotToRevise(code, ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var edition = new EditionDraftRequest(code, request.Name, request.Source, request.Content).ToEdition();
        return await acts.DecideOn<Edition>(StreamId.Edition(code), ifMatch, state => EditionDecider.Decide(new ReviseEdition(edition, request.Reason), state), ct);
    }
}
