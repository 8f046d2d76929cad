using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Freezes a draft as a version: its checks are clear, its two files are made once, and they are kept with the event or not at all.</summary>
public sealed class Presenting(Writer writer, ActRequests requests, CommunicationRequests communications, DocumentPrinting printing, Actor actor, DocumentWriter documents)
{
    /// <summary>Gathers the events and the files in the session; the caller saves it.</summary>
    /// <returns>What is answered once it is saved, or why not.</returns>
    public async Task<(PresentedDocument? Presented, Problem? Problem)> Record(
        DocumentAtHand at, StreamForWriting<ConfirmationDocument> stream, PresentConfirmationDocumentRequest request, CancellationToken ct)
    {
        if (at.Contract.NotLead(actor) is { } notLead)
        {
            return (null, Problems.From(notLead));
        }

        if (at.Document.Draft is not { } draft)
        {
            return (null, Problems.From(ConfirmationDocumentRefusals.DraftMissing));
        }

        var checks = await printing.Check(at, draft, ct);
        if (checks.Where(check => check.Severity == CheckSeverity.BLOCKING).ToList() is { Count: > 0 } blocking)
        {
            return (null, Problems.From(ConfirmationDocumentRefusals.Incomplete) with
            {
                Errors = [.. blocking.Select(check => new FieldError(check.Pointer, check.Code, check.Messages))],
            });
        }

        var today = writer.Moment.Today;
        var (number, kind, header) = (at.Document.Versions.Count + 1, at.KindOf(draft, today), at.HeaderOn(today));
        var printed = await printing.Print(at, draft, kind, header, number, ct);
        PrintedFile[] files = [await printing.File(printed, DocumentFileFormat.DOCX, ct), await printing.File(printed, DocumentFileFormat.PDF, ct)];
        var (actId, refusal) = kind == VersionKind.RE_PRESENTATION
            ? await Show(at, number, printed, files, request, ct)
            : await Ask(at, number, kind, printed, files, request, ct);
        var command = new PresentConfirmationDocument(
            checks, kind, header, [.. files.Select(file => file.Summary())], request.EffectiveFrom, actId, at.Term);
        if ((documents.Record(stream, at.ContractId, command) ?? (refusal is null ? null : Problems.From(refusal))) is { } problem)
        {
            return (null, problem);
        }

        foreach (var file in files)
        {
            writer.Session.QueueSql(DocumentFiles.Keep(at.Id, at.ContractId, number, file));
        }

        return (new PresentedDocument(at.Id, stream.Version, Sequence: 0, number, actId, command.Files), null);
    }

    // The officer's word is asked for on the very file: its target has the SHA-256 of the PDF.
    private async Task<(Guid? ActId, Refusal? Refusal)> Ask(
        DocumentAtHand at, int number, VersionKind kind, PrintedDocument printed, PrintedFile[] files, PresentConfirmationDocumentRequest request, CancellationToken ct)
    {
        var subject = kind == VersionKind.FIRST ? ProcedureSubject.CONFIRMATION_DOCUMENT : ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE;
        var text = Texts.IsBlank(request.Note) ? printed.Preamble : $"{printed.Preamble}\n{request.Note}";
        var content = new ActRequestContent(
            $"確認書類（{DocumentWords.VersionName(number)}）", text, ActMode.INDIVIDUAL, Scope: null, StartsOn: request.EffectiveFrom, StartedOn: null,
            TargetOf(at, number, files), []);
        return await requests.Begin(at.ContractId, at.Contract, subject, kind: null, content, ct);
    }

    // No word is asked for: the officer is told that the roster was shown again (再提示).
    private async Task<(Guid? ActId, Refusal? Refusal)> Show(
        DocumentAtHand at, int number, PrintedDocument printed, PrintedFile[] files, PresentConfirmationDocumentRequest request, CancellationToken ct)
    {
        var note = Texts.IsBlank(request.Note) ? "" : $"\n{request.Note}";
        var shown = new CommunicationRequest(
            CommunicationKind.RE_PRESENT, Direction.FROM_CONTRACTOR, ProcedureSubject.STAFF_CHANGE, $"確認書類（{DocumentWords.VersionName(number)}）\n{printed.Preamble}{note}",
            Target: TargetOf(at, number, files));
        return (null, (await communications.Record(at.ContractId, at.Contract, shown, urgent: false, ct)).Refusal);
    }

    private static ActTarget TargetOf(DocumentAtHand at, int number, PrintedFile[] files) => new(
        TargetKind.CONFIRMATION_DOCUMENT, at.Id, number, files.First(file => file.Format == DocumentFileFormat.PDF).Summary().Sha256);
}
