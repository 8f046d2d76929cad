using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>
/// Publishes a draft: the draft is closed and the edition begins, in one transaction. A firm's is the firm's own, under its code with the
/// firm's mark, until the ministry's side adopts it; the ministry's is everyone's at once.
/// </summary>
internal sealed class PublishEditionDraftEndpoint(Writer writer, EditionMakers makers, EditionsInSight sight, EditionLimits limits) : ApiEndpoint<OnEditionDraft>
{
    public override void Configure()
    {
        Post("/edition-drafts/{id:guid}/publish");
        Description(route => route
            .Requires(Permission.PublishEdition)
            .RequiresRecentSignIn()
            .Creates()
            .Refuses(StatusCodes.Status429TooManyRequests));
    }

    public override async Task<IResult> ExecuteAsync(OnEditionDraft request, CancellationToken ct)
    {
        if (!await makers.BeganDraft(request.Id, ct))
        {
            return Problems.NotFound;
        }

        var draft = await writer.Fetch<EditionDraft>(request.Id, request.IfMatch, ct);
        if (draft.Aggregate.Content is not { } content)
        {
            return Problems.NotFound;
        }

        var firm = await makers.Firm(ct);
        Writer.Record(draft, state => EditionDraftDecider.Decide(new PublishEditionDraft(firm), state));
        if (await sight.Find(content.Code, ct) is not null)
        {
            return Problems.From(EditionRefusals.CodeTaken);
        }

        var code = EditionCode.Of(content.Code, firm);
        var edition = await writer.Fetch<Edition>(StreamId.Edition(code), StreamScope.None, ifMatch: null, ct);
        Writer.Record(edition, state => EditionDecider.Decide(new PublishEdition(content, firm), state), StreamScope.None);
        return await limits.Publishing(() => writer.Save(edition, ct, $"/api/editions/{code}"));
    }
}
