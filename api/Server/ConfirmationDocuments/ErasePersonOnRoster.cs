using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Erasure;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Why what is kept of someone on the roster is erased.</summary>
internal sealed record ErasePersonOnRosterRequest(string? Reason);

/// <summary>
/// Erases what is kept of someone who stands on the roster and has no account, in the draft and in all versions; the files of presented
/// versions keep what they print for their retention, and the answer says so.
/// </summary>
internal sealed class ErasePersonOnRosterEndpoint(
    Writer writer, DocumentWriter documents, PersonErasure erasure) : ApiEndpoint<OnDocumentPerson<ErasePersonOnRosterRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/people/{personId:guid}/erasure");
        Description(route => route
            .Requires(Permission.ErasePersonOnRoster)
            .RequiresRecentSignIn()
            .Writes()
            .Produces<ErasureAnswer>()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocumentPerson<ErasePersonOnRosterRequest> request, CancellationToken ct)
    {
        var stream = await documents.Fetch(request.ContractId, request.IfMatch, ct);
        if (stream.Aggregate.Everyone.FirstOrDefault(person => person.Id == request.PersonId) is { HasAccount: true })
        {
            return Problems.From(ConfirmationDocumentRefusals.PersonHasAccount);
        }

        var kept = await erasure.FindOnRoster(request.PersonId, ct);
        documents.Record(stream, request.ContractId, new EraseDocumentPerson(request.PersonId, request.Body.Reason ?? ""));
        erasure.Erase(writer.Session, kept);
        return await writer.Save(
            _ => new ErasureAnswer(request.PersonId, stream.Version, PersonErasure.Erases(kept, account: false), PersonErasure.Stays(kept)), ct, version: stream.Version);
    }
}
