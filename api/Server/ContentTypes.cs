using System.Net.Http.Headers;

namespace SecurityTracker.Server;

/// <summary>
/// What a body says it is written in. JSON is UTF-8 (RFC 8259, 8.1), and so are the fields of a form: a charset that says otherwise, or
/// is none, is refused before a reader meets it. Of plain text the bytes are looked at, whatever it says.
/// </summary>
internal static class ContentTypes
{
    /// <summary>415 for a content type that cannot be read or is not in UTF-8, else null.</summary>
    public static Problem? Refused(string? contentType) =>
        contentType is null ? null
        : !MediaTypeHeaderValue.TryParse(contentType, out var type) ? Problems.MediaTypeNotSupported
        : type is { CharSet: null } or { MediaType: "text/plain" } || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? null
        : Problems.CharsetNotSupported;
}
