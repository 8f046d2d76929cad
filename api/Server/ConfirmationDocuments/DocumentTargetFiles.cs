using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>The docx and the PDF of the version of a 確認書類 that an act is for, with every personal field.</summary>
internal sealed class DocumentTargetFiles(DocumentReader documents, DocumentFiles files) : ITargetFiles
{
    private static readonly DocumentFileFormat[] Formats = [DocumentFileFormat.DOCX, DocumentFileFormat.PDF];

    public TargetKind Kind => TargetKind.CONFIRMATION_DOCUMENT;

    public async Task<IReadOnlyList<MailAttachment>> Load(Guid contractId, ActTarget target, CancellationToken ct)
    {
        if (await documents.Find(contractId, ct) is not { } at || at.Document.Version(target.Version) is not { } version)
        {
            return [];
        }

        var loaded = new List<MailAttachment>();
        foreach (var format in Formats)
        {
            if (await files.Load(at.Id, version.Number, format, ct) is { } file)
            {
                loaded.Add(new(DocumentDownload.NameOf(version.Header.ContractName, version.Number, masked: false, format), DocumentDownload.MediaType(format), file.Content));
            }
        }

        return loaded;
    }
}
