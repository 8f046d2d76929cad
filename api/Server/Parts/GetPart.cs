using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Parts;

/// <summary>One part with its rows.</summary>
internal sealed class GetPartEndpoint(PartReader reader) : ApiEndpoint<OfPart>
{
    public override void Configure()
    {
        Get("/parts/{id:guid}");
        Description(route => route
            .Requires(Permission.ReadParts)
            .Reads<PartDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfPart request, CancellationToken ct) =>
        Answer.OrNotFound(await reader.Find(request.Id, ct), part => part.Version);
}
