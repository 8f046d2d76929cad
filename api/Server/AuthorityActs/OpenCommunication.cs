using SecurityTracker.Domain.AuthorityActs;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Notes that the actor has opened a communication as it stands.</summary>
internal sealed class OpenCommunicationEndpoint(Acts acts, Openings openings) : ApiEndpoint<OnCommunication>
{
    public override void Configure()
    {
        Post("/communications/{id:guid}/opening");
        Description(route => route
            .Opens()
            .WithTags("Communications"));
    }

    public override Task<IResult> ExecuteAsync(OnCommunication request, CancellationToken ct) => openings.Open<Communication>(acts, request.Id, request.IfMatch, ct);
}
