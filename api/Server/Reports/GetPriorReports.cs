using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>A row of a 導入前の記録, as it was read.</summary>
internal sealed record PriorReportRow(int Number, ImplementationStatus? Status, string? Reason, string? Explanation);

/// <summary>取消し: by whom, when and why.</summary>
internal sealed record PriorReportWithdrawalDetails(string Reason, ActedBy By, DateTimeOffset At);

/// <summary>What can be done with it now.</summary>
internal sealed record PriorReportCan(Can WithdrawPriorReport);

/// <summary>A 導入前の記録.</summary>
/// <param name="Withdrawal">Null while it stands.</param>
internal sealed record PriorReportDetails(
    Guid Id,
    long Version,
    Guid ContractId,
    DateOnly From,
    DateOnly To,
    EditionRef Edition,
    FormReadingHeader Header,
    IReadOnlyList<PriorReportRow> Rows,
    SourceFile Source,
    DateTimeOffset RecordedAt,
    ActedBy RecordedBy,
    PriorReportWithdrawalDetails? Withdrawal,
    PriorReportCan Can);

/// <summary>What was reported on a contract before this program, the latest period first, and of a period what stands before what was taken back.</summary>
internal sealed class GetPriorReportsEndpoint(Boundary boundary, Session session, PersonalValues personal, Actors actors, Actor actor) : ApiEndpoint<InContract>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/prior-reports");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Reads<IReadOnlyList<PriorReportDetails>>());
    }

    public override async Task<IResult> ExecuteAsync(InContract request, CancellationToken ct)
    {
        if (!await boundary.HasContract(request.ContractId, ct))
        {
            return Problems.NotFound;
        }

        var priors = await session.Query<PriorReport>(
            "WHERE d.contract_id = $1 ORDER BY d.period_from DESC, d.withdrawn_by IS NOT NULL, d.id DESC", [new NpgsqlParameter<Guid> { TypedValue = request.ContractId }], ct);
        if (priors.Count == 0)
        {
            return new Answer<IReadOnlyList<PriorReportDetails>>([]);
        }

        var contract = (await session.Load<Contract>(request.ContractId, ct))!.Value;
        var names = await personal.Load([.. priors.Select(prior => prior.Value.Header?.RepresentativeName).OfType<PersonalRef>()], ct);
        var histories = await session.FetchStreams([.. priors.Select(prior => prior.Id)], ct);
        var signatories = await Signatories.Load(actors, histories.SelectMany(history => history.Select(e => e.Headers)), ct);
        return new Answer<IReadOnlyList<PriorReportDetails>>([.. priors.Select(prior =>
        {
            var course = PriorReportCourse.Of(histories[prior.Id]);
            return Details(prior, names, course, signatories, CanOf(prior.Value, course, contract, actor));
        })]);
    }

    private static PriorReportCan CanOf(PriorReport prior, PriorReportCourse course, Contract contract, Actor actor)
    {
        var side = actor.Side;
        return new(Can.If(
            Permission.WithdrawPriorReport, actor, PriorReportDecider.NotToWithdraw(prior, side, course.RecordedBy) ?? Sides.NotLead(contract, actor, side)));
    }

    private static PriorReportDetails Details(
        Versioned<PriorReport> prior, IReadOnlyDictionary<PersonalRef, string> names, PriorReportCourse course, Signatories signatories, PriorReportCan can)
    {
        var (record, header) = (prior.Value, prior.Value.Header!);
        return new PriorReportDetails(
            prior.Id, prior.Version, record.ContractId, record.Period.From, record.Period.To, record.Edition,
            new FormReadingHeader(
                header.ReportedOn, header.DocumentNumber, header.Addressee, header.ContractorAddress, header.ContractorName,
                header.RepresentativeName is { } name ? names[name] : null, header.ContractSignedOn, header.ContractName),
            [.. record.Rows.Select(row => new PriorReportRow(row.Number, row.Answer.Status, row.Answer.Reason, row.Answer.Explanation))],
            record.Source!,
            course.Recorded.RecordedAt.ToUniversalTime(),
            signatories.Of(course.Recorded.Headers),
            course.Withdrawn is { Data: PriorReportWithdrawn said } withdrawn
                ? new(said.Reason, signatories.Of(withdrawn.Headers), withdrawn.RecordedAt.ToUniversalTime())
                : null,
            can);
    }
}
