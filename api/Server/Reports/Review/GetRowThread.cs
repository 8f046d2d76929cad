using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>One entry of a row's thread.</summary>
/// <param name="From">The first day of the report's period.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When it was written.</param>
/// <param name="On">When it was said, where the contractor wrote down what an officer said.</param>
/// <param name="RecordedBy">CONTRACTOR for what the contractor wrote, also for an officer.</param>
/// <param name="OfficerName">Who said it, where the contractor wrote it down.</param>
internal sealed record RowThreadEntry(
    Guid ReportId,
    DateOnly From,
    DateOnly To,
    Side Side,
    RowThreadKind Kind,
    string? Text,
    ActedBy By,
    DateTimeOffset At,
    DateOnly? On,
    Side RecordedBy,
    OutsideChannel? Channel,
    string? OfficerName,
    IReadOnlyList<FileRef> Files);

/// <summary>What the two sides said of a row, across the reports of the contract, oldest first.</summary>
/// <param name="Label">The row's label in the form.</param>
internal sealed record RowThreadDetails(int Number, string RequirementId, string Label, IReadOnlyList<RowThreadEntry> Entries);

/// <summary>What is asked for.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">The number of the requirement.</param>
internal sealed record GetRowThreadRequest([property: RouteParam] Guid ContractId, [property: RouteParam] int Number);

/// <summary>The thread of a row; what an officer noted and did not send is not in it.</summary>
internal sealed class GetRowThreadEndpoint(ReportReader reports, Session session, Actors actors, PersonalValues personal) : ApiEndpoint<GetRowThreadRequest>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/threads/{number:int}");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Reads<RowThreadDetails>());
    }

    public override async Task<IResult> ExecuteAsync(GetRowThreadRequest request, CancellationToken ct)
    {
        var on = (await reports.FindContract(request.ContractId, ct)).OrNotFound();
        var requirementId = RequirementIds.Of(on.Edition, request.Number);
        var said = (await session.FetchStream(StreamId.RowThread(request.ContractId, requirementId), ct: ct))
            .Select(recorded => (Recorded: recorded, Entry: (RowThreadEntryAdded)recorded.Data)).ToList();
        var about = (await reports.Find([.. said.Select(each => each.Entry.ReportId).Distinct()], ct)).ToDictionary(at => at.Id, at => at.Report);
        var names = await personal.Load([.. said.Select(each => each.Entry.Outside?.OfficerName).OfType<PersonalRef>()], ct);
        var signatories = await Signatories.Load(actors, said.Select(each => each.Recorded.Headers), ct);
        return new Answer<RowThreadDetails>(new RowThreadDetails(
            request.Number, requirementId, RequirementIds.LabelOf(on.Edition, request.Number), [.. said.Select(each => EntryOf(each.Recorded, each.Entry, about[each.Entry.ReportId], signatories, names))]));
    }

    private static RowThreadEntry EntryOf(
        RecordedEvent recorded, RowThreadEntryAdded entry, Report report, Signatories signatories, IReadOnlyDictionary<PersonalRef, string> names) => new(
        entry.ReportId, report.Period.From, report.Period.To, entry.Side, entry.Kind,
        report.Disposal is null ? entry.Text : "廃棄済み",
        signatories.Of(recorded.Headers), recorded.RecordedAt.ToUniversalTime(), entry.Outside?.On,
        entry.Outside is null ? entry.Side : Side.CONTRACTOR, entry.Outside?.Channel,
        entry.Outside is { } outside ? names[outside.OfficerName] : null, entry.Outside?.Files ?? []);
}
