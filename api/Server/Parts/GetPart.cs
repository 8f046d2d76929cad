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

    public override async Task<IResult> ExecuteAsync(OfPart request, CancellationToken ct)
    {
        var part = (await reader.Find(request.Id, ct)).OrNotFound();
        return Answer.Of(part, part.Version);
    }
}
