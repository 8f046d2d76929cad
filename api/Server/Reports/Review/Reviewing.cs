using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>A report and the ministry's own side of its review, for a write on one or both.</summary>
/// <param name="SamePerson">The actor acted for the contractor on this report.</param>
internal sealed record ReviewAtHand(
    StreamForWriting<Report> Report, StreamForWriting<ReportReview> Review, IReadOnlyList<RecordedEvent> History, bool SamePerson)
{
    /// <summary>Whose stream the review is.</summary>
    public StreamScope Scope => new(Report.Aggregate.ContractId, OrganisationId: null);
}

/// <summary>Fetches the streams that a review writes, inside the boundary, and writes threads.</summary>
public sealed class Reviewing(Acts acts, Actor actor, Editions editions)
{
    /// <summary>Both streams. The version that was seen is the review's; <paramref name="reportVersion"/> is the report's, where what is done becomes visible.</summary>
    internal async Task<(ReviewAtHand? At, Problem? Problem)> Fetch(Guid reportId, IfMatch ifMatch, long? reportVersion, CancellationToken ct)
    {
        var (report, problem) = await acts.Fetch<Report>(reportId, ifMatch: null, ct);
        if (problem is not null)
        {
            return (null, problem);
        }

        var review = await acts.Session.FetchForWriting<ReportReview>(StreamId.ReportReview(reportId), ct);
        problem = ifMatch.Against(review.Version) ?? (reportVersion is { } seen && seen != report!.Version ? Problems.VersionStale : null);
        var history = await acts.Session.FetchStream(reportId, ct: ct);
        return problem is null ? (new(report!, review, history, Sides.ActedForContractor(history, actor)), null) : (null, problem);
    }

    /// <summary>Adds an entry to the thread of a row, in the session's transaction.</summary>
    internal async Task AddToThread(Report report, int number, RowThreadEntryAdded entry, CancellationToken ct)
    {
        var edition = await editions.Get(report.Edition, ct);
        var stream = await acts.Session.FetchForWriting<RowThread>(StreamId.RowThread(report.ContractId, RequirementIds.Of(edition, number)), ct);
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
    internal async Task<Problem?> Reopen(Report report, IReadOnlyList<VerdictGiven> rows, CancellationToken ct)
    {
        int[] queried = [.. rows.Where(row => row.Verdict == RowVerdict.QUERIED).Select(row => row.Number)];
        var next = report.ReplacementId;
        while (queried.Length > 0 && next is { } id)
        {
            var (stream, problem) = await acts.Fetch<Report>(id, ifMatch: null, ct);
            problem ??= Acts.Record(stream!, draft => Course.Decide(new ReopenRows(queried), draft));
            if (problem is not null)
            {
                return problem;
            }

            next = stream!.Aggregate.ReplacementId;
        }

        return null;
    }

    /// <summary>The last report of a chain of replacements that was handed in, for writing; null where there is none.</summary>
    internal async Task<StreamForWriting<Report>?> LastSubmitted(Report report, CancellationToken ct)
    {
        var before = report.Replaces?.ReportId;
        while (before is { } id)
        {
            var (stream, _) = await acts.Fetch<Report>(id, ifMatch: null, ct);
            if (stream is null or { Aggregate.Submission: not null })
            {
                return stream;
            }

            before = stream.Aggregate.Replaces?.ReportId;
        }

        return null;
    }
}
