using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Commands over the 確認書類 of a contract, whose stream has a natural key and may not have begun.</summary>
internal sealed class DocumentWriter(Writer writer)
{
    /// <summary>Decides and saves one command. 404 where the contract is not the actor's to see; 428 or 412 by <paramref name="ifMatch"/>.</summary>
    public Task<IResult> Decide(Guid contractId, IfMatch ifMatch, IConfirmationDocumentCommand command, CancellationToken ct) =>
        writer.DecideOn<ConfirmationDocument>(
            StreamId.ConfirmationDocument(contractId), ScopeOf(contractId), ifMatch, state => ConfirmationDocumentDecider.Decide(command, state, writer.Moment), ct);

    /// <summary>The stream for writing, at version 0 if nothing was begun.</summary>
    public Task<StreamForWriting<ConfirmationDocument>> Fetch(Guid contractId, IfMatch? ifMatch, CancellationToken ct) =>
        writer.Fetch<ConfirmationDocument>(StreamId.ConfirmationDocument(contractId), ScopeOf(contractId), ifMatch, ct);

    /// <summary>Decides, and gathers the events for the session to be saved.</summary>
    public void Record(StreamForWriting<ConfirmationDocument> stream, Guid contractId, IConfirmationDocumentCommand command) =>
        Writer.Record(stream, state => ConfirmationDocumentDecider.Decide(command, state, writer.Moment), ScopeOf(contractId));

    private static StreamScope ScopeOf(Guid contractId) => new(contractId, OrganisationId: null);
}
