using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Begins a draft edition from what an import has read.</summary>
public static class StartEditionDraftEndpoint
{
    /// <summary>POST /api/edition-drafts.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/edition-drafts", Handle)
        .Requires(Permission.DraftEdition)
        .Creates()
        .Refuses(StatusCodes.Status429TooManyRequests)
        .WithName("startEditionDraft")
        .WithTags("Catalogue");

    private static Task<IResult> Handle(EditionDraftRequest request, Acts acts, EditionLimits limits, CancellationToken ct)
    {
        var id = acts.NewId();
        var command = new StartEditionDraft(request.ToEdition(), request.FileName);
        return limits.Drafting(() => acts.Create<EditionDraft>(id, StreamScope.None, $"/api/edition-drafts/{id}", state => EditionDraftDecider.Decide(command, state), ct));
    }
}
