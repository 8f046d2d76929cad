using System.Globalization;
using MimeKit;

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
    Header Field, bool Ed25519, string Domain, string Selector, IReadOnlyList<string> Signed, string BodyHash, string Signature, bool RelaxedHeader, bool RelaxedBody, long? Length)
{
    /// <summary>Reads a signature; null for one that a verifier is to pass over (unknown version or algorithm, SHA-1, fields missing).</summary>
    public static DkimSignature? Read(Header field)
    {
        if (DkimTags.Read(System.Text.Encoding.Latin1.GetString(field.RawValue)) is not { } tags
            || tags["v"] != "1"
            || tags["a"] is not ("rsa-sha256" or "ed25519-sha256")
            || tags["d"] is not { } domain || tags["s"] is not { } selector
            || Uri.CheckHostName(domain) != UriHostNameType.Dns || Uri.CheckHostName(selector) != UriHostNameType.Dns
            || tags["h"] is not { } names || tags.Bytes("bh") is null || tags.Bytes("b") is null)
        {
            return null;
        }

        var canonical = (tags["c"] ?? "simple/simple").Split('/');
        var signed = names.ToLowerInvariant().Split(':');
        long length = 0;
        return signed.Contains("from", StringComparer.Ordinal) && (tags["l"] is not { } l || long.TryParse(l, NumberStyles.None, CultureInfo.InvariantCulture, out length))
            ? new(
                field, tags["a"] == "ed25519-sha256", domain.ToLowerInvariant(), selector, signed, tags["bh"]!, tags["b"]!,
                canonical[0] == "relaxed", canonical.Length > 1 && canonical[1] == "relaxed", tags["l"] is null ? null : length)
            : null;
    }
}
