using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.AuthorityActs;

namespace SecurityTracker.Server.Reports;

/// <summary>The docx and the PDF of the report that an act is for.</summary>
internal sealed class ReportTargetFiles(ReportReader reports, ReportFiles files) : ITargetFiles
{
    private static readonly FormFormat[] Formats = [FormFormat.DOCX, FormFormat.PDF];

    public TargetKind Kind => TargetKind.REPORT;

    public async Task<IReadOnlyList<MailAttachment>> Load(Guid contractId, ActTarget target, CancellationToken ct)
    {
        if (await reports.Find(target.Id, ct) is not { } at)
        {
            return [];
        }

        var loaded = new List<MailAttachment>();
        foreach (var format in Formats)
        {
            if (await files.Load(at.Id, format, ct) is { } file)
            {
                loaded.Add(new(FormDownload.NameOf(at, format), FormDownload.MediaType(format), file.Content));
            }
        }

        return loaded;
    }
}
