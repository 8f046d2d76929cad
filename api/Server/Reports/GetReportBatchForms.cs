using System.Globalization;
using System.IO.Compression;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>All forms of a batch in one archive, a folder for each report; drafts as they stand now, their names say 案.</summary>
internal sealed class GetReportBatchFormsEndpoint(ReportReader reader, Finalising finalising) : ApiEndpoint<OfReportBatch>
{
    private static readonly FormFormat[] Formats = Enum.GetValues<FormFormat>();

    public override void Configure()
    {
        Get("/report-batches/{id:guid}/forms.zip");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable));
    }

    public override async Task<IResult> ExecuteAsync(OfReportBatch request, CancellationToken ct)
    {
        var batch = (await reader.FindBatch(request.Id, ct)).OrNotFound();
        var archive = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            foreach (var (index, report) in batch.Reports.Where(report => report.Report is { State: not ReportState.DISCARDED, Disposal: null }).Index())
            {
                var folder = string.Create(CultureInfo.InvariantCulture, $"{index + 1:000}_{Downloads.Safe(report.On.Contract.Name)}");
                foreach (var format in Formats)
                {
                    var file = await finalising.Kept(report, format, ct);
                    await using var entry = await zip.CreateEntry($"{folder}/{FormDownload.NameOf(report, format)}", CompressionLevel.Fastest).OpenAsync(ct);
                    await entry.WriteAsync(file.Content, ct);
                }
            }
        }

        HttpContext.Response.NameFile("実施状況報告書.zip");
        archive.Position = 0;
        return Results.Stream(archive, "application/zip");
    }
}
