using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The answer to a 照会.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record AnswerActRequest(string Text, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Answers a 照会.</summary>
public static class AnswerActEndpoint
{
    /// <summary>POST /api/authority-acts/{id}/answers.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/authority-acts/{id:guid}/answers", Handle)
        .Requires(Permission.RequestAct)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("answerAct")
        .WithTags("AuthorityActs");

    private static Task<IResult> Handle(Guid id, AnswerActRequest request, IfMatch ifMatch, ActDesk desk, KeptFiles files, CancellationToken ct) =>
        desk.Do(id, ifMatch, async stream =>
        {
            var (found, refusal) = await files.Resolve(stream.Aggregate.ContractId, request.FileIds, ct);
            return (new AnswerAct(request.Text, found), refusal);
        }, ct);
}
