using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Those who are put on the roster.</summary>
internal sealed record AddDocumentPeopleRequest(IReadOnlyList<DocumentPersonRequest>? People);

/// <summary>What adding answers: the write, and the id of each person in the order in which they were sent.</summary>
internal sealed record DocumentPeopleAnswer(Guid Id, long Version, long Sequence, IReadOnlyList<Guid> PersonIds);

/// <summary>Puts people on the roster of the draft.</summary>
internal sealed class AddDocumentPeopleEndpoint(
    Writer writer, DocumentWriter documents, DocumentPeople people) : ApiEndpoint<OnDocument<AddDocumentPeopleRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/draft/people");
        Description(route => route
            .Requires(Permission.DraftConfirmationDocument)
            .Produces<DocumentPeopleAnswer>(StatusCodes.Status201Created)
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
                StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status428PreconditionRequired));
    }

    public override async Task<IResult> ExecuteAsync(OnDocument<AddDocumentPeopleRequest> request, CancellationToken ct)
    {
        var stream = await documents.Fetch(request.ContractId, request.IfMatch, ct);
        var (entered, added, accounts) = ((request.Body.People ?? []).Select(person => person.Values()).ToList(), new List<RosterPerson>(), request.Body.People ?? []);
        for (var i = 0; i < entered.Count; i++)
        {
            if (accounts[i].AccountId is { } account && !await people.IsColleague(account, ct))
            {
                return Problems.From(ConfirmationDocumentRefusals.AccountUnknown.At($"/people/{i}/accountId"));
            }

            added.Add(await people.Keep(writer.Session, accounts[i].AccountId ?? Guid.NewGuid(), accounts[i].AccountId is not null, entered[i], before: null, ct));
        }

        documents.Record(stream, request.ContractId, new AddDocumentPeople(added, entered));
        return await writer.Save(
            sequence => new DocumentPeopleAnswer(stream.Id, stream.Version, sequence, [.. added.Select(person => person.Id)]),
            ct, StatusCodes.Status201Created, $"/api/contracts/{request.ContractId}/confirmation-document", stream.Version);
    }
}
