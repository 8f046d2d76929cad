using Microsoft.Net.Http.Headers;

namespace SecurityTracker.Server.Http;

/// <summary>The language a reader asked for: Japanese unless English is preferred to it.</summary>
internal static class Language
{
    /// <summary>Reads <c>Accept-Language</c>; a header that cannot be read counts as Japanese.</summary>
    public static bool IsEnglish(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wished)
            && Quality(wished, "en") > Quality(wished, "ja");

    private static double Quality(IList<StringWithQualityHeaderValue> wished, string language) => wished
        .Where(w => w.Value.Equals(language, StringComparison.OrdinalIgnoreCase) || w.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase))
        .Select(w => w.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
