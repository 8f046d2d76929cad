using System.Text.Json;
using System.Text.Json.Serialization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
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

    /// <summary>What a mail server reports of a mail that it had taken.</summary>
    BOUNCE,

    /// <summary>What the signatures of a mail are worth, by the keys that the server has asked for.</summary>
    SIGNATURES,
}

/// <summary>A question; the bytes of the file follow as a message of their own.</summary>
/// <param name="Name">As the person knows the file.</param>
/// <param name="Means">By what the signatures of a mail are checked.</param>
public sealed record ReadingRequest(ReadingKind Kind, string Name, SignatureMeans? Means = null);

/// <summary>By what signatures are checked: a child has no network and looks into no folder.</summary>
/// <param name="Keys">The text of a key for each DKIM signature, null where there is none.</param>
/// <param name="Roots">The certificates that S/MIME signatures may come from, DER; none where the mail has no such signature.</param>
/// <param name="Now">No mail was received later.</param>
public sealed record SignatureMeans(IReadOnlyList<string?> Keys, IReadOnlyList<byte[]> Roots, DateTimeOffset Now);

/// <summary>What the signatures of a mail are worth.</summary>
/// <param name="Dkim">For each DKIM signature.</param>
public sealed record SignatureResults(IReadOnlyList<DkimResult> Dkim, SmimeFinding Smime);

/// <summary>An answer: one of the values, or the code of a refusal, most of which the server knows the words of.</summary>
/// <param name="Messages">The words of a refusal that names a limit.</param>
public sealed record ReadingAnswer(
    string? Refusal = null, ReadDocument? Document = null, FileType? Type = null, MailContents? Mail = null, SignatureResults? Signatures = null, Message? Messages = null,
    BounceReading? Bounce = null)
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
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new SoundTexts() } };

    private sealed class SoundTexts : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SoundText.Of(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(SoundText.Of(value));
    }
}
