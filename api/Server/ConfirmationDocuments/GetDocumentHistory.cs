using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>
/// Everything that happened to the 確認書類, oldest first. What was only drafted is the contractor's; the other side sees what was presented
/// and what became of it. Personal values read as the reader may see them.
/// </summary>
internal sealed class GetDocumentHistoryEndpoint(Boundary boundary, Histories histories, Actor actor) : ApiEndpoint<OfDocument>
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

        return new Answer<IReadOnlyList<HistoryEntry>>(await histories.OfStream(
            StreamId.ConfirmationDocument(request.ContractId),
            recorded => !DocumentReader.IsDrafting(recorded) || Visible.SeesUnsent(actor),
            name => IsWithheld(name, actor) ? DocumentWords.Masked : null,
            ct));
    }

    private static bool IsWithheld(string name, Actor actor) =>
        RosterPerson.Fields.Any(field => DocumentDiffDetails.NameOf(field) == name && !PersonalFields.MaySee(field, actor));
}
