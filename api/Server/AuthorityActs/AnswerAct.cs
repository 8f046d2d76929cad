using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The answer to a 照会.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
internal sealed record AnswerActRequest(string Text, IReadOnlyList<Guid>? FileIds = null);

/// <summary>Answers a 照会.</summary>
internal sealed class AnswerActEndpoint(ActWriter acts, KeptFiles files) : ApiEndpoint<OnAct<AnswerActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/answers");
        Description(route => route
            .Requires(Permission.RequestAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<AnswerActRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, async stream =>
        {
            var found = await files.Resolve(stream.Aggregate.ContractId, request.Body.FileIds, ct);
            return new AnswerAct(request.Body.Text, found);
        }, ct);
}
