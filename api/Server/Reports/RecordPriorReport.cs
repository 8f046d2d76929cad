using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>What was read from a filled 別紙, as <c>POST /api/form-readings</c> answered it and a person looked it over.</summary>
/// <param name="Sha256">Of the file's bytes.</param>
internal sealed record PriorReading(
    string FileName,
    string Sha256,
    IReadOnlyList<PriorReadingRow> Rows,
    PriorReadingEdition? Edition = null,
    FormReadingHeader? Header = null,
    IReadOnlyList<FormReadingReason>? Reasons = null,
    string? Explanation10 = null);

/// <summary>The edition that the form's words are of.</summary>
internal sealed record PriorReadingEdition(string? Code = null);

/// <summary>A row's value; null where it could not be read.</summary>
internal sealed record PriorReadingRow(int Number, ImplementationStatus? Status = null);

/// <summary>The period that the form reported on, and what was read.</summary>
internal sealed record RecordPriorReportRequest(DateOnly From, DateOnly To, PriorReading Reading);

/// <summary>
/// Keeps a filled 別紙 from before this program as 導入前の記録: the next report's changes are marked against it. Days of a report or of another
/// 導入前の記録 are refused (<c>period-overlaps</c>); for the ministry, of a report that was handed in.
/// </summary>
internal sealed class RecordPriorReportEndpoint(
    Writer writer, ReportReader reader, EditionsInSight sight, PersonalValues personal, EventStore store, Actor actor) : ApiEndpoint<InContract<RecordPriorReportRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/prior-reports");
        Description(route => route
            .Requires(Permission.KeepPriorReport)
            .Creates()
            .Refuses(StatusCodes.Status404NotFound));
    }

    public override async Task<IResult> ExecuteAsync(InContract<RecordPriorReportRequest> request, CancellationToken ct)
    {
        var on = (await reader.FindContract(request.ContractId, ct)).OrNotFound();
        var edition = request.Body.Reading.Edition?.Code is { } code ? (await sight.Find(code, ct))?.Value.Current ?? on.Edition : on.Edition;
        var record = new PriorReportRecorded(
            request.ContractId,
            new DateSpan(request.Body.From, request.Body.To),
            new EditionRef(edition.Code, edition.Revision),
            Header(request.Body.Reading.Header ?? new FormReadingHeader(), name => personal.Keep(writer.Session, request.ContractId, "representativeName", name)),
            Rows(request.Body.Reading, edition),
            new SourceFile(request.Body.Reading.FileName, request.Body.Reading.Sha256));
        var command = new RecordPriorReport(on.Contract.Term, [.. ReportRows.Of(edition).Select(row => row.Number)], await store.Read(ReportPeriods.OfReports(request.ContractId, actor), ct), record);
        var id = writer.NewId();
        writer.Session.QueueSql(ReportPeriods.TakePrior(id, request.ContractId, record.Period, actor));
        return await writer.Create<PriorReport>(
            id, new StreamScope(request.ContractId, OrganisationId: null), $"/api/contracts/{request.ContractId}/prior-reports", state => PriorReportDecider.Decide(command, state), ct);
    }

    private static PriorHeader Header(FormReadingHeader read, Func<string, PersonalRef> keep) => new(
        read.ReportedOn, read.DocumentNumber, read.Addressee, read.ContractorAddress, read.ContractorName,
        string.IsNullOrEmpty(read.RepresentativeName) ? null : keep(read.RepresentativeName), read.ContractSignedOn, read.ContractName);

    private static IReadOnlyList<PreviousAnswer> Rows(PriorReading reading, AnnexEdition edition) =>
        [.. reading.Rows.Select(row => new PreviousAnswer(row.Number, new RowAnswer(
            row.Status,
            reading.Reasons?.FirstOrDefault(reason => reason.Number == row.Number)?.Text,
            ReportRows.WantsExplanation(edition, row.Number) ? reading.Explanation10 : null)))];
}
