using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;

namespace SecurityTracker.ServerTests.Access;

/// <summary>What one person asks for: the things of a world in which they may, or may not, have a part.</summary>
/// <param name="Organisation">The organisation whose address is asked.</param>
/// <param name="Section">A 課室 of it.</param>
/// <param name="Person">A person of it.</param>
/// <param name="Membership">A membership of that person.</param>
/// <param name="Things">Everything else that is somebody's, by the word in front of it in an address.</param>
internal sealed record MatrixThings(Guid Organisation, Guid Section, Guid Person, Guid Membership, IReadOnlyDictionary<string, Guid> Things)
{
    /// <summary>The same shape, of nothing that exists.</summary>
    public MatrixThings Unknown() => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Things.ToDictionary(t => t.Key, _ => Guid.CreateVersion7()));

    /// <summary>The thing behind a word, or null where this world has none.</summary>
    public Guid? Find(string word) => word switch
    {
        "organisations" => Organisation,
        "sections" => Section,
        "people" => Person,
        "memberships" => Membership,
        _ => Things.TryGetValue(word, out var id) ? id : null,
    };
}

/// <summary>An address made of a route's pattern.</summary>
/// <param name="Path">The address.</param>
/// <param name="OfSomebody">Whether anything in it is somebody's, so that others must not see it.</param>
/// <param name="Lacking">The words of which this world has nothing: a new thing stands in their place.</param>
internal sealed record MatrixPath(string Path, bool OfSomebody, IReadOnlyList<string> Lacking);

/// <summary>
/// Addresses for every route. A route with a parameter that nothing here supplies fails the test: say in <see cref="Plain"/> what it
/// takes, or make the thing in <see cref="MatrixWorld"/>.
/// </summary>
internal static class MatrixPaths
{
    /// <summary>The routes that are not open to all, in the order of their addresses.</summary>
    public static IReadOnlyList<RouteEndpoint> Routes(IEnumerable<Endpoint> endpoints) =>
    [
        .. endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .OrderBy(e => e.RoutePattern.RawText, StringComparer.Ordinal),
    ];

    /// <summary>The names of the routes that name no permission: who may ask for them was forgotten.</summary>
    public static IReadOnlyList<string> WithoutPermission(IEnumerable<RouteEndpoint> routes) =>
        [.. routes.Where(route => route.Metadata.GetMetadata<Permission>() is null).Select(NameOf)];

    /// <summary>The name of a route.</summary>
    public static string NameOf(RouteEndpoint route) => route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? route.DisplayName!;

    /// <summary>The method of a route.</summary>
    public static string MethodOf(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];

    /// <summary>The address of a route, or null where a parameter is unknown here.</summary>
    public static MatrixPath? Of(RoutePattern pattern, MatrixThings things)
    {
        var (segments, word, somebodys, lacking) = (new List<string>(), "", false, new List<string>());
        foreach (var segment in pattern.PathSegments)
        {
            var text = "";
            foreach (var part in segment.Parts)
            {
                switch (part)
                {
                    case RoutePatternLiteralPart literal:
                        text += literal.Content;
                        break;
                    // A firm's own edition goes by a code that bears the firm's mark.
                    case RoutePatternParameterPart { Name: "code" } when word == "editions":
                        (text, somebodys) = (text + EditionCode.Of("ED-M", things.Find(word)), true);
                        break;
                    case RoutePatternParameterPart parameter when Plain(word, parameter.Name, pattern.RawText!) is { } plain:
                        text += plain;
                        break;
                    case RoutePatternParameterPart parameter when parameter.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase):
                        var known = things.Find(word == "people" && pattern.RawText!.Contains("confirmation-document", StringComparison.Ordinal) ? "roster" : word);
                        lacking.AddRange(known is null ? [word] : []);
                        (text, somebodys) = (text + (known ?? Guid.CreateVersion7()).ToString("D"), true);
                        break;
                    default:
                        return null;
                }
            }

            word = segment.IsSimple && segment.Parts[0] is RoutePatternLiteralPart ? text : word;
            segments.Add(text);
        }

        return new("/" + string.Join('/', segments), somebodys, lacking);
    }

    // Parameters that mean the same to everyone.
    private static string? Plain(string word, string name, string pattern) => (word, name) switch
    {
        ("obligations", "number") => pattern.Contains("statements", StringComparison.Ordinal) ? "15" : "5",
        ("statements", "index") => "1",
        ("rows" or "methods" or "threads", "number") => "5",
        ("versions" or "disclosures", "number") => "1",
        ("inbox", "type") => "COMMUNICATION",
        ("conventions", "convention") => "END_OF_WORK",
        ("diff", "other") => pattern.Contains("editions", StringComparison.Ordinal) ? "ED-D" : "1",
        (_, "extension") => pattern.Contains("docx", StringComparison.Ordinal) ? "docx" : "pdf",
        ("jobs", "page") => "recurring",
        (_, "token") => "no-such-token",
        ("mail-templates", "name") => "digest-officer-ja",
        (_, "provider") => "no-such-provider",
        _ => null,
    };
}
