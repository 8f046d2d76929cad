using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.ConfirmationDocuments.Form;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>Prints documents: a draft and a masked copy as they are now, a presented version as the bytes that were kept.</summary>
internal sealed class DocumentPrinting(PeopleInSight people, DocumentFiles kept, PdfDocument pdf, Editions editions, Actor actor, TimeProvider time)
{
    /// <summary>What stands in the way of presenting a draft and what deserves a look.</summary>
    public async Task<IReadOnlyList<DocumentCheck>> Check(DocumentAtHand at, DocumentContent draft, CancellationToken ct)
    {
        var today = Tokyo.Today(time);
        var header = at.HeaderOn(today);
        var printed = await Print(at, draft, at.KindOf(draft, today), header, number: null, ct);
        return
        [
            .. PlaceholderChecks.OfHeader(header, await people.Load(header.RepresentativeName, ct)),
            .. DocumentChecks.Run(draft, await editions.Get(draft.Edition, ct), at.Recorded, at.Parts, at.Document.Erased, DocumentGlyphs.Missing(printed)),
        ];
    }

    /// <summary>A draft in print, or a version through the eyes of the actor.</summary>
    public async Task<PrintedDocument> Print(DocumentAtHand at, DocumentContent content, VersionKind kind, DocumentHeader header, int? number, CancellationToken ct)
    {
        var seen = await people.See(at.Document, [content], ct);
        return DocumentPrint.Of(new DocumentToPrint(
            content,
            await editions.Get(content.Edition, ct),
            kind,
            header,
            number,
            await people.Load(header.RepresentativeName, ct),
            seen.Of(content.Organization.CapitalAndDirectors),
            seen.Of,
            Masked: !PersonalFields.MaySeeAll(actor)));
    }

    /// <summary>A document in one format.</summary>
    public async Task<PrintedFile> File(PrintedDocument document, DocumentFileFormat format, CancellationToken ct) => new(format, format switch
    {
        DocumentFileFormat.DOCX => DocxDocument.Write(document),
        DocumentFileFormat.PDF => await pdf.Render(document, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "a document of no known format"),
    });

    /// <summary>A presented version as a file: the kept bytes for those who see all of it, for others a copy without what they do not need.</summary>
    public async Task<PrintedFile> Version(DocumentAtHand at, DocumentVersion version, DocumentFileFormat format, CancellationToken ct) =>
        PersonalFields.MaySeeAll(actor)
            ? await kept.Load(at.Id, version.Number, format, ct) ?? throw new InvalidOperationException($"The {format} of version {version.Number} of {at.Id} is missing")
            : await File(await Print(at, version.Content, version.Kind, version.Header, version.Number, ct), format, ct);
}
