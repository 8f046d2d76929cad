using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>One draft edition, for the organisation that began it.</summary>
internal sealed class GetEditionDraftEndpoint(Session session, EditionMakers makers) : ApiEndpoint<OfEditionDraft>
{
    public override void Configure()
    {
        Get("/edition-drafts/{id:guid}");
        Description(route => route
            .Requires(Permission.DraftEdition)
            .Reads<EditionDraftDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfEditionDraft request, CancellationToken ct)
    {
        var draft = await makers.BeganDraft(request.Id, ct) ? await session.Load<EditionDraft>(request.Id, ct) : null;
        return draft?.Value.Content is { } content
            ? Answer.Of(new EditionDraftDetails(request.Id, draft.Version, content.Code, content.Name, content.Source, draft.Value.FileName, draft.Value.PublishedAs, await makers.IsOfMinistry(ct), content), draft.Version)
            : Problems.From(EditionRefusals.DraftUnknown);
    }
}
