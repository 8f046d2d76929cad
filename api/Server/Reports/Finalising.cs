using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Printing;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>
/// Freezes a report: its checks are clear, its three files are made once, and they are kept with the event or not at all.
/// </summary>
internal sealed class Finalising(Writer writer, ReportFiles kept, PdfForm pdf, VersionInForce documents, Actor actor)
{
    /// <summary>What stands in the way of finalising and what deserves a look; nothing once the report is no draft.</summary>
    public static IReadOnlyList<ReportCheck> Check(ReportAtHand at) => at.Report.State == ReportState.DRAFT
        ? Check(at, [.. Glyphs.Missing(at.Form).Select(missing => new UnprintableText(missing.Place, missing.Text, missing.CodePoints))])
        : [];

    /// <summary>What deserves an officer's look in a report that is frozen, beside what is known of the contract now.</summary>
    public static IReadOnlyList<ReportCheck> Look(ReportAtHand at) => Check(at, []);

    /// <summary>One file: of a finalised report the kept bytes, of any other as it prints now.</summary>
    public async Task<FormFile> Kept(ReportAtHand at, FormFormat format, CancellationToken ct) => at.Report.Frozen
        ? await kept.Load(at.Id, format, ct) ?? throw new InvalidOperationException($"The {format} of the finalised report {at.Id} is missing")
        : await Print(at, format, ct);

    /// <summary>The version of the 確認書類 whose methods the rows answer for: of a finalised report as it was, of any other as it is; or null.</summary>
    public async Task<int?> Document(ReportAtHand at, CancellationToken ct) => at.Report.State == ReportState.DRAFT
        ? await documents.For(at.Report.ContractId, at.Header.ReportedOn, ct)
        : at.Report.ConfirmationDocumentVersion;

    private async Task<FormFile> Print(ReportAtHand at, FormFormat format, CancellationToken ct) => new(format, format switch
    {
        FormFormat.DOCX => DocxForm.Write(at.Form),
        FormFormat.XLSX => XlsxForm.Write(at.Form),
        FormFormat.PDF => await pdf.Render(at.Form, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A form of no known format"),
    });

    /// <summary>Gathers the event and the files in the session; the caller saves it.</summary>
    /// <param name="at">The report that was looked at.</param>
    /// <param name="stream">Its stream, at the same version.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Record(ReportAtHand at, StreamForWriting<Report> stream, CancellationToken ct)
    {
        at.On.Contract.NotLead(actor).ThrowIfRefused();
        var checks = Check(at);
        var blocking = checks.Where(check => check.Severity == CheckSeverity.BLOCKING).ToList();
        if (at.Report.State == ReportState.DRAFT && blocking.Count > 0)
        {
            throw new ProblemException(Problems.From(ReportRefusals.Incomplete) with
            {
                Errors = [.. blocking.Select(check => new FieldError(check.Pointer ?? "", check.Code, check.Messages))],
            });
        }

        var files = at.Report.State == ReportState.DRAFT ? await PrintAll(at, ct) : [];
        var command = new FinaliseReport(checks, [.. files.Select(file => file.Summary())], at.Header, await Document(at, ct));
        Writer.Record(stream, report => ReportDecider.Decide(command, report));
        foreach (var file in files)
        {
            writer.Session.QueueSql(ReportFiles.Keep(at.Id, at.Report.ContractId, file));
        }

        writer.Session.QueueSql(ReportPeriods.Freeze(at.Id));
        await Correct(at, ct);
    }

    // A report that was never handed in gives way to its correction at once; one that was, when the correction is handed in.
    private async Task Correct(ReportAtHand at, CancellationToken ct)
    {
        if (at.Report.Replaces is { ReportId: var before }
            && await writer.Fetch<Report>(before, ifMatch: null, ct) is { Aggregate.Submission: null } replaced)
        {
            Writer.Record(replaced, report => FinalisedReportDecider.Decide(new MarkReplaced(at.Id), report, writer.Moment));
        }
    }

    private static IReadOnlyList<ReportCheck> Check(ReportAtHand at, IReadOnlyList<UnprintableText> unprintable) =>
        ReportChecks.Run(at.Report with { Header = at.Header }, new ReportFacts(
            at.On.Edition,
            at.On.Contract,
            at.RepresentativeName == PersonalValues.Erased ? null : at.RepresentativeName,
            at.On.Records,
            unprintable)
        {
            Words = at.On.Words,
            Parts = at.On.Parts,
            PriorDays = at.On.PriorDays,
        });

    private async Task<IReadOnlyList<FormFile>> PrintAll(ReportAtHand at, CancellationToken ct) =>
        [await Print(at, FormFormat.DOCX, ct), await Print(at, FormFormat.PDF, ct), await Print(at, FormFormat.XLSX, ct)];
}
