using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Deadlines;

/// <summary>Reads what is asked about the items of a contract before its next report.</summary>
internal sealed class ReaffirmationReader(EventStore store, ObligationReader obligations, Boundary boundary, Actors actors, Actor actor, TimeProvider time)
{
    /// <summary>The report that is to come next, once work on it has begun; null before that. 404 for who does not see the contract.</summary>
    public async Task<NextReport?> Asked(Guid contractId, CancellationToken ct) =>
        NextReportOf(await Record(contractId, ct)) is { } next && next.WorkBeginsOn <= Tokyo.Today(time) ? next : null;

    /// <summary>Everything that is asked, and what was answered. 404 for who does not see the contract.</summary>
    public async Task<ReaffirmationDetails> Read(Guid contractId, CancellationToken ct)
    {
        var record = await Record(contractId, ct);
        var can = new ReaffirmationCan(Can.If(Permission.SetStatus, actor, refusal: null));
        if (NextReportOf(record) is not { } next)
        {
            return new(Period: null, [], can);
        }

        var seen = (await obligations.InForce(contractId, number: null, ct)).Where(item => item.Value.Reported).ToList();
        var signatories = await Signatories.Load(actors, seen.Select(item => record.LastRecordedOf(item.Id)?.Headers).OfType<JsonObject>(), ct);
        return new(
            new(next.Period.From, next.Period.To, next.WorkBeginsOn, next.DueOn, next.DueIs),
            [.. seen.Select(item => Describe(item, record.LastRecordedOf(item.Id), next, signatories))],
            can);
    }

    private static ReaffirmationItem Describe(Versioned<Obligation> item, LastRecorded? last, NextReport next, Signatories signatories)
    {
        var standing = item.Value.Incomplete ? ReaffirmationStanding.INCOMPLETE
            : RecordDuties.IsAsked(item.Value, last?.On, next) ? ReaffirmationStanding.ASKED
            : last is { IsReaffirmed: true } ? ReaffirmationStanding.REAFFIRMED
            : ReaffirmationStanding.RECORDED;
        return new(item.Value.Number, item.Version, standing, last is null ? null : signatories.Of(last.Headers), last?.At);
    }

    private static NextReport? NextReportOf(ContractRecords record) => record.Contracts is [var contract] ? record.NextReportOf(contract) : null;

    private async Task<ContractRecords> Record(Guid contractId, CancellationToken ct) =>
        await boundary.HasContract(contractId, ct) ? await ContractRecords.Read(store, [contractId], ct) : throw new ProblemException(Problems.NotFound);
}
