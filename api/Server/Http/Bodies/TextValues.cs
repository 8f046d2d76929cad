using System.Globalization;

namespace SecurityTracker.Server.Http;

/// <summary>How values are written in an address.</summary>
internal static class TextValues
{
    /// <summary>What reads a text as a type, and gives null for a text that is none of it; null for a type that stands in no address.</summary>
    public static Func<string, object?>? ReaderOf(Type type) => type switch
    {
        _ when type == typeof(string) => text => text,
        _ when type == typeof(Guid) => text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null,
        _ when type == typeof(int) => text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when type == typeof(long) => text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when type == typeof(bool) => text => bool.TryParse(text, out var yes) ? yes : null,
        _ when type == typeof(DateOnly) => text => DateOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null,
        // To the letter, as in a body: no number and no other case stands for a word.
        { IsEnum: true } => text => Enum.IsDefined(type, text) ? Enum.Parse(type, text) : null,
        _ => null,
    };
}
