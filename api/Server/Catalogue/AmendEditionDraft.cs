using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Replaces a draft's texts.</summary>
internal sealed class AmendEditionDraftEndpoint(Writer writer, EditionMakers makers) : ApiEndpoint<OnEditionDraft<EditionDraftRequest>>
{
    public override void Configure()
    {
        Put("/edition-drafts/{id:guid}");
        Description(route => route
            .Requires(Permission.DraftEdition)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnEditionDraft<EditionDraftRequest> request, CancellationToken ct) =>
        await makers.BeganDraft(request.Id, ct)
            ? await writer.DecideOn<EditionDraft>(request.Id, request.IfMatch, state => EditionDraftDecider.Decide(new AmendEditionDraft(request.Body.ToEdition()), state), ct)
            : Problems.NotFound;
}
