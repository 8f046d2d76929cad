using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>
/// The inline table of the days that reports and 導入前の記録 cover. The contractor's own share none (<c>report_periods_overlap</c>), nor do two
/// 導入前の記録; one that the ministry kept takes no day from a report, for of drafts the ministry knows nothing.
/// </summary>
internal static class ReportPeriods
{
    /// <summary>Takes the days of a report, in its transaction.</summary>
    /// <param name="replaces">The report whose days these are: a replacement takes none from others.</param>
    public static NpgsqlBatchCommand Take(Guid reportId, Guid contractId, DateSpan period, Guid? replaces = null) =>
        Take(reportId, contractId, period, prior: false, byMinistry: false, replaces);

    /// <summary>Takes the days of a 導入前の記録, in its transaction.</summary>
    /// <param name="actor">Who keeps it.</param>
    public static NpgsqlBatchCommand TakePrior(Guid priorId, Guid contractId, DateSpan period, Actor actor) =>
        Take(priorId, contractId, period, prior: true, byMinistry: !Visible.SeesUnsent(actor), replaces: null);

    /// <summary>The days of reports on a contract, as far as an actor sees these. The caller has checked that the contract is the actor's to see.</summary>
    public static SqlQuery<IReadOnlyList<DateSpan>> OfReports(Guid contractId, Actor actor) => Days(
        contractId, $"EXISTS (SELECT FROM mt_doc_report h WHERE h.id = p.report_id AND {Visible.Reports(actor, "h")})");

    /// <summary>The days of the 導入前の記録 of a contract. The caller has checked that the contract is the actor's to see.</summary>
    public static SqlQuery<IReadOnlyList<DateSpan>> OfPriors(Guid contractId) => Days(contractId, "p.prior");

    private static SqlQuery<IReadOnlyList<DateSpan>> Days(Guid contractId, string which) => new(
        $"SELECT lower(p.period), upper(p.period) - 1 FROM report_periods p WHERE p.contract_id = $1 AND {which}",
        [new NpgsqlParameter<Guid> { TypedValue = contractId }],
        (row, ct) => row.All(r => new DateSpan(r.GetFieldValue<DateOnly>(0), r.GetFieldValue<DateOnly>(1)), ct));

    private static NpgsqlBatchCommand Take(Guid reportId, Guid contractId, DateSpan period, bool prior, bool byMinistry, Guid? replaces) =>
        new("INSERT INTO report_periods (report_id, contract_id, period, prior, replaces, by_ministry) VALUES ($1, $2, daterange($3, $4, '[]'), $5, $6, $7)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = reportId },
                new NpgsqlParameter<Guid> { TypedValue = contractId },
                Date(period.From),
                Date(period.To),
                new NpgsqlParameter<bool> { TypedValue = prior },
                new NpgsqlParameter { Value = (object?)replaces ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter<bool> { TypedValue = byMinistry },
            },
        };

    /// <summary>Keeps when a report was frozen, in the transaction of that event.</summary>
    public static NpgsqlBatchCommand Freeze(Guid reportId) => new(
        "UPDATE report_periods SET finalised_at = (SELECT max(timestamp) FROM mt_events WHERE stream_id = $1 AND type = 'report_finalised') WHERE report_id = $1")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } },
    };

    /// <summary>When the reports of a contract were frozen. The caller has checked that the contract is the actor's to see.</summary>
    public static SqlQuery<IReadOnlyDictionary<Guid, DateTimeOffset>> Frozen(Guid contractId) => new(
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
    public static SqlQuery<Guid?> ReplacementOf(Guid reportId) => new(
        "SELECT report_id FROM report_periods WHERE replaces = $1",
        [new NpgsqlParameter<Guid> { TypedValue = reportId }],
        async (row, ct) => await row.ReadAsync(ct) ? row.GetGuid(0) : null);

    /// <summary>Lets the transaction conflict where the report is no longer at the version at which its replacement was drafted.</summary>
    public static NpgsqlBatchCommand RequireVersion(Guid reportId, long version) =>
        new("SELECT require_version($1, (SELECT s.version FROM mt_streams s WHERE s.id = $1 FOR SHARE), $2)")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId }, new NpgsqlParameter<long> { TypedValue = version } },
        };

    /// <summary>Lets the transaction conflict where a replacement of the report was drafted meanwhile.</summary>
    public static NpgsqlBatchCommand RequireNoReplacement(Guid reportId) =>
        new("SELECT require_version($1, (SELECT count(*) FROM report_periods r WHERE r.replaces = $1), 0)")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } },
        };

    /// <summary>Gives the days back.</summary>
    public static NpgsqlBatchCommand Free(Guid reportId) =>
        new("DELETE FROM report_periods WHERE report_id = $1") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = reportId } } };

    private static NpgsqlParameter Date(DateOnly day) => new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date };
}
