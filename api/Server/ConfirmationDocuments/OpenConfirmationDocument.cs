using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Notes that the actor has opened a 確認書類 as they see it: a 訂正 by the other side no longer waits to be seen.</summary>
internal sealed class OpenConfirmationDocumentEndpoint(DocumentReader reader, Writer writer, Openings openings) : ApiEndpoint<OnDocument>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/confirmation-document/opening");
        Description(route => route.Opens());
    }

    public override async Task<IResult> ExecuteAsync(OnDocument request, CancellationToken ct)
    {
        var at = (await reader.Find(request.ContractId, ct)).OrNotFound();
        request.IfMatch.Against(at.Version);
        return await openings.Open(writer, at.Id, at.Version, ct);
    }
}
