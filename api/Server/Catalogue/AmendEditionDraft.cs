using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Replaces a draft's texts.</summary>
public static class AmendEditionDraftEndpoint
{
    /// <summary>PUT /api/edition-drafts/{id}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/edition-drafts/{id:guid}", Handle)
        .Requires(Permission.DraftEdition)
        .Writes()
        .WithName("amendEditionDraft")
        .WithTags("Catalogue");

    private static async Task<IResult> Handle(Guid id, EditionDraftRequest request, IfMatch ifMatch, Acts acts, EditionMakers makers, CancellationToken ct) =>
        await makers.BeganDraft(id, ct)
            ? await acts.DecideOn<EditionDraft>(id, ifMatch, state => EditionDraftDecider.Decide(new AmendEditionDraft(request.ToEdition()), state), ct)
            : Problems.NotFound;
}
