using System.Buffers.Text;
using System.Text.Json;

namespace SecurityTracker.Server.Inbox;

/// <summary>The last item of a page. Opaque to clients.</summary>
internal sealed record InboxCursor(bool ByDate, bool Urgent, DateOnly? StartsOn, DateTimeOffset Since, Guid Id, string Type)
{
    public static InboxCursor At(InboxItem item, bool byDate) => new(byDate, item.Urgent, item.StartsOn, item.Done?.At ?? item.Since, item.Id, item.Type);

    /// <summary>A cursor that this program wrote, or null for anything else.</summary>
    public static InboxCursor? Read(string text)
    {
        try
        {
            var cursor = JsonSerializer.Deserialize<InboxCursor>(Base64Url.DecodeFromChars(text), Json.OfCursors);
            return cursor is { Type: not null } ? cursor : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));
}
