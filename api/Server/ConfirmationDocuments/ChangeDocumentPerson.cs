using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Changes what the draft says of a person; a presented version keeps what it said.</summary>
public static class ChangeDocumentPersonEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/confirmation-document/draft/people/{personId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/confirmation-document/draft/people/{personId:guid}", Handle)
        .Requires(Permission.DraftConfirmationDocument)
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("changeDocumentPerson")
        .WithTags("ConfirmationDocuments");

    private static async Task<IResult> Handle(
        Guid contractId, Guid personId, DocumentPersonRequest request, IfMatch ifMatch, Acts acts, DocumentWriting writing, DocumentPeople people, TimeProvider time, CancellationToken ct)
    {
        var (stream, problem) = await writing.Fetch(contractId, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var before = stream!.Aggregate.Draft?.Person(personId);
        var entered = request.Values();
        var person = await people.Keep(acts.Session, personId, before?.HasAccount == true, entered, before, ct);
        return DocumentWriting.Record(stream, contractId, new ChangeDocumentPerson(person, entered, Tokyo.Today(time))) ?? await acts.Save(stream, ct);
    }
}
