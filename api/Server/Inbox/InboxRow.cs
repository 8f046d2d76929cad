using System.Text.Json;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Deadlines;

namespace SecurityTracker.Server.Inbox;

/// <summary>One row of what is to be done, as it is kept.</summary>
/// <param name="Type">What is to be done.</param>
/// <param name="Noun">What <paramref name="ThingId"/> is the id of.</param>
/// <param name="Side">Whose it is.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Version">The version of the thing.</param>
/// <param name="Awaited">Whether the other side sees that it waits.</param>
internal sealed record InboxRow(Guid ContractId, Side Side, string Type, string Noun, Guid ThingId, DateTimeOffset Since, long Version, bool Awaited)
{
    /// <summary>Writes an array of these rows, which is $1. The columns of the boundary are those of the contract.</summary>
    public const string Insert = $"""
        INSERT INTO inbox_items ({Columns}, urgent, organisation_id, person_ids, due_on, due_is, shown_until, contradicting, unrecorded, {BoundaryColumns})
        SELECT {Columns}, false, organisation_id, person_ids, due_on, due_is, shown_until, contradicting, unrecorded, {BoundaryColumns}
        FROM jsonb_to_recordset($1) AS r (
            contract_id uuid, side text, type text, noun text, thing_id uuid, key text, kind text, subject text, wording text, title text, state text,
            since timestamptz, starts_on date, version bigint, shown_from date, awaited boolean,
            organisation_id uuid, person_ids uuid[], due_on date, due_is text, shown_until date, contradicting int, unrecorded int)
        JOIN (SELECT c.id, {OfContract} FROM mt_doc_contract c) c ON c.id = r.contract_id
        """;

    /// <summary>What a source and a reckoner say alike.</summary>
    public const string Columns =
        "contract_id, side, type, noun, thing_id, key, kind, subject, wording, title, state, since, starts_on, version, shown_from, awaited";

    /// <summary>The boundary of a row.</summary>
    public const string BoundaryColumns = "contractor_organisation_id, joint_member_ids, office_organisation_id, section_id, section_name, officer_person_ids";

    /// <summary>The same of contract c.</summary>
    public const string OfContract =
        "c.contractor_organisation_id, c.joint_member_ids, c.office_organisation_id, c.section_id, c.section_name, c.officer_person_ids";

    /// <summary>Of what stands in nobody's list as their own, only in that of who waits for it.</summary>
    public static readonly IReadOnlyList<Guid> Nobody = [];

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string Key { get; init; } = "";

    public Guid? OrganisationId { get; init; }

    /// <summary>The people whose it is; null where it is everybody's of the side.</summary>
    public IReadOnlyList<Guid>? PersonIds { get; init; }

    public string? Kind { get; init; }

    public string? Subject { get; init; }

    public string? Wording { get; init; }

    public string? Title { get; init; }

    public string? State { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public DueKind? DueIs { get; init; }

    public DateOnly? ShownFrom { get; init; }

    public DateOnly? ShownUntil { get; init; }

    /// <summary>Of a report: how many of its rows contradict what else is known of the contract.</summary>
    public int? Contradicting { get; init; }

    /// <summary>Of a report: of how many of its rows a record is missing (記録なし).</summary>
    public int? Unrecorded { get; init; }

    /// <summary>The value of $1 of <see cref="Insert"/>.</summary>
    public static string Json(IEnumerable<InboxRow> rows) => JsonSerializer.Serialize(rows, Snake);
}
