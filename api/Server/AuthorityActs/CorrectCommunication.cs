using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What is mended.</summary>
/// <param name="Value">A text, an instant in ISO 8601, a day as yyyy-MM-dd or a word.</param>
/// <param name="Reason">1 to 4,000 characters.</param>
internal sealed record CorrectCommunicationRequest(CommunicationField Field, string? Value, string Reason);

/// <summary>訂正 by the side that recorded it; the other side is told.</summary>
internal sealed class CorrectCommunicationEndpoint(
    ActWriter acts, CommunicationReader reader, ContractReader contracts, SectionPresence presence) : ApiEndpoint<OnCommunication<CorrectCommunicationRequest>>
{
    public override void Configure()
    {
        Post("/communications/{id:guid}/corrections");
        Description(route => route
            .Requires(Permission.Communicate)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict)
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(OnCommunication<CorrectCommunicationRequest> request, CancellationToken ct) =>
        await reader.Find(request.Id, ct) is { } found && await contracts.Find(found.Value.Said!.ContractId, ct) is { } contract
            ? await acts.Do(request.Id, request.IfMatch, new CorrectCommunication(request.Body.Field, request.Body.Value, request.Body.Reason, await presence.IsHere(contract.Value.Section, ct)), ct)
            : Problems.NotFound;
}
