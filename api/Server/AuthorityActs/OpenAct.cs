using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Notes that the actor has opened an act as it stands. Reading by a program alone (GET) notes nothing.</summary>
internal sealed class OpenActEndpoint(Writer writer, Openings openings) : ApiEndpoint<OnAct>
{
    public override void Configure()
    {
        Post("/authority-acts/{id:guid}/opening");
        Description(route => route.Opens());
    }

    public override Task<IResult> ExecuteAsync(OnAct request, CancellationToken ct) => openings.Open<AuthorityAct>(writer, request.Id, request.IfMatch, ct);
}
