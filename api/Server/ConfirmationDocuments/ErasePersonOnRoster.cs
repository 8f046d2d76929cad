using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Access.SignIn;
using SecurityTracker.Server.Erasure;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Why what is kept of someone on the roster is erased.</summary>
public sealed record ErasePersonOnRosterRequest(string? Reason);

/// <summary>
/// Erases what is kept of someone who stands on the roster and has no account, in the draft and in all versions; the files of presented
/// versions keep what they print for their retention, and the answer says so.
/// </summary>
public static class ErasePersonOnRosterEndpoint
{
    /// <summary>POST /api/contracts/{contractId}/confirmation-document/people/{personId}/erasure.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contracts/{contractId:guid}/confirmation-document/people/{personId:guid}/erasure", Handle)
        .Requires(Permission.ErasePersonOnRoster)
        .RequiresRecentSignIn()
        .Writes()
        .Produces<ErasureAnswer>()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("erasePersonOnRoster")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, Guid personId, ErasePersonOnRosterRequest request, IfMatch ifMatch, Acts acts, DocumentWriting writing, PersonErasure erasure, CancellationToken ct)
    {
        var (stream, problem) = await writing.Fetch(contractId, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        if (stream!.Aggregate.Everyone.FirstOrDefault(person => person.Id == personId) is { HasAccount: true })
        {
            return Problems.From(ConfirmationDocumentRefusals.PersonHasAccount);
        }

        var kept = await erasure.FindOnRoster(personId, ct);
        if (DocumentWriting.Record(stream, contractId, new EraseDocumentPerson(personId, request.Reason)) is { } refused)
        {
            return refused;
        }

        erasure.Erase(acts.Session, kept);
        return await acts.Save(
            _ => new ErasureAnswer(personId, stream.Version, PersonErasure.Erases(kept, account: false), PersonErasure.Stays(kept)), ct, version: stream.Version);
    }
}
