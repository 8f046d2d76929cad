using System.Text.Json;
using System.Text.Json.Serialization;
using SecurityTracker.Domain;
using SecurityTracker.Formats.Documents;
using SecurityTracker.Formats.Files;
using SecurityTracker.Formats.Mails;

namespace SecurityTracker.Formats.Protocol;

/// <summary>What is wanted of a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadingKind>))]
public enum ReadingKind
{
    /// <summary>Its text: a tender, a filled form.</summary>
    DOCUMENT,

    /// <summary>The lines and cells of a PDF, out of the pieces that pdf.js found on its pages.</summary>
    LAYOUT,

    /// <summary>What kind of file it is, for one that is to be kept.</summary>
    TYPE,

    /// <summary>What a mail says and carries.</summary>
    MAIL,
}

/// <summary>A question; the bytes of the file follow as a message of their own.</summary>
/// <param name="Name">As the person knows the file.</param>
public sealed record ReadingRequest(ReadingKind Kind, string Name);

/// <summary>An answer: one of the values, or the code of a refusal, most of which the server knows the words of.</summary>
/// <param name="Messages">The words of a refusal that names a limit.</param>
public sealed record ReadingAnswer(string? Refusal = null, ReadDocument? Document = null, FileType? Type = null, MailContents? Mail = null, Message? Messages = null)
{
    /// <summary>An answer that refuses; the words are those of the refusal.</summary>
    public static ReadingAnswer No(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(refusal.Code, Messages: refusal.Message);
    }
}

/// <summary>The JSON of both directions.</summary>
public static class ReadingJson
{
    /// <summary>Texts are cleaned where they leave the child, after their last decoding, and again where they arrive.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new CleanTexts() } };

    private sealed class CleanTexts : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => CleanText.Of(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(CleanText.Of(value));
    }
}

/// <summary>What no text from a file may hold: PostgreSQL refuses U+0000, normalisation lone surrogates and non-characters.</summary>
public static class CleanText
{
    /// <summary>The text without U+0000 and non-characters; half of a surrogate pair becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsClean(text) ? text : string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0 or 0xFFFE or 0xFFFF)));
    }

    private static bool IsClean(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (c is '\0' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }
}
