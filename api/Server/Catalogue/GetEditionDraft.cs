using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>One draft edition, for the organisation that began it.</summary>
public static class GetEditionDraftEndpoint
{
    /// <summary>GET /api/edition-drafts/{id}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/edition-drafts/{id:guid}", Handle)
        .Requires(Permission.DraftEdition)
        .Reads<EditionDraftDetails>()
        .WithName("getEditionDraft")
        .WithTags("Catalogue");

    private static async Task<IResult> Handle(Guid id, Session session, EditionMakers makers, CancellationToken ct)
    {
        var draft = await makers.BeganDraft(id, ct) ? await session.Load<EditionDraft>(id, ct) : null;
        return draft?.Value.Content is { } content
            ? Answer.Of(new EditionDraftDetails(id, draft.Version, content.Code, content.Name, content.Source, draft.Value.FileName, draft.Value.PublishedAs, await makers.IsOfMinistry(ct), content), draft.Version)
            : Problems.From(EditionRefusals.DraftUnknown);
    }
}
