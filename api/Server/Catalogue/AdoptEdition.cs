using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Why an edition becomes everyone's, or is taken back.</summary>
/// <param name="Reason">1 to 4,000 characters; whoever sees the edition reads it.</param>
public sealed record EditionReason(string Reason);

/// <summary>Makes an edition everyone's (採用): a firm's own, or one whose adoption was taken back.</summary>
public static class AdoptEditionEndpoint
{
    /// <summary>POST /api/editions/{code}/adoption.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/editions/{code}/adoption", Handle)
        .Requires(Permission.AdoptEdition)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("adoptEdition")
        .WithTags("Catalogue");

    private static Task<IResult> Handle(string code, EditionReason request, IfMatch ifMatch, EditionDesk desk, EditionMakers makers, CancellationToken ct) =>
        desk.Decide(code, ifMatch, _ => makers.NotToAdopt(ct), _ => Task.FromResult<IEditionCommand>(new AdoptEdition(request.Reason)), ct);
}
