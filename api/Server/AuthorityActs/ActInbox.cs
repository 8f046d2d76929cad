using SecurityTracker.Domain;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What acts and communications contribute to 要対応一覧. What waits since a target changed is <see cref="NeedReckoner"/>'s.</summary>
internal static class ActInbox
{
    /// <summary>All sources.</summary>
    public static IReadOnlyList<InboxSource> Sources { get; } =
    [
        // 第一報 stays above all else until an officer confirmed it.
        new("INCIDENT", "COMMUNICATION", Side.OFFICER, $"{Communications("1")} WHERE m.urgent AND m.status <> 'CONFIRMED'", Awaited: true),
        new("ACT_TO_DECIDE", "ACT", Side.OFFICER, $"{Acts("a.waiting_version")} WHERE a.state IN ('REQUESTED', 'ANSWERED')", Awaited: true, InboxDay.BEGINS),
        new("RECORD_TO_CONFIRM", "ACT", Side.OFFICER, $"{Acts("a.waiting_version")} WHERE a.unconfirmed", Awaited: true),
        new("RECORD_TO_CONFIRM", "COMMUNICATION", Side.OFFICER,
            $"{Communications("1")} WHERE m.recorded_by = 'CONTRACTOR' AND m.came_from IS DISTINCT FROM 'CONTRACTOR' AND m.status = 'RECORDED'", Awaited: true),
        new("DRAFT_TO_CONFIRM", "ACT", Side.OFFICER, $"""
            SELECT {Act("e.timestamp", notFor: "(e.headers -> 'actor' ->> 'personId')::uuid")} JOIN mt_doc_decision_draft d ON d.act_id = a.id
            JOIN mt_events e ON e.stream_id = d.id AND e.version = d.mt_version
            WHERE d.open AND (e.data ->> 'actVersion')::bigint = s.version
            """),
        new("COMMUNICATION", "COMMUNICATION", Side.OFFICER, $"{Communications("1", "1::bigint")} WHERE m.came_from = 'CONTRACTOR' AND NOT COALESCE(m.urgent, false) AND m.status = 'RECORDED'"),
        new("CORRECTION", "ACT", Side.OFFICER, $"{Acts("a.corrected_version", "a.corrected_version::bigint")} WHERE a.corrected_for = 'OFFICER'"),
        new("CORRECTION", "COMMUNICATION", Side.OFFICER,
            $"{Communications("m.corrected_version", "m.corrected_version::bigint")} WHERE m.corrected_version > 0 AND m.recorded_by = 'CONTRACTOR'"),
        new("INQUIRY", "ACT", Side.CONTRACTOR, $"{Acts("a.waiting_version")} WHERE a.state = 'INQUIRED'", Awaited: true),
        new("DECISION", "ACT", Side.CONTRACTOR, $"{Acts("a.decided_version", "a.decided_version::bigint")} WHERE a.decided_version > 0"),
        new("OBJECTION", "ACT", Side.CONTRACTOR, $"{Acts("a.objected_version", "a.objected_version::bigint")} WHERE a.objected_version > 0"),
        new("OBJECTION", "COMMUNICATION", Side.CONTRACTOR, $"{Communications("s.version")} WHERE m.status = 'OBJECTED' AND m.recorded_by = 'CONTRACTOR'", Awaited: true),
        new("CORRECTION", "ACT", Side.CONTRACTOR, $"{Acts("a.corrected_version", "a.corrected_version::bigint")} WHERE a.corrected_for = 'CONTRACTOR'"),
        new("CORRECTION", "COMMUNICATION", Side.CONTRACTOR,
            $"{Communications("m.corrected_version", "m.corrected_version::bigint")} WHERE m.corrected_version > 0 AND m.recorded_by = 'OFFICER'"),
        new("COMMUNICATION", "COMMUNICATION", Side.CONTRACTOR, $"{Communications("1", "1::bigint")} WHERE m.recorded_by = 'OFFICER' AND m.status = 'RECORDED'"),
    ];

    // Of a notice `told` is the version at which it was told.
    private static string Acts(string sinceVersion, string told = Waits) =>
        $"SELECT {Act("e.timestamp", told)} JOIN mt_events e ON e.stream_id = a.id AND e.version = {sinceVersion}";

    private static string Communications(string sinceVersion, string told = Waits) =>
        $"SELECT {Communication("e.timestamp", told)} JOIN mt_events e ON e.stream_id = m.id AND e.version = {sinceVersion}";

    private static string Act(string since, string told = Waits, string notFor = "NULL::uuid") => $"""
        a.id, a.contract_id, a.kind, a.subject, a.wording, a.title, a.state, {since} AS since, a.starts_on, false AS urgent, s.version, {told} AS told,
        NULL::date AS shown_from, {notFor} AS not_for, '' AS key
        FROM mt_doc_authority_act a JOIN mt_streams s ON s.id = a.id
        """;

    private static string Communication(string since, string told = Waits) => $"""
        m.id, m.contract_id, m.kind, m.subject, m.wording, m.title, m.status AS state, {since} AS since, m.designated_on AS starts_on,
        COALESCE(m.urgent, false) AS urgent, s.version, {told} AS told, NULL::date AS shown_from, NULL::uuid AS not_for, '' AS key
        FROM mt_doc_communication m JOIN mt_streams s ON s.id = m.id
        """;

    private const string Waits = "NULL::bigint";
}
