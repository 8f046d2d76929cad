using SecurityTracker.Domain;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>What reports contribute to 要対応一覧.</summary>
internal static class ReviewInbox
{
    /// <summary>Handed in, or answered, and waiting for the ministry's look; what is found in them is <see cref="ReviewReckoner"/>'s matter.</summary>
    public static string ToReview { get; } = Reports("r.stage IN ('SUBMITTED', 'RECEIVED', 'ANSWERED')", Since("report_submitted", "report_query_answered"));

    /// <summary>Something that the contractor wrote down of the ministry's word.</summary>
    public static InboxSource ToConfirm { get; } = new("RECORD_TO_CONFIRM", "REPORT", Side.OFFICER, Reports(
        "r.unconfirmed_record", Since("report_received", "report_reviewed_outside", "report_date_corrected")), Awaited: true);

    /// <summary>Asked back about, and waiting for an answer or a 差替え.</summary>
    public static InboxSource Queried { get; } = new("REPORT_QUERIED", "REPORT", Side.CONTRACTOR, Reports(
        "r.stage = 'QUERIED'", Since("report_rows_reviewed", "report_reviewed_outside")), Awaited: true);

    /// <summary>A measure that was agreed in a 協議, until the officer confirms the row.</summary>
    public static InboxSource MeasureToTake { get; } = new("MEASURE_TO_TAKE", "REPORT", Side.CONTRACTOR, Reports("r.measure_by IS NOT NULL", Measured, "r.measure_by"), Awaited: true, InboxDay.DUE);

    /// <summary>The same, for the officer from the day by which it was to be taken.</summary>
    public static InboxSource MeasureToConfirm { get; } = new("MEASURE_TO_CONFIRM", "REPORT", Side.OFFICER, Reports("r.measure_by IS NOT NULL", Measured, "r.measure_by", shownFrom: "r.measure_by"));

    /// <summary>A date that the other side mended, until someone of the reader's side says that it is done.</summary>
    public static InboxSource CorrectedFor(Side side) => new("CORRECTION", "REPORT", side, Reports(
        $"r.corrected_for = '{side}' AND r.stage <> 'DISPOSED'", Since("report_date_corrected", "report_submission_way_corrected"), told: """
        (SELECT max(e.version) FROM mt_events e WHERE e.stream_id = r.id AND e.type IN ('report_date_corrected', 'report_submission_way_corrected'))
        """));

    private static string Measured => Since("report_row_found_insufficient");

    // Since it began to wait for this: a step on the way, as a 受領 that is noted, does not begin the wait anew.
    private static string Since(params IEnumerable<string> events) => $"""
        COALESCE((SELECT max(w.timestamp) FROM mt_events w WHERE w.stream_id = r.id AND w.type IN ('{string.Join("', '", events)}')), r.modified_at)
        """;

    // What is waited for, since when; drafts of the ministry are in streams of their own and move nothing here.
    private static string Reports(string which, string since, string startsOn = "NULL::date", string told = "NULL::bigint", string shownFrom = "NULL::date") => $"""
        SELECT r.id, r.contract_id, NULL::text AS kind, 'REPORT' AS subject, '報告' AS wording,
            to_char(r.period_from, 'YYYY-MM-DD') || '／' || to_char(r.period_to, 'YYYY-MM-DD') AS title, r.stage AS state, {since} AS since,
            {startsOn} AS starts_on, false AS urgent, s.version, {told} AS told, {shownFrom} AS shown_from, NULL::uuid AS not_for, '' AS key
        FROM mt_doc_report r JOIN mt_streams s ON s.id = r.id WHERE {which}
        """;
}
