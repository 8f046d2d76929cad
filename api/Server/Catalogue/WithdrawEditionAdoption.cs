using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Takes an adoption back (採用の取消し): a firm's edition is its own again, any other is withdrawn. Contracts stay on it.</summary>
internal sealed class WithdrawEditionAdoptionEndpoint(EditionWriter editions, EditionMakers makers) : ApiEndpoint<OnEdition<EditionReason>>
{
    public override void Configure()
    {
        Post("/editions/{code}/adoption/withdrawal");
        Description(route => route
            .Requires(Permission.AdoptEdition)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnEdition<EditionReason> request, CancellationToken ct)
    {
        return editions.Decide(request.Code, request.IfMatch, _ => makers.NotToAdopt(ct), Command, ct);

        async Task<IEditionCommand> Command(Versioned<Edition> found) => new WithdrawAdoption(request.Body.Reason, await makers.PublishingFirm(found, ct));
    }
}
