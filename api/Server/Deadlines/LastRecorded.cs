using System.Text.Json.Nodes;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Deadlines;

/// <summary>When a person recorded an item last, or said that what is recorded holds.</summary>
/// <param name="At">The instant (UTC).</param>
/// <param name="Headers">Who, as the event has it.</param>
/// <param name="IsReaffirmed">It was said that it holds.</param>
internal sealed record LastRecorded(DateTimeOffset At, JsonObject Headers, bool IsReaffirmed)
{
    private const string Reaffirmed = "obligation_record_reaffirmed";

    private static readonly string[] Types =
    [
        "obligation_status_set", "obligation_statement_status_set", "obligation_status_overridden", "obligation_override_lifted", "obligation_record_kept", Reaffirmed,
    ];

    /// <summary>The day in Tokyo.</summary>
    public DateOnly On => Moment.DayOf(At);

    /// <summary>Of all items of some contracts, by the id of the item.</summary>
    public static SqlQuery<IReadOnlyDictionary<Guid, LastRecorded>> Of(Guid[] contracts) => new(
        """
        SELECT d.id, e.timestamp, e.headers, e.type FROM mt_doc_obligation d CROSS JOIN LATERAL (
            SELECT e.timestamp, e.headers, e.type FROM mt_events e WHERE e.stream_id = d.id AND e.type = ANY ($2) ORDER BY e.version DESC LIMIT 1) e
        WHERE d.contract_id = ANY ($1)
        """,
        [new NpgsqlParameter<Guid[]> { TypedValue = contracts }, new NpgsqlParameter<string[]> { TypedValue = Types }],
        async (rows, ct) => (await rows.All(row => (Id: row.GetGuid(0), Last: Read(row)), ct)).ToDictionary(one => one.Id, one => one.Last));

    private static LastRecorded Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<DateTimeOffset>(1).ToUniversalTime(), JsonNode.Parse(row.GetFieldValue<byte[]>(2))!.AsObject(), row.GetString(3) == Reaffirmed);
}
