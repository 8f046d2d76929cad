using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Freezes a draft as a version: its checks are clear, its two files are made once, and they are kept with the event or not at all.</summary>
public sealed class Presenting(Acts acts, DocumentPrinting printing, Actor actor, TimeProvider time)
{
    /// <summary>Gathers the events and the files in the session; the caller saves it.</summary>
    /// <returns>What is answered once it is saved, or why not.</returns>
    public async Task<(PresentedDocument? Presented, Problem? Problem)> Record(
        DocumentAtHand at, StreamForWriting<ConfirmationDocument> stream, PresentConfirmationDocumentRequest request, CancellationToken ct)
    {
        if (at.NotLead(actor) is { } notLead)
        {
            return (null, Problems.From(notLead));
        }

        if (at.Document.Draft is not { } draft)
        {
            return (null, Problems.From(ConfirmationDocumentRefusals.DraftMissing));
        }

        var checks = await printing.Check(at, draft, ct);
        if (checks.Where(check => check.Severity == DocumentSeverity.BLOCKING).ToList() is { Count: > 0 } blocking)
        {
            return (null, Problems.From(ConfirmationDocumentRefusals.Incomplete) with
            {
                Errors = [.. blocking.Select(check => new FieldError(check.Pointer, check.Code, check.Messages))],
            });
        }

        var (number, kind, header) = (at.Document.Versions.Count + 1, at.NextKind, at.HeaderOn(Tokyo.Today(time)));
        var printed = await printing.Print(at, draft, kind, header, number, ct);
        PrintedFile[] files = [await printing.File(printed, DocumentFileFormat.DOCX, ct), await printing.File(printed, DocumentFileFormat.PDF, ct)];
        Guid? actId = null;
        var command = new PresentConfirmationDocument(
            checks, kind, header, [.. files.Select(file => file.Summary())], request.EffectiveFrom, actId, at.Term);
        if (DocumentWriting.Record(stream, at.ContractId, command) is { } problem)
        {
            return (null, problem);
        }

        foreach (var file in files)
        {
            acts.Session.QueueSql(DocumentFiles.Keep(at.Id, at.ContractId, number, file));
        }

        return (new PresentedDocument(at.Id, stream.Version, Sequence: 0, number, actId, command.Files), null);
    }
}
