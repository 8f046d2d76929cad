using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Asks the ministry's side to make the firm's own edition everyone's (採用の依頼); from then on it sees the edition.</summary>
public static class RequestEditionAdoptionEndpoint
{
    /// <summary>POST /api/editions/{code}/adoption-request.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/editions/{code}/adoption-request", Handle)
        .Requires(Permission.PublishEdition)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("requestEditionAdoption")
        .WithTags("Catalogue");

    private static Task<IResult> Handle(string code, IfMatch ifMatch, EditionDesk desk, EditionMakers makers, CancellationToken ct) =>
        desk.Decide(code, ifMatch, found => Task.FromResult(makers.NotToOffer(found.Value)), _ => Task.FromResult<IEditionCommand>(new RequestAdoption()), ct);
}
