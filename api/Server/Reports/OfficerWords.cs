using Npgsql;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports;

/// <summary>The officer's words and the communications of a contract, as far as its reports are compared with them.</summary>
internal static class OfficerWords
{
    // A word that was taken back held until the day before; a communication is of its day, a 指定 until the day that it names.
    private const string Sql = """
        SELECT subject, (act_at AT TIME ZONE 'Asia/Tokyo')::date, starts_on,
            LEAST(holds_until, ((data #>> '{value,withdrawal,actAt}')::timestamptz AT TIME ZONE 'Asia/Tokyo')::date - 1), data #>> '{value,content,mode}' = 'STANDING'
        FROM mt_doc_authority_act WHERE contract_id = $1 AND state IN ('GRANTED', 'WITHDRAWN')
        UNION ALL
        SELECT subject, NULL, starts_on, NULL, false FROM mt_doc_authority_act WHERE contract_id = $1 AND state IN ('REQUESTED', 'INQUIRED', 'ANSWERED')
        UNION ALL
        SELECT subject, said_on, NULL, coalesce(designated_on, said_on), false
        FROM (SELECT *, (act_at AT TIME ZONE 'Asia/Tokyo')::date AS said_on FROM mt_doc_communication WHERE contract_id = $1 AND status <> 'OBJECTED') c
        """;

    /// <summary>All of them. The caller has found the contract inside the boundary.</summary>
    public static SqlQuery<IReadOnlyList<OfficerWord>> Of(Guid contractId) => new(Sql, [new NpgsqlParameter<Guid> { TypedValue = contractId }], (row, ct) => row.All(
        r => new OfficerWord(r.Word<ProcedureSubject>(0), r.OrNull<DateOnly>(1), r.OrNull<DateOnly>(2), r.OrNull<DateOnly>(3), r.GetBoolean(4)), ct));
}
