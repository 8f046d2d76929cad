using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Publishes a draft: the draft is closed and the edition begins, in one transaction.</summary>
public static class PublishEditionDraftEndpoint
{
    /// <summary>POST /api/edition-drafts/{id}/publish.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/edition-drafts/{id:guid}/publish", Handle)
        .Requires(Permission.PublishEdition)
        .RequiresRecentSignIn()
        .Creates()
        .WithName("publishEditionDraft")
        .WithTags("Catalogue");

    private static async Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, EditionMakers makers, CancellationToken ct)
    {
        if (!await makers.BeganDraft(id, ct))
        {
            return Problems.NotFound;
        }

        var (draft, problem) = await acts.Fetch<EditionDraft>(id, ifMatch, ct);
        if (problem is not null || draft!.Aggregate.Content is not { } content)
        {
            return problem ?? Problems.NotFound;
        }

        if (Acts.Record(draft, state => EditionDraftDecider.Decide(new PublishEditionDraft(), state)) is { } refused)
        {
            return refused;
        }

        var (edition, hidden) = await acts.Fetch<Edition>(StreamId.Edition(content.Code), StreamScope.None, ifMatch: null, ct);
        return hidden
            ?? Acts.Record(edition!, state => EditionDecider.Decide(new PublishEdition(content), state), StreamScope.None)
            ?? await acts.Save(edition!, ct, $"/api/editions/{content.Code}");
    }
}
