using Npgsql;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Deadlines;

/// <summary>
/// Opens the draft of a report when the work on its period begins (<see cref="DutyRules.ReportWorkDays"/>, 既定値), filled from the record
/// and the report before, as the program's own act. Days that somebody reports on already stay theirs: the database gives days to one report
/// alone, so that two servers open one draft. What began before its day passed unseen, as of a contract that was registered late, is left to people.
/// </summary>
internal sealed class OpenReportDrafts(EventStore store, InboxKeeper keeper, IServiceScopeFactory scopes, TimeProvider time, ILogger<OpenReportDrafts> log) : IRecurringJob
{
    public async Task Run(CancellationToken ct)
    {
        await keeper.KeepAll(ct);
        foreach (var contract in await store.Read(Due(Tokyo.Today(time)), ct))
        {
            try
            {
                await Open(contract, ct);
            }
            catch (Exception e) when (e is ConstraintViolatedException or ConcurrencyConflictException or ProblemException { IsOfTheRequest: true })
            {
                // Somebody else was quicker, or what is recorded since allows no draft: the next run looks again.
                log.LogInformation(e, "No draft was opened for the contract {Contract}", contract);
            }
        }
    }

    private async Task Open(Guid contractId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (reader, drafts, writer) = (
            scope.ServiceProvider.GetRequiredService<ReportReader>(), scope.ServiceProvider.GetRequiredService<ReportDrafts>(), scope.ServiceProvider.GetRequiredService<Writer>());
        if (await reader.FindContract(contractId, ct) is not { } contract)
        {
            return;
        }

        // The rows may be behind by now: what is opened follows from what is recorded.
        var records = await ContractRecords.Read(store, [contractId], ct);
        var today = Tokyo.Today(time);
        foreach (var duty in ReportDuties.Of(contractId, contract.Contract, records.Of<Report>(contractId), records.Of<PriorReport>(contractId).Values, sectionIsHere: true))
        {
            if (duty.Rule.Type == DutyRules.ReportToDraft.Type && duty.ShownFrom <= today && today <= duty.DueOn && duty.Period is { } period)
            {
                await drafts.Start(contract, period, ct);
                await writer.Session.SaveChanges(ct);
            }
        }
    }

    private static SqlQuery<IReadOnlyList<Guid>> Due(DateOnly today) => new(
        "SELECT DISTINCT contract_id FROM inbox_items WHERE type = $1 AND shown_from <= $2 AND due_on >= $2",
        [new NpgsqlParameter<string> { TypedValue = DutyRules.ReportToDraft.Type }, new NpgsqlParameter<DateOnly> { TypedValue = today }],
        (row, token) => row.All(r => r.GetGuid(0), token));
}
