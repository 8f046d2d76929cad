using System.Text;
using Microsoft.Net.Http.Headers;

namespace SecurityTracker.Server.Http;

/// <summary>
/// What a body says it is written in. JSON is UTF-8 (RFC 8259, 8.1), and so are the fields of a form: a charset that says otherwise, or
/// is none, is refused before a reader meets it. Of plain text the bytes are looked at, whatever it says.
/// </summary>
internal static class ContentTypes
{
    private static readonly string[] Utf8 = ["utf-8", "utf8", "csUTF8"];

    /// <summary>
    /// Refuses (415) a content type that cannot be read or is not in UTF-8. HTTP has many ways to say UTF-8 (RFC 9110, 5.6.6: quoted,
    /// escaped, between empty parameters) of which the framework's readers know one: said in another, the request says it in that one from here on.
    /// </summary>
    public static void Settle(HttpRequest request)
    {
        if (request.ContentType is not { } said)
        {
            return;
        }

        if (!MediaTypeHeaderValue.TryParse(WithoutEmptyParameters(said), out var type))
        {
            throw new ProblemException(Problems.MediaTypeNotSupported);
        }

        if (!type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase) && type.Parameters.Any(p => IsCharset(p) && !IsUtf8(p)))
        {
            throw new ProblemException(Problems.CharsetNotSupported);
        }

        request.ContentType = IsReadAsItIs(said) ? said : Plainly(type);
    }

    private static bool IsCharset(NameValueHeaderValue parameter) => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(NameValueHeaderValue charset) => Utf8.Contains(charset.GetUnescapedValue().Value, StringComparer.OrdinalIgnoreCase);

    private static bool IsReadAsItIs(string said) =>
        MediaTypeHeaderValue.TryParse(said, out var type) && (!type.Charset.HasValue || type.Charset.Equals(Utf8[0], StringComparison.OrdinalIgnoreCase));

    private static string Plainly(MediaTypeHeaderValue type)
    {
        foreach (var charset in type.Parameters.Where(IsCharset).Where(IsUtf8).ToList())
        {
            type.Parameters.Remove(charset);
        }

        return type.ToString();
    }

    // The grammar allows a semicolon with nothing behind it; the framework's parser allows it at the end alone.
    private static string WithoutEmptyParameters(string said)
    {
        var (kept, quoted, pending) = (new StringBuilder(said.Length), false, false);
        for (var i = 0; i < said.Length; i++)
        {
            if (said[i] == ';' && !quoted)
            {
                pending = true;
                continue;
            }

            if (pending && said[i] is ' ' or '\t')
            {
                continue;
            }

            kept.Append(pending ? ";" : "").Append(said[i]);
            pending = false;
            quoted ^= said[i] == '"';
            if (quoted && said[i] == '\\' && i + 1 < said.Length)
            {
                kept.Append(said[++i]);
            }
        }

        return kept.ToString();
    }
}
