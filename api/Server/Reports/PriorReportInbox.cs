using SecurityTracker.Domain;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.Reports;

/// <summary>What 導入前の記録 contribute to 要対応一覧.</summary>
internal static class PriorReportInbox
{
    /// <summary>One that the other side took back, until someone of the reader's side says that it is done.</summary>
    public static InboxSource WithdrawnFor(Side side) => new("CORRECTION", "PRIOR_REPORT", side, $"""
        SELECT p.id, p.contract_id, NULL::text AS kind, 'REPORT' AS subject, '導入前の記録' AS wording,
            to_char(p.period_from, 'YYYY-MM-DD') || '／' || to_char(p.period_to, 'YYYY-MM-DD') AS title, 'WITHDRAWN' AS state, p.modified_at AS since,
            NULL::date AS starts_on, false AS urgent, p.mt_version AS version, p.mt_version AS told, NULL::date AS shown_from, NULL::uuid AS not_for, '' AS key
        FROM mt_doc_prior_report p
        WHERE p.withdrawn_by <> '{side}'
        """);
}
