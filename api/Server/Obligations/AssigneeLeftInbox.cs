using SecurityTracker.Domain;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.Obligations;

/// <summary>Tells the contractor's officer of items whose 担当者 has left (離任).</summary>
internal static class AssigneeLeftInbox
{
    /// <summary>One entry a contract and day on which somebody was there last, with the numbers of the items.</summary>
    public static InboxSource Source { get; } = new("ASSIGNEE_LEFT", "CONTRACT", Side.CONTRACTOR, """
        SELECT o.contract_id AS id, o.contract_id, NULL::text AS kind, 'OBLIGATIONS' AS subject, '担当者の離任' AS wording,
            string_agg(o.number::text || ')', ' ' ORDER BY o.number) AS title, NULL::text AS state, max(p.modified_at) AS since, NULL::date AS starts_on, false AS urgent,
            1::bigint AS version, NULL::bigint AS told, left_on AS shown_from, NULL::uuid AS not_for, left_on::text AS key
        FROM mt_doc_obligation o JOIN mt_doc_contract k ON k.id = o.contract_id JOIN mt_doc_person p ON o.assignee_ids @> ARRAY[p.id]
        CROSS JOIN LATERAL (
            SELECT coalesce(max(CASE WHEN m ->> 'on' IS NULL THEN DATE '9999-12-31' ELSE (m ->> 'on')::date END), DATE '0001-01-01') AS left_on
            FROM jsonb_array_elements(p.data #> '{value,memberships}') m
            WHERE (m ->> 'organisationId')::uuid = ANY (k.joint_member_ids || k.contractor_organisation_id)) there
        WHERE o.in_force AND k.terminated_on IS NULL AND left_on < DATE '9999-12-31'
        GROUP BY o.contract_id, left_on
        """);
}
