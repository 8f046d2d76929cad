using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

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
        .Writes()
        .WithName("reviseEdition")
        .WithTags("Catalogue");

    private static Task<IResult> Handle(string code, ReviseEditionRequest request, IfMatch ifMatch, Acts acts, CancellationToken ct)
    {
        var edition = new EditionDraftRequest(code, request.Name, request.Source, request.Content).ToEdition();
        return acts.DecideOn<Edition>(StreamId.Edition(code), ifMatch, state => EditionDecider.Decide(new ReviseEdition(edition, request.Reason), state), ct);
    }
}
