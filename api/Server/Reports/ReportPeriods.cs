using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Reports;

/// <summary>The inline table that lets no day of a contract be reported on twice (<c>report_periods_overlap</c>).</summary>
internal static class ReportPeriods
{
    /// <summary>Takes the days, in the transaction of the report that wants them.</summary>
    /// <param name="prior">A 導入前の記録 rather than a report.</param>
    /// <param name="replaces">The report whose days these are: a replacement takes none from others.</param>
    public static NpgsqlBatchCommand Take(Guid reportId, Guid contractId, DateSpan period, bool prior, Guid? replaces = null) =>
        new("INSERT INTO report_periods (report_id, contract_id, period, prior, replaces) VALUES ($1, $2, daterange($3, $4, '[]'), $5, $6)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = reportId },
                new NpgsqlParameter<Guid> { TypedValue = contractId },
                Date(period.From),
                Date(period.To),
                new NpgsqlParameter<bool> { TypedValue = prior },
                new NpgsqlParameter { Value = (object?)replaces ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };

    /// <summary>Keeps when a report was frozen, in the transaction of that event.</summary>
    public static NpgsqlBatchCommand Freeze(Guid reportId) => new(
        "UPDATE report_periods SET finalised_at = (SELECT max(timestamp) FROM mt_events WHERE stream_id = $1 AND type = 'report_finalised') WHERE report_id = $1")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } },
    };

    /// <summary>When the reports of a contract were frozen. The caller has checked that the contract is the actor's to see.</summary>
    public static Reading<IReadOnlyDictionary<Guid, DateTimeOffset>> Frozen(Guid contractId) => new(
        "SELECT report_id, finalised_at FROM report_periods WHERE contract_id = $1 AND finalised_at IS NOT NULL",
        [new NpgsqlParameter<Guid> { TypedValue = contractId }],
        async (row, ct) =>
        {
            var frozen = new Dictionary<Guid, DateTimeOffset>();
            while (await row.ReadAsync(ct))
            {
                frozen[row.GetGuid(0)] = row.GetFieldValue<DateTimeOffset>(1).ToUniversalTime();
            }

            return frozen;
        });

    /// <summary>The replacement of a report that is under way, or stands in its place; or null.</summary>
    public static Reading<Guid?> ReplacementOf(Guid reportId) => new(
        "SELECT report_id FROM report_periods WHERE replaces = $1",
        [new NpgsqlParameter<Guid> { TypedValue = reportId }],
        async (row, ct) => await row.ReadAsync(ct) ? row.GetGuid(0) : null);

    /// <summary>Lets the transaction conflict where the report is no longer at the version at which its replacement was drafted.</summary>
    public static NpgsqlBatchCommand RequireVersion(Guid reportId, long version) =>
        new("SELECT mt_require_version($1, (SELECT s.version FROM mt_streams s WHERE s.id = $1 FOR SHARE), $2)")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId }, new NpgsqlParameter<long> { TypedValue = version } },
        };

    /// <summary>Lets the transaction conflict where a replacement of the report was drafted meanwhile.</summary>
    public static NpgsqlBatchCommand RequireNoReplacement(Guid reportId) =>
        new("SELECT mt_require_version($1, (SELECT count(*) FROM report_periods r WHERE r.replaces = $1), 0)")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } },
        };

    /// <summary>Which periods p stand in a list: for the contractor those without a replacement, for the ministry what was handed in and not replaced since.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="replacement">What a replacement r must be to stand in the place of another, as SQL; nothing more where it is left out.</param>
    public static string Standing(Actor actor, string replacement = "true") => Visible.SeesUnsent(actor)
        ? $"NOT EXISTS (SELECT FROM report_periods r WHERE r.replaces = p.report_id AND {replacement})"
        : $"(p.prior OR EXISTS (SELECT FROM mt_doc_report h WHERE h.id = p.report_id AND {Visible.Reports(actor, "h")} AND h.state <> 'REPLACED'))";

    /// <summary>Gives the days back.</summary>
    public static NpgsqlBatchCommand Free(Guid reportId) =>
        new("DELETE FROM report_periods WHERE report_id = $1") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } } };

    private static NpgsqlParameter Date(DateOnly day) => new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date };
}
