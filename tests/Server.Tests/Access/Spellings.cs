using Microsoft.AspNetCore.Routing.Patterns;

namespace SecurityTracker.ServerTests.Access;

/// <summary>Other ways to write an address, that a router, a proxy or a file system could take for the same.</summary>
internal static class Spellings
{
    /// <summary>Each by its name.</summary>
    /// <param name="pattern">The route: what is a parameter is left as it is.</param>
    /// <param name="path">Its address as the program writes it.</param>
    public static IEnumerable<(string Name, string Path)> Of(RoutePattern pattern, string path)
    {
        var segments = path.Split('/')[1..];
        var words = Enumerable.Range(0, segments.Length).Where(i => pattern.PathSegments[i].Parts is [RoutePatternLiteralPart]).ToHashSet();
        var rest = path[1..];
        return
        [
            ("capitals at the front", $"/{segments[0].ToUpperInvariant()}{path[(segments[0].Length + 1)..]}"),
            ("capitals", Each(w => w.ToUpperInvariant())),
            ("mixed", Each(w => string.Concat(w.Select((c, i) => i % 2 == 0 ? c : char.ToUpperInvariant(c))))),
            ("letters encoded", Each(w => string.Concat(w.Select(c => $"%{(int)c:x2}")))),
            ("capitals encoded", Each(w => string.Concat(w.Select(c => $"%{(int)char.ToUpperInvariant(c):X2}")))),
            ("encoded twice", Each(w => string.Concat(w.Select(c => $"%25{(int)c:x2}")))),
            ("slash at the end", $"{path}/"),
            ("two slashes at the end", $"{path}//"),
            ("two slashes at the front", $"/{path}"),
            ("two slashes in the middle", $"/{segments[0]}//{string.Join('/', segments[1..])}"),
            ("slash encoded", $"/{rest.Replace("/", "%2F", StringComparison.Ordinal)}"),
            ("slash of the front encoded", $"/%2f{rest}"),
            ("backslash", $"/{rest.Replace("/", "%5C", StringComparison.Ordinal)}"),
            ("a dot", $"/./{segments[0]}/./{string.Join('/', segments[1..])}"),
            ("a dot encoded", $"/%2e/{segments[0]}/%2E/{string.Join('/', segments[1..])}"),
            ("there and back", $"/x/..{path}"),
            ("there and back encoded", $"/health/%2e%2e{path}"),
            ("semicolon at the end", $"{path};x=1"),
            ("semicolon at the front", $"/;x{path}"),
            ("semicolon after the first", $"/{segments[0]};x=1/{string.Join('/', segments[1..])}"),
            ("space", $"/{segments[0]}%20/{string.Join('/', segments[1..])}"),
            ("zero", $"{path}%00"),
        ];

        string Each(Func<string, string> spell) => "/" + string.Join('/', segments.Select((s, i) => words.Contains(i) ? spell(s) : s));
    }
}
