using System.Buffers.Text;
using System.Text.Json;

namespace SecurityTracker.Server.Inbox;

/// <summary>The last item of a page: the order, its place there, and what it is. Opaque to clients.</summary>
internal sealed record InboxCursor(string Order, int Rank, DateOnly Day, DateTimeOffset Since, Guid Id, string Type, string Key)
{
    /// <summary>A cursor that this program wrote, or null for anything else.</summary>
    public static InboxCursor? Read(string text)
    {
        try
        {
            var cursor = JsonSerializer.Deserialize<InboxCursor>(Base64Url.DecodeFromChars(text), Json.OfCursors);
            return cursor is { Order: not null, Type: not null, Key: not null } ? cursor : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));
}
