using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>A reporting period: one that has its report, or one that is proposed.</summary>
/// <param name="GuideOn">The day to hand it in: unless confirmed a 目安日, so that nothing is ever overdue by it.</param>
/// <param name="LatestOn">Of the last period, the last business day of the term.</param>
/// <param name="Confirmed">Whether the days follow from what the officer agreed to.</param>
/// <param name="Basis">By what the period is cut; null where a person chose its days.</param>
/// <param name="IsDefault">The days are this program's own default (既定値).</param>
/// <param name="ProvisionalCalendar">The guide falls in a year whose 祝日 are not announced yet.</param>
/// <param name="WorkBeginsOn">From this day its report is to be drafted.</param>
/// <param name="ReportId">Its report, or null.</param>
/// <param name="IsDraft">That report is a draft, and corrects none that was handed in.</param>
/// <param name="PriorReportId">Its 導入前の記録, or null.</param>
/// <param name="Note">What stands behind the days.</param>
internal sealed record PeriodDetails(
    DateOnly From,
    DateOnly To,
    DateOnly GuideOn,
    DateOnly? LatestOn,
    bool Confirmed,
    ReportingBasis? Basis,
    bool IsDefault,
    bool ProvisionalCalendar,
    DateOnly WorkBeginsOn,
    Guid? ReportId,
    bool IsDraft,
    Guid? PriorReportId,
    Message Note);

/// <summary>The reporting periods of a contract.</summary>
internal sealed class GetPeriodsEndpoint(ReportReader reader, EventStore store, Actor actor) : ApiEndpoint<InContract>
{
    private static readonly Message FormSays = new(
        "様式は「定期的（契約期間における半期を目処（複数年の契約においては年１回以上））」としています。期間の区切りと目安日は、担当職員が定めるまでの既定値です。",
        "The form asks for a report about every half year (at least yearly over several years). The cut and the guide dates are our defaults until the officer says otherwise.");

    private static readonly Message ClauseSays = new(
        "この版は「定期的に」とだけ定めています。半期ごととするのは、担当職員と取り決めるまでの既定値です。",
        "This edition says no more than “periodically”. Every half year is purely our default until it is agreed with the officer.");

    private static readonly Message AgreedSays = new(
        "期間の区切りと提出日は、担当職員との協議によるものです。",
        "The cut and the due dates follow from what was agreed with the officer.");

    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/periods");
        Description(route => route
            .Requires(Permission.ReadReports)
            .Reads<IReadOnlyList<PeriodDetails>>());
    }

    public override async Task<IResult> ExecuteAsync(InContract request, CancellationToken ct)
    {
        var on = (await reader.FindContract(request.ContractId, ct)).OrNotFound();
        var (term, note) = (on.Contract.Term, on.Edition.Form is null ? ClauseSays : FormSays);
        var taken = await Taken(store, request.ContractId, actor, ct);
        var agreed = on.Contract.Reporting?.Agreed;
        var free = ReportingPeriods.Propose(term, taken.Select(period => period.Days), agreed);
        var periods = taken.Select(period => Details(ReportingPeriods.Date(period.Days, term, agreed), note, period))
            .Concat(free.Select(proposed => Details(proposed, note, taken: null)));
        return new Answer<IReadOnlyList<PeriodDetails>>([.. periods.OrderBy(period => period.From)]);
    }

    private static PeriodDetails Details(ProposedPeriod proposed, Message note, TakenPeriod? taken) => new(
        proposed.Period.From, proposed.Period.To, proposed.GuideOn, proposed.LatestOn, proposed.Confirmed, proposed.Basis,
        IsDefault: proposed is { Basis: not null, Confirmed: false }, proposed.ProvisionalCalendar, ReportDuties.WorkBeginsOn(proposed),
        taken is { Prior: false } ? taken.ReportId : null,
        taken is { IsDraft: true },
        taken is { Prior: true } ? taken.ReportId : null,
        proposed.Confirmed ? AgreedSays : note);

    private static Task<List<TakenPeriod>> Taken(EventStore store, Guid contractId, Actor actor, CancellationToken ct) => store.Read(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand(
                $"SELECT report_id, lower(period), upper(period) - 1, prior, NOT prior AND finalised_at IS NULL AND replaces IS NULL FROM report_periods p WHERE contract_id = $1 AND {ContractReports.Standing(actor)}", connection);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = contractId });
            await using var row = await command.ExecuteReaderAsync(token);
            var taken = new List<TakenPeriod>();
            while (await row.ReadAsync(token))
            {
                taken.Add(new TakenPeriod(row.GetGuid(0), new DateSpan(row.GetFieldValue<DateOnly>(1), row.GetFieldValue<DateOnly>(2)), row.GetBoolean(3), row.GetBoolean(4)));
            }

            return taken;
        },
        ct);

    private sealed record TakenPeriod(Guid ReportId, DateSpan Days, bool Prior, bool IsDraft);
}
