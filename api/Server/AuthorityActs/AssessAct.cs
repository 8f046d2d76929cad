using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The assessment.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record AssessActRequest(string Text);

/// <summary>Records an officer's assessment of the facts, which both sides see; the program makes none.</summary>
public static class AssessActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/assessments.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/assessments", Handle)
        .Requires(Permission.DecideAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("assessAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, AssessActRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new AssessAct(request.Text), ct);
}
