using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>照会.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
internal sealed record InquireActRequest(string Text);

/// <summary>Asks the contractor back (照会). The officer must have opened the act as it stands.</summary>
internal sealed class InquireActEndpoint(ActWriter acts) : ApiEndpoint<OnAct<InquireActRequest>>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/inquiries");
        Description(route => route
            .Requires(Permission.DecideAct)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override Task<IResult> ExecuteAsync(OnAct<InquireActRequest> request, CancellationToken ct) =>
        acts.Do(request.Id, request.IfMatch, new InquireAct(request.Body.Text), ct);
}
