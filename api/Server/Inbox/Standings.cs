using System.Text.Json;
using System.Text.Json.Serialization;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports.Review;

namespace SecurityTracker.Server.Inbox;

/// <summary>
/// Keeps where each contract stands (<c>contract_standings</c>), in the transaction that keeps what is to be done about it: lists over
/// thousands of contracts are in the order of what it says.
/// </summary>
internal static class Standings
{
    /// <summary>How <c>cells</c> are read.</summary>
    public static JsonSerializerOptions OfCells { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Keeps the rows of contracts $1 anew. The rows of what is to be done are there by then.</summary>
    public const string Keep = """
        INSERT INTO contract_standings (contract_id, implemented, not_implemented, not_applicable, unrecorded, reason_missing, look_wanted, cells, officer_since)
        SELECT c.id,
            count(*) FILTER (WHERE o.status = 'IMPLEMENTED' AND NOT o.look_wanted)::int,
            count(*) FILTER (WHERE o.status = 'NOT_IMPLEMENTED' AND NOT o.look_wanted)::int,
            count(*) FILTER (WHERE o.status = 'NOT_APPLICABLE' AND NOT o.look_wanted)::int,
            count(*) FILTER (WHERE o.id IS NOT NULL AND o.status IS NULL)::int,
            count(*) FILTER (WHERE o.reason_missing)::int,
            count(*) FILTER (WHERE o.look_wanted)::int,
            coalesce(jsonb_agg(jsonb_build_object(
                'number', o.number, 'status', o.status, 'lookWanted', o.look_wanted, 'reasonMissing', o.reason_missing, 'reported', w.answer -> 'status',
                'before', b.answer -> 'status', 'verdict', v.review -> 'verdict', 'answered', coalesce(v.review -> 'answered', 'false')) ORDER BY o.number) FILTER (WHERE o.id IS NOT NULL), '[]'),
            (SELECT min(i.since) FROM inbox_items i WHERE i.contract_id = c.id AND i.side = 'OFFICER' AND i.told IS NULL)
        FROM mt_doc_contract c
        LEFT JOIN LATERAL (
            SELECT r.data FROM mt_doc_report r WHERE r.contract_id = c.id AND r.state = 'FINALISED' AND r.submitted_on IS NOT NULL
            ORDER BY r.period_to DESC, r.id DESC LIMIT 1) r ON true
        LEFT JOIN mt_doc_obligation o ON o.contract_id = c.id AND o.in_force AND o.reported
        LEFT JOIN LATERAL (SELECT x -> 'answer' AS answer FROM jsonb_array_elements(r.data #> '{value,rows}') x WHERE (x ->> 'number')::int = o.number LIMIT 1) w ON true
        LEFT JOIN LATERAL (SELECT x -> 'answer' AS answer FROM jsonb_array_elements(r.data #> '{value,previous}') x WHERE (x ->> 'number')::int = o.number LIMIT 1) b ON true
        LEFT JOIN LATERAL (SELECT x AS review FROM jsonb_array_elements(r.data #> '{value,submission,reviews}') x WHERE (x ->> 'number')::int = o.number LIMIT 1) v ON true
        WHERE c.id = ANY ($1) GROUP BY c.id
        ON CONFLICT (contract_id) DO UPDATE SET (implemented, not_implemented, not_applicable, unrecorded, reason_missing, look_wanted, cells, officer_since) =
            (excluded.implemented, excluded.not_implemented, excluded.not_applicable, excluded.unrecorded, excluded.reason_missing, excluded.look_wanted, excluded.cells, excluded.officer_since)
        """;
}

/// <summary>One item as it is kept in <c>cells</c>.</summary>
/// <param name="Number">Its number in the contract's edition.</param>
/// <param name="Status">As recorded now; null where nothing is.</param>
/// <param name="LookWanted">Its words changed since.</param>
/// <param name="ReasonMissing">A reason is wanted that is not there.</param>
/// <param name="Reported">As the last report that was handed in said; null without one.</param>
/// <param name="Before">As the report before that said.</param>
/// <param name="Verdict">What the officer said of it there.</param>
/// <param name="Answered">Whether what she asked was answered.</param>
internal sealed record StandingCell(
    int Number, ImplementationStatus? Status, bool LookWanted, bool ReasonMissing, ImplementationStatus? Reported, ImplementationStatus? Before, RowVerdict? Verdict, bool Answered);
