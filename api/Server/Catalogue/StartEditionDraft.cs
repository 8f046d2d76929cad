using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Begins a draft edition from what an import has read.</summary>
internal sealed class StartEditionDraftEndpoint(Writer writer, EditionLimits limits) : ApiEndpoint<Sent<EditionDraftRequest>>
{
    public override void Configure()
    {
        Post("/edition-drafts");
        Description(route => route
            .Requires(Permission.DraftEdition)
            .Creates()
            .Refuses(StatusCodes.Status429TooManyRequests));
    }

    public override Task<IResult> ExecuteAsync(Sent<EditionDraftRequest> request, CancellationToken ct)
    {
        var id = writer.NewId();
        var command = new StartEditionDraft(request.Body.ToEdition(), request.Body.FileName);
        return limits.Drafting(() => writer.Create<EditionDraft>(id, StreamScope.None, $"/api/edition-drafts/{id}", state => EditionDraftDecider.Decide(command, state), ct));
    }
}
