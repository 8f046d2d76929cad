using SecurityTracker.Domain;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.Obligations;

/// <summary>Tells the contractor's officer of items whose 担当者 has left (離任); the list joins it with what its reader sees.</summary>
internal static class AssigneeLeftInbox
{
    /// <summary>One entry a contract, with the numbers of its items.</summary>
    public static InboxSource Source { get; } = new("ASSIGNEE_LEFT", "CONTRACT", Side.CONTRACTOR, """
        SELECT o.contract_id AS id, o.contract_id, NULL::text AS kind, 'OBLIGATIONS' AS subject, '担当者の離任' AS wording,
            string_agg(DISTINCT o.number::text || ')', ' ') AS title, NULL::text AS state, max(p.modified_at) AS since, NULL::date AS starts_on, false AS urgent, 1::bigint AS version, NULL::bigint AS told
        FROM mt_doc_obligation o JOIN mt_doc_contract k ON k.id = o.contract_id JOIN mt_doc_person p ON o.assignee_ids @> ARRAY[p.id]
        WHERE o.in_force AND k.terminated_on IS NULL AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(p.data #> '{value,memberships}') m
            WHERE (m ->> 'organisationId')::uuid = ANY (k.joint_member_ids || k.contractor_organisation_id)
                AND (m ->> 'from')::date <= $2 AND (m ->> 'on' IS NULL OR (m ->> 'on')::date > $2))
        GROUP BY o.contract_id
        """);
}
