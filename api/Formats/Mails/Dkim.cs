using System.Globalization;
using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>A list of tags as signatures and keys have them: <c>v=1; a=rsa-sha256; …</c> (RFC 6376 §3.2).</summary>
public sealed record DkimTags(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a tag, or null.</summary>
    public string? this[string tag] => Values.GetValueOrDefault(tag);

    /// <summary>Reads a list; white space in values goes. Null where a tag comes twice.</summary>
    public static DkimTags? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in text.Split(';'))
        {
            if (tag.IndexOf('=', StringComparison.Ordinal) is var equals and > 0
                && !values.TryAdd(tag[..equals].Trim(), string.Concat(tag[(equals + 1)..].Where(c => !char.IsWhiteSpace(c)))))
            {
                return null;
            }
        }

        return new(values);
    }

    /// <summary>The bytes of a base64 tag, or null.</summary>
    public byte[]? Bytes(string tag)
    {
        var bytes = new byte[this[tag]?.Length ?? 0];
        return this[tag] is { Length: > 0 } text && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}

/// <summary>One signature of a mail, as far as this program goes by it.</summary>
/// <param name="Field">The header field that it stands in.</param>
/// <param name="Domain">d=: who signs.</param>
/// <param name="Signed">h=: the names of the header fields that are signed, lower case.</param>
/// <param name="Length">l=: how much of the body is signed, or null for all of it.</param>
internal sealed record DkimSignature(
    HeaderField Field, bool Ed25519, string Domain, string Selector, IReadOnlyList<string> Signed, byte[] BodyHash, byte[] Signature, bool RelaxedHeader, bool RelaxedBody, long? Length)
{
    /// <summary>Reads a signature; null for one that a verifier is to pass over (unknown version or algorithm, SHA-1, fields missing).</summary>
    public static DkimSignature? Read(HeaderField field)
    {
        if (DkimTags.Read(field.Raw[(field.Raw.IndexOf(':', StringComparison.Ordinal) + 1)..]) is not { } tags
            || tags["v"] != "1"
            || tags["a"] is not ("rsa-sha256" or "ed25519-sha256")
            || tags["d"] is not { } domain || tags["s"] is not { } selector
            || Uri.CheckHostName(domain) != UriHostNameType.Dns || Uri.CheckHostName(selector) != UriHostNameType.Dns
            || tags["h"] is not { } names || tags.Bytes("bh") is not { } bodyHash || tags.Bytes("b") is not { } signature)
        {
            return null;
        }

        var canonical = (tags["c"] ?? "simple/simple").Split('/');
        var signed = names.ToLowerInvariant().Split(':');
        long length = 0;
        return signed.Contains("from", StringComparer.Ordinal) && (tags["l"] is not { } l || long.TryParse(l, NumberStyles.None, CultureInfo.InvariantCulture, out length))
            ? new(
                field, tags["a"] == "ed25519-sha256", domain.ToLowerInvariant(), selector, signed, bodyHash, signature,
                canonical[0] == "relaxed", canonical.Length > 1 && canonical[1] == "relaxed", tags["l"] is null ? null : length)
            : null;
    }
}

/// <summary>The two forms in which a header is signed (RFC 6376 §3.4), over Latin-1 text with CR LF.</summary>
internal static class DkimCanonical
{
    /// <summary>What was signed of the header: each named field from the bottom up, then the signature's own without its value.</summary>
    public static string Header(MimeHeaders headers, DkimSignature signature)
    {
        var text = new StringBuilder();
        var taken = new HashSet<HeaderField>(ReferenceEqualityComparer.Instance);
        foreach (var name in signature.Signed)
        {
            if (headers.Fields.LastOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && !taken.Contains(f)) is { } field)
            {
                taken.Add(field);
                text.Append(Field(field.Raw, signature.RelaxedHeader)).Append("\r\n");
            }
        }

        return text.Append(Field(WithoutValue(signature.Field.Raw), signature.RelaxedHeader)).ToString();
    }

    private static string Field(string raw, bool relaxed)
    {
        if (!relaxed)
        {
            return raw;
        }

        var colon = raw.IndexOf(':', StringComparison.Ordinal);
        return $"{raw[..colon].TrimEnd(' ', '\t').ToLowerInvariant()}:{Collapsed(raw[(colon + 1)..].Replace("\r\n", "", StringComparison.Ordinal)).Trim(' ')}";
    }

    private static string WithoutValue(string raw)
    {
        var colon = raw.IndexOf(':', StringComparison.Ordinal) + 1;
        var tags = raw[colon..].Split(';').Select(tag => tag.TrimStart(' ', '\t', '\r', '\n') is ['b', .. var rest] && rest.TrimStart(' ', '\t', '\r', '\n') is ['=', ..]
            ? tag[..(tag.IndexOf('=', StringComparison.Ordinal) + 1)]
            : tag);
        return raw[..colon] + string.Join(';', tags);
    }

    private static string Collapsed(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c is not (' ' or '\t'))
            {
                text.Append(c);
            }
            else if (text.Length == 0 || text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }
}
