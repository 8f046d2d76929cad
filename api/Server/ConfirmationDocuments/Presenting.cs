using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Freezes a draft as a version: its checks are clear, its two files are made once, and they are kept with the event or not at all.</summary>
internal sealed class Presenting(Writer writer, ActRequests requests, CommunicationRequests communications, DocumentPrinting printing, Actor actor, DocumentWriter documents)
{
    /// <summary>Gathers the events and the files in the session; the caller saves it.</summary>
    /// <returns>What is answered once it is saved.</returns>
    public async Task<PresentedDocument> Record(
        DocumentAtHand at, StreamForWriting<ConfirmationDocument> stream, PresentConfirmationDocumentRequest request, CancellationToken ct)
    {
        at.Contract.NotLead(actor).ThrowIfRefused();
        if (at.Document.Draft is not { } draft)
        {
            throw new ProblemException(Problems.From(ConfirmationDocumentRefusals.DraftMissing));
        }

        var checks = await printing.Check(at, draft, ct);
        Demand(checks);
        var today = writer.Moment.Today;
        var (number, kind, header) = (at.Document.Versions.Count + 1, at.KindOf(draft, today), at.HeaderOn(today));
        var printed = await printing.Print(at, draft, kind, header, number, ct);
        PrintedFile[] files = [await printing.File(printed, DocumentFileFormat.DOCX, ct), await printing.File(printed, DocumentFileFormat.PDF, ct)];
        Guid? actId = kind == VersionKind.RE_PRESENTATION ? null : writer.NewId();
        var command = new PresentConfirmationDocument(
            checks, kind, header, [.. files.Select(file => file.Summary())], request.EffectiveFrom, actId, at.Contract.Term);
        documents.Record(stream, at.ContractId, command);
        await (actId is { } id ? Ask(id, at, number, kind, printed, files, request, ct) : Show(at, number, printed, files, request, ct));
        foreach (var file in files)
        {
            writer.Session.QueueSql(DocumentFiles.Keep(at.Id, at.ContractId, number, file));
        }

        return new PresentedDocument(at.Id, stream.Version, Sequence: 0, number, actId, command.Files);
    }

    private static void Demand(IReadOnlyList<DocumentCheck> checks)
    {
        if (checks.Where(check => check.Severity == CheckSeverity.BLOCKING).ToList() is { Count: > 0 } blocking)
        {
            throw new ProblemException(Problems.From(ConfirmationDocumentRefusals.Incomplete) with
            {
                Errors = [.. blocking.Select(check => new FieldError(check.Pointer, check.Code, check.Messages))],
            });
        }
    }

    // The officer's word is asked for on the very file: its target has the SHA-256 of the PDF.
    private Task<Guid> Ask(
        Guid actId, DocumentAtHand at, int number, VersionKind kind, PrintedDocument printed, PrintedFile[] files, PresentConfirmationDocumentRequest request, CancellationToken ct)
    {
        var subject = kind == VersionKind.FIRST ? ProcedureSubject.CONFIRMATION_DOCUMENT : ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE;
        var text = Texts.IsBlank(request.Note) ? printed.Preamble : $"{printed.Preamble}\n{request.Note}";
        var content = new ActRequestContent(
            $"確認書類（{DocumentWords.VersionName(number)}）", text, ActMode.INDIVIDUAL, Scope: null, StartsOn: request.EffectiveFrom, StartedOn: null,
            TargetOf(at, number, files), []);
        return requests.Begin(actId, at.ContractId, at.Contract, subject, kind: null, content, [], ct);
    }

    // No word is asked for: the officer is told that the roster was shown again (再提示).
    private Task<Guid> Show(
        DocumentAtHand at, int number, PrintedDocument printed, PrintedFile[] files, PresentConfirmationDocumentRequest request, CancellationToken ct)
    {
        var note = Texts.IsBlank(request.Note) ? "" : $"\n{request.Note}";
        var shown = new CommunicationRequest(
            CommunicationKind.RE_PRESENT, Direction.FROM_CONTRACTOR, ProcedureSubject.STAFF_CHANGE, $"確認書類（{DocumentWords.VersionName(number)}）\n{printed.Preamble}{note}",
            Target: TargetOf(at, number, files));
        return communications.Record(at.ContractId, at.Contract, shown, urgent: false, ct);
    }

    private static ActTarget TargetOf(DocumentAtHand at, int number, PrintedFile[] files) => new(
        TargetKind.CONFIRMATION_DOCUMENT, at.Id, number, files.First(file => file.Format == DocumentFileFormat.PDF).Summary().Sha256);
}
