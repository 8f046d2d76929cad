using System.Text.Json;

namespace SecurityTracker.EventStore;

/// <summary>Which page of a list: keyset paging over one promoted column, ties broken by the id.</summary>
/// <param name="OrderBy">A promoted column of the table listed; rows without a value come last.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="Limit">Rows a page.</param>
/// <param name="Cursor">What the page before gave as <see cref="Page{T}.Next"/>; null for the first.</param>
public sealed record PageRequest(string OrderBy, bool Descending = false, int Limit = 50, string? Cursor = null);

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The cursor of the page after it; null when this is the last.</param>
public sealed record Page<T>(IReadOnlyList<Versioned<T>> Items, string? Next);

/// <summary>A cursor that no page gave: the sender's mistake (400).</summary>
public sealed class InvalidCursorException(Exception? inner = null) : Exception("The cursor is not one that a page gave.", inner);

/// <summary>The last row of a page, in a text that can stand in a URL.</summary>
internal sealed record PageCursor(string? Value, Guid Id)
{
    public string Encode() => System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    public static PageCursor Decode(string cursor)
    {
        try
        {
            return JsonSerializer.Deserialize<PageCursor>(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)) ?? throw new InvalidCursorException();
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw new InvalidCursorException(e);
        }
    }
}
