using System.Text.Json.Nodes;
using Npgsql;

namespace SecurityTracker.EventStore;

/// <summary>Reads rows of mt_events.</summary>
internal static class RecordedEvents
{
    public const string Columns = "id, stream_id, version, seq_id, type, data, timestamp, headers, hash, correlation_id, causation_id, user_name";

    public const int ColumnCount = 12;

    /// <summary>The event of the row, whose first columns are <see cref="Columns"/>.</summary>
    public static RecordedEvent Read(NpgsqlDataReader row, EventMap map)
    {
        var type = row.GetString(4);
        return new RecordedEvent(
            row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.GetInt64(3), type, map.Deserialize(type, row.GetFieldValue<byte[]>(5)),
            row.GetFieldValue<DateTimeOffset>(6), Headers(row), row.IsDBNull(8) ? null : row.GetFieldValue<byte[]>(8))
        {
            CorrelationId = Text(row, 9),
            CausationId = Text(row, 10),
            UserName = Text(row, 11),
        };
    }

    private static JsonObject Headers(NpgsqlDataReader row) => row.IsDBNull(7) ? [] : JsonNode.Parse(row.GetFieldValue<byte[]>(7))!.AsObject();

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
