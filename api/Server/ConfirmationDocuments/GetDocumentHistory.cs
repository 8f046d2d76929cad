using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>
/// Everything that happened to the 確認書類, oldest first. What was only drafted is the contractor's; the other side sees what was presented
/// and what became of it. Personal values read as the reader may see them.
/// </summary>
internal sealed class GetDocumentHistoryEndpoint(Boundary boundary, Session session, Histories histories, Actor actor) : ApiEndpoint<OfDocument>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/confirmation-document/history");
        Description(route => route
            .Requires(Permission.ReadConfirmationDocument)
            .Reads<IReadOnlyList<HistoryEntry>>());
    }

    public override async Task<IResult> ExecuteAsync(OfDocument request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        var events = (await session.FetchStream(StreamId.ConfirmationDocument(request.ContractId), ct: ct))
            .Where(recorded => !DocumentReader.IsDrafting(recorded.Data) || Visible.SeesUnsent(actor));
        return new Answer<IReadOnlyList<HistoryEntry>>(await histories.Of([.. events], ct, name => IsWithheld(name, actor) ? DocumentWords.Masked : null));
    }

    private static bool IsWithheld(string name, Actor actor) =>
        RosterPerson.Fields.Any(field => DocumentDiffDetails.NameOf(field) == name && !PersonalFields.MaySee(field, actor));
}
