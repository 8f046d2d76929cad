using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What acts and communications contribute to 要対応一覧. The list joins every part with what its reader sees (<c>Visible.To</c>).</summary>
internal static class ActInbox
{
    /// <summary>All parts.</summary>
    public static IReadOnlyList<InboxPart> Parts { get; } =
    [
        // 第一報 stays above all else until an officer confirmed it.
        new("INCIDENT", "COMMUNICATION", Side.OFFICER, $"{Communications("1")} WHERE m.urgent AND m.status <> 'CONFIRMED'"),
        new("ACT_TO_DECIDE", "ACT", Side.OFFICER, $"{Acts("a.waiting_version")} WHERE a.state IN ('REQUESTED', 'ANSWERED')"),
        new("RECORD_TO_CONFIRM", "ACT", Side.OFFICER, $"{Acts("a.waiting_version")} WHERE a.unconfirmed"),
        new("RECORD_TO_CONFIRM", "COMMUNICATION", Side.OFFICER,
            $"{Communications("1")} WHERE m.recorded_by = 'CONTRACTOR' AND m.came_from IS DISTINCT FROM 'CONTRACTOR' AND m.status = 'RECORDED'"),
        new("DRAFT_TO_CONFIRM", "ACT", Side.OFFICER, $"""
            SELECT {Act("e.timestamp")} JOIN mt_doc_decision_draft d ON d.act_id = a.id
            JOIN mt_events e ON e.stream_id = d.id AND e.version = d.mt_version
            WHERE d.open AND (e.data ->> 'actVersion')::bigint = s.version AND (e.headers -> 'actor' ->> 'personId')::uuid <> $1
            """),
        new("COMMUNICATION", "COMMUNICATION", Side.OFFICER, $"{Communications("1")} WHERE m.came_from = 'CONTRACTOR' AND NOT COALESCE(m.urgent, false) AND {Unread("m", "1", Side.OFFICER)}"),
        new("CORRECTION", "ACT", Side.OFFICER, $"{Acts("a.corrected_version")} WHERE a.corrected_for = 'OFFICER' AND {Unread("a", "a.corrected_version", Side.OFFICER)}"),
        new("CORRECTION", "COMMUNICATION", Side.OFFICER,
            $"{Communications("m.corrected_version")} WHERE m.corrected_version > 0 AND m.recorded_by = 'CONTRACTOR' AND {Unread("m", "m.corrected_version", Side.OFFICER)}"),
        new("INQUIRY", "ACT", Side.CONTRACTOR, $"{Acts("a.waiting_version")} WHERE a.state = 'INQUIRED'"),
        new("DECISION", "ACT", Side.CONTRACTOR, $"{Acts("a.decided_version")} WHERE a.decided_version > 0 AND {Unread("a", "a.decided_version", Side.CONTRACTOR)}"),
        new("OBJECTION", "ACT", Side.CONTRACTOR, $"{Acts("a.objected_version")} WHERE a.objected_version > 0 AND {Unread("a", "a.objected_version", Side.CONTRACTOR)}"),
        new("OBJECTION", "COMMUNICATION", Side.CONTRACTOR, $"{Communications("s.version")} WHERE m.status = 'OBJECTED' AND m.recorded_by = 'CONTRACTOR'"),
        // What the program derived beforehand: $3 are the ids, $4 since when.
        new("NEED", "ACT", Side.CONTRACTOR, $"SELECT {Act("n.since")} JOIN unnest($3, $4) AS n(id, since) ON n.id = a.id"),
        new("NEED", "COMMUNICATION", Side.CONTRACTOR, $"SELECT {Communication("n.since")} JOIN unnest($3, $4) AS n(id, since) ON n.id = m.id"),
        new("CORRECTION", "ACT", Side.CONTRACTOR, $"{Acts("a.corrected_version")} WHERE a.corrected_for = 'CONTRACTOR' AND {Unread("a", "a.corrected_version", Side.CONTRACTOR)}"),
        new("CORRECTION", "COMMUNICATION", Side.CONTRACTOR,
            $"{Communications("m.corrected_version")} WHERE m.corrected_version > 0 AND m.recorded_by = 'OFFICER' AND {Unread("m", "m.corrected_version", Side.CONTRACTOR)}"),
        new("COMMUNICATION", "COMMUNICATION", Side.CONTRACTOR, $"{Communications("1")} WHERE m.recorded_by = 'OFFICER' AND {Unread("m", "1", Side.CONTRACTOR)}"),
    ];

    private static string Acts(string sinceVersion) => $"SELECT {Act("e.timestamp")} JOIN mt_events e ON e.stream_id = a.id AND e.version = {sinceVersion}";

    private static string Communications(string sinceVersion) =>
        $"SELECT {Communication("e.timestamp")} JOIN mt_events e ON e.stream_id = m.id AND e.version = {sinceVersion}";

    private static string Act(string since) => $"""
        a.id, a.contract_id, a.kind, a.subject, a.wording, a.title, a.state, {since} AS since, a.starts_on, false AS urgent, s.version
        FROM mt_doc_authority_act a JOIN mt_streams s ON s.id = a.id
        """;

    private static string Communication(string since) => $"""
        m.id, m.contract_id, m.kind, m.subject, m.wording, m.title, m.status AS state, {since} AS since, m.designated_on AS starts_on,
        COALESCE(m.urgent, false) AS urgent, s.version
        FROM mt_doc_communication m JOIN mt_streams s ON s.id = m.id
        """;

    // Someone of the side has opened it since.
    private static string Unread(string thing, string version, Side side) =>
        $"NOT EXISTS (SELECT FROM act_openings o WHERE o.thing_id = {thing}.id AND o.side = '{side}' AND o.version >= {version})";
}
