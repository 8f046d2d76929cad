using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Withdraws a firm's own edition for good (取下げ). Contracts stay on it, and no further one takes it.</summary>
public static class WithdrawEditionEndpoint
{
    /// <summary>POST /api/editions/{code}/withdrawal.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/editions/{code}/withdrawal", Handle)
        .Requires(Permission.PublishEdition)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("withdrawEdition")
        .WithTags("Catalogue");

    private static Task<IResult> Handle(string code, EditionReason request, IfMatch ifMatch, EditionDesk desk, EditionMakers makers, CancellationToken ct) =>
        desk.Decide(code, ifMatch, found => Task.FromResult(makers.NotToOffer(found.Value)), _ => Task.FromResult<IEditionCommand>(new WithdrawEdition(request.Reason)), ct);
}
