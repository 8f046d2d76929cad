using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>照会.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record InquireActRequest(string Text);

/// <summary>Asks the contractor back (照会).</summary>
public static class InquireActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/inquiries. The officer must have opened the act as it stands.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/inquiries", Handle)
        .Requires(Permission.DecideAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("inquireAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, InquireActRequest request, IfMatch ifMatch, ActDesk desk, CancellationToken ct) =>
        desk.Do(id, ifMatch, new InquireAct(request.Text), ct);
}
