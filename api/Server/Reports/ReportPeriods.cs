using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.EventStore;

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

    /// <summary>Gives the days back.</summary>
    public static NpgsqlBatchCommand Free(Guid reportId) =>
        new("DELETE FROM report_periods WHERE report_id = $1") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } } };

    private static NpgsqlParameter Date(DateOnly day) => new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date };
}
