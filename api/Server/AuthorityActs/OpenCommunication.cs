using SecurityTracker.Domain.AuthorityActs;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Notes that the actor has opened a communication as it stands.</summary>
public static class OpenCommunicationEndpoint
{
    /// <summary>POST /api/communications/{id}/opening.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/communications/{id:guid}/opening", Handle)
        .Opens()
        .WithName("openCommunication")
        .WithTags("Communications");

    private static Task<IResult> Handle(Guid id, IfMatch ifMatch, Acts acts, Openings openings, CancellationToken ct) => openings.Open<Communication>(acts, id, ifMatch, ct);
}
