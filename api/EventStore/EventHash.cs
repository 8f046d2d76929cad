using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SecurityTracker.EventStore;

/// <summary>
/// SHA-256 over the RFC 8785 text of <c>{data, headers, recordedAt, streamId, type, version}</c>: what an event says, of which stream,
/// by whom and when. jsonb does not keep bytes, so the hash is over the canonical form, which can be had again from what the table holds.
/// </summary>
public static class EventHash
{
    /// <summary>The hash of one event.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="version">The event's version in it, from 1.</param>
    /// <param name="type">mt_events.type.</param>
    /// <param name="recordedAt">The instant, used to the microsecond in UTC.</param>
    /// <param name="headers">JSON of the headers.</param>
    /// <param name="data">JSON of the event.</param>
    public static byte[] Of(Guid streamId, long version, string type, DateTimeOffset recordedAt, ReadOnlyMemory<byte> headers, ReadOnlyMemory<byte> data)
    {
        var text = new ArrayBufferWriter<byte>(data.Length + headers.Length + 256);
        using var parsedData = JsonDocument.Parse(data);
        using var parsedHeaders = JsonDocument.Parse(headers);
        // The six names in canonical order.
        text.Write("{\"data\":"u8);
        CanonicalJson.Write(parsedData.RootElement, text);
        text.Write(",\"headers\":"u8);
        CanonicalJson.Write(parsedHeaders.RootElement, text);
        var instant = recordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        Encoding.UTF8.GetBytes($",\"recordedAt\":\"{instant}\",\"streamId\":\"{streamId:D}\",\"type\":", text);
        CanonicalJson.WriteString(type, text);
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"version\":{version}}}"), text);
        return SHA256.HashData(text.WrittenSpan);
    }
}
