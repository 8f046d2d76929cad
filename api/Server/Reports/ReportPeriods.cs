using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Server.Reports;

/// <summary>The inline table that lets no day of a contract be reported on twice (<c>report_periods_overlap</c>).</summary>
internal static class ReportPeriods
{
    /// <summary>Takes the days, in the transaction of the report that wants them.</summary>
    /// <param name="prior">A 導入前の記録 rather than a report.</param>
    public static NpgsqlBatchCommand Take(Guid reportId, Guid contractId, DateSpan period, bool prior) =>
        new("INSERT INTO report_periods (report_id, contract_id, period, prior) VALUES ($1, $2, daterange($3, $4, '[]'), $5)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = reportId },
                new NpgsqlParameter<Guid> { TypedValue = contractId },
                Date(period.From),
                Date(period.To),
                new NpgsqlParameter<bool> { TypedValue = prior },
            },
        };

    /// <summary>Gives the days back.</summary>
    public static NpgsqlBatchCommand Free(Guid reportId) =>
        new("DELETE FROM report_periods WHERE report_id = $1") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } } };

    private static NpgsqlParameter Date(DateOnly day) => new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date };
}
