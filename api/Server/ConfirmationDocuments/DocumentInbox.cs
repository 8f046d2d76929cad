using SecurityTracker.Domain;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>What the 確認書類 contributes to 要対応一覧.</summary>
internal static class DocumentInbox
{
    /// <summary>A day or a way of 提出 that the contractor mended, until someone of the ministry says that it is done.</summary>
    public static InboxSource Corrected { get; } = new("CORRECTION", "CONFIRMATION_DOCUMENT", Side.OFFICER, """
        SELECT d.id, d.contract_id, NULL::text AS kind, 'CONFIRMATION_DOCUMENT' AS subject, '提出' AS wording,
            '確認書類（第' || (e.data ->> 'number') || '版）' AS title, NULL::text AS state, e.timestamp AS since, NULL::date AS starts_on, false AS urgent, e.version, e.version AS told,
            NULL::date AS shown_from, NULL::uuid AS not_for, '' AS key
        FROM mt_doc_confirmation_document d
        JOIN LATERAL (
            SELECT * FROM mt_events e WHERE e.stream_id = d.id AND e.type IN ('confirmation_document_submission_corrected', 'confirmation_document_submission_way_corrected') ORDER BY e.version DESC LIMIT 1) e ON true
        WHERE d.submission_corrected
        """);
}
