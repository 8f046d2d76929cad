using System.Net;
using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>The text of an HTML mail: what a reader would see of it, without any of its layout. Nothing of it is ever shown as HTML.</summary>
internal static class HtmlText
{
    private static readonly string[] Hidden = ["style", "script", "head", "title"];
    private static readonly string[] Lines = ["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote", "pre"];

    /// <summary>Text with line feeds.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            Append(text, html.AsSpan(at, (open < 0 ? html.Length : open) - at));
            if (open < 0)
            {
                break;
            }

            at = AfterTag(html, open, text);
        }

        var lines = WebUtility.HtmlDecode(text.ToString()).Split('\n').Select(line => line.Trim());
        return string.Join('\n', lines).Replace("\n\n\n", "\n\n", StringComparison.Ordinal).Trim();
    }

    private static int AfterTag(string html, int open, StringBuilder text)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            return html.IndexOf("-->", open, StringComparison.Ordinal) is var end and >= 0 ? end + 3 : html.Length;
        }

        var close = html.IndexOf('>', open);
        if (close < 0)
        {
            return html.Length;
        }

        var name = NameOf(html.AsSpan(open + 1, close - open - 1).TrimStart('/'));
        if (html[open + 1] != '/' && Hidden.Contains(name, StringComparer.Ordinal))
        {
            return html.IndexOf($"</{name}", close, StringComparison.OrdinalIgnoreCase) is var end and >= 0 ? end : html.Length;
        }

        if (Lines.Contains(name, StringComparer.Ordinal) && (name == "br" || (text.Length > 0 && text[^1] != '\n')))
        {
            text.Append('\n');
        }

        return close + 1;
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 12 && char.IsAsciiLetterOrDigit(tag[length]))
        {
            length++;
        }

        return tag[..length].ToString().ToLowerInvariant();
    }

    /// <summary>Runs of white space are one space.</summary>
    private static void Append(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (c is not (' ' or '\t' or '\r' or '\n'))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }
}
