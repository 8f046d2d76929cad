using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>A report and the ministry's own side of its review, for a write on one or both.</summary>
/// <param name="SamePerson">The actor acted for the contractor on this report.</param>
internal sealed record ReviewAtHand(
    StreamForWriting<Report> Report, StreamForWriting<ReportReview> Review, Contract Contract, bool SamePerson)
{
    /// <summary>Whose stream the review is.</summary>
    public StreamScope Scope => new(Report.Aggregate.ContractId, OrganisationId: null);
}

/// <summary>Fetches the streams that a review writes, inside the boundary, and writes threads.</summary>
internal sealed class Reviewing(Writer writer, EventStore store, Actor actor, Editions editions, SectionRules rules, TimeProvider time)
{
    /// <summary>Both streams, with the contract.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="ifMatch">The version of the review that was seen.</param>
    /// <param name="reportVersion">The version of the report that was seen, or null where nothing becomes visible.</param>
    /// <param name="decides">Only who decides for the contract's 課室 may: the 担当職員, the 課室長, who holds a delegation.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<ReviewAtHand> Fetch(Guid reportId, IfMatch ifMatch, long? reportVersion, bool decides, CancellationToken ct)
    {
        var report = await writer.Fetch<Report>(reportId, ifMatch: null, ct);
        var review = await writer.Session.FetchForWriting<ReportReview>(StreamId.ReportReview(reportId), ct);
        ifMatch.Against(review.Version);
        new IfMatch(reportVersion ?? report.Version).Against(report.Version);
        var contract = (await writer.Session.Load<Contract>(report.Aggregate.ContractId, ct))!.Value;
        if (decides)
        {
            (await rules.DecidesFor(contract, actor, Tokyo.Today(time), ct)).ThrowIfRefused();
        }

        return new(report, review, contract, Sides.ActedForContractor(await writer.Session.FetchStream(reportId, ct: ct), actor));
    }

    /// <summary>Adds an entry to the thread of a row, in the session's transaction.</summary>
    internal async Task AddToThread(Report report, int number, RowThreadEntryAdded entry, CancellationToken ct)
    {
        var edition = await editions.Get(report.Edition, ct);
        var stream = await writer.Session.FetchForWriting<RowThread>(StreamId.RowThread(report.ContractId, RequirementIds.Of(edition, number)), ct);
        stream.AppendMany([entry], new StreamScope(report.ContractId, OrganisationId: null));
    }

    /// <summary>What verdicts add to the threads of their rows.</summary>
    /// <param name="before">The report before they are said.</param>
    internal async Task AddToThreads(Guid reportId, Report before, IReadOnlyList<VerdictGiven> rows, SaidOutside? outside, CancellationToken ct)
    {
        foreach (var given in rows)
        {
            if (RowThread.EntryOf(reportId, given, before.ReviewOf(given.Number), outside) is { } entry)
            {
                await AddToThread(before, given.Number, entry, ct);
            }
        }
    }

    /// <summary>Reopens, in a replacement that is being drafted, the rows that were queried only now.</summary>
    internal async Task Reopen(Guid reportId, IReadOnlyList<VerdictGiven> rows, CancellationToken ct)
    {
        int[] queried = [.. rows.Where(row => row.Verdict == RowVerdict.QUERIED).Select(row => row.Number)];
        var next = await store.Read(ReportPeriods.ReplacementOf(reportId), ct);
        if (next is null)
        {
            writer.Session.QueueSql(ReportPeriods.RequireNoReplacement(reportId));
        }

        // The drafts are the contractor's: nobody who only asks is told of them.
        while (queried.Length > 0 && next is { } id)
        {
            var stream = await writer.Session.FetchForWriting<Report>(id, ct);
            stream.AppendMany(FinalisedReportDecider.Decide(new ReopenRows(queried), stream.Aggregate, writer.Moment).Events);
            next = await store.Read(ReportPeriods.ReplacementOf(id), ct);
        }
    }

    /// <summary>The last report of a chain of replacements that was handed in, for writing; null where there is none.</summary>
    internal async Task<StreamForWriting<Report>?> LastSubmitted(Report report, CancellationToken ct)
    {
        var before = report.Replaces?.ReportId;
        while (before is { } id)
        {
            var stream = await writer.FetchIfThere<Report>(id, ct);
            if (stream is null or { Aggregate.Submission: not null })
            {
                return stream;
            }

            before = stream.Aggregate.Replaces?.ReportId;
        }

        return null;
    }
}
