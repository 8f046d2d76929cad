using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The assessment.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
internal sealed record AssessActRequest(string Text);

/// <summary>Records an officer's assessment of the facts, which both sides see; the program makes none.</summary>
internal sealed class AssessActEndpoint(ActWriter acts) : ApiEndpoint<OnAct<AssessActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/assessments");
        Description(route => route
            .Requires(Permission.DecideAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<AssessActRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new AssessAct(request.Body.Text), ct);
}
