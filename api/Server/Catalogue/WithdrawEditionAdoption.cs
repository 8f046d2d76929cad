using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Store;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Takes an adoption back (採用の取消し): a firm's edition is its own again, any other is withdrawn. Contracts stay on it.</summary>
public static class WithdrawEditionAdoptionEndpoint
{
    /// <summary>POST /api/editions/{code}/adoption/withdrawal.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/editions/{code}/adoption/withdrawal", Handle)
        .Requires(Permission.AdoptEdition)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("withdrawEditionAdoption")
        .WithTags("Catalogue");

    private static Task<IResult> Handle(string code, EditionReason request, IfMatch ifMatch, EditionDesk desk, EditionMakers makers, CancellationToken ct)
    {
        return desk.Decide(code, ifMatch, _ => makers.NotToAdopt(ct), Command, ct);

        async Task<IEditionCommand> Command(Versioned<Edition> found) => new WithdrawAdoption(request.Reason, await makers.PublishingFirm(found, ct));
    }
}
