using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Notes that the actor has opened a communication as it stands.</summary>
internal sealed class OpenCommunicationEndpoint(Writer writer, Openings openings) : ApiEndpoint<OnCommunication>
{
    public override void Configure()
    {
        Post("/communications/{id:guid}/opening");
        Description(route => route
            .Opens()
            .WithTags("Communications"));
    }

    public override Task<IResult> ExecuteAsync(OnCommunication request, CancellationToken ct) => openings.Open<Communication>(writer, request.Id, request.IfMatch, ct);
}
