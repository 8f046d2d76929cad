using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Changes what the draft says of a person; a presented version keeps what it said.</summary>
internal sealed class ChangeDocumentPersonEndpoint(
    Writer writer, DocumentWriter documents, DocumentPeople people) : ApiEndpoint<OnDocumentPerson<DocumentPersonRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{contractId:guid}/confirmation-document/draft/people/{personId:guid}");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnDocumentPerson<DocumentPersonRequest> request, CancellationToken ct)
    {
        var stream = await documents.Fetch(request.ContractId, request.IfMatch, ct);
        var before = stream.Aggregate.Draft?.Person(request.PersonId);
        var entered = request.Body.Values();
        var person = await people.Keep(writer.Session, request.PersonId, before?.HasAccount == true, entered, before, ct);
        documents.Record(stream, request.ContractId, new ChangeDocumentPerson(person, entered));
        return await writer.Save(stream, ct);
    }
}
