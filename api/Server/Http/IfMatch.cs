using System.Globalization;
using Microsoft.Net.Http.Headers;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>
/// The version a writer has seen, out of <c>If-Match: "&lt;version&gt;"</c>. A thing that has no record yet is at version 0.
/// </summary>
/// <param name="Version">The version, or null where the header is missing.</param>
internal readonly record struct IfMatch(long? Version)
{
    private static readonly Message Malformed = new(
        "If-Match には、読み取ったときの ETag の値（例: \"3\"）をそのまま指定してください。",
        "Send the ETag you read, unchanged, as If-Match (for example \"3\").");

    /// <summary>What a request says it has seen. Anything but one strong ETag of ours is a 400.</summary>
    public static IfMatch Of(HttpRequest request)
    {
        var header = request.Headers[HeaderNames.IfMatch];
        if (header.Count == 0)
        {
            return new(Version: null);
        }

        return header.ToString() is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(version)
            : throw new ProblemException(new Problem(StatusCodes.Status400BadRequest, "if-match-malformed", Malformed));
    }

    /// <summary>The ETag of a version, as it goes out.</summary>
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Compares with the version that is there now; throws 428 where none was sent, 412 where it is another.</summary>
    public void Against(long current)
    {
        if (Version != current)
        {
            throw new ProblemException(Version is null ? Problems.VersionRequired : Problems.VersionStale);
        }
    }
}
