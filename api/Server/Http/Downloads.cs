using System.Text;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;

namespace SecurityTracker.Server.Http;

/// <summary>How a file leaves the program.</summary>
internal static class Downloads
{
    /// <summary>A document of Word.</summary>
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>A PDF.</summary>
    public const string Pdf = "application/pdf";

    /// <summary>A workbook of Excel.</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string NotInFileNames = "\\/:*?\"<>|";
    private const int MostOfName = 60;

    /// <summary>A text as part of a file's name on any system.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(MostOfName))
        {
            safe.Append(Rune.IsControl(rune) || (rune.IsBmp && NotInFileNames.Contains((char)rune.Value, StringComparison.Ordinal)) ? new Rune('_') : rune);
        }

        return safe.ToString().Trim(' ', '.');
    }

    /// <summary>Names the file of an answer in RFC 5987's form, and says its digest (RFC 9530) where it is known.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="sha256">Its digest, in hexadecimal.</param>
    /// <param name="shown">Whether the browser may show it in place of saving it.</param>
    public static void NameFile(this HttpResponse response, string name, string? sha256 = null, bool shown = false)
    {
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        if (sha256 is not null)
        {
            response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(sha256))}:";
        }
    }

    /// <summary>
    /// The bytes of a file that is kept for ever, under a strong ETag that is their digest: who has them already (If-None-Match) is told so and
    /// is sent none (304). Who asks has been let in by then.
    /// </summary>
    /// <param name="content">The bytes.</param>
    /// <param name="mediaType">What they are.</param>
    /// <param name="sha256">Their digest, in hexadecimal.</param>
    public static IResult Kept(byte[] content, string mediaType, string sha256) => Results.Bytes(content, mediaType, entityTag: new($"\"{sha256}\""));

    /// <summary>The type of a file as the browser needs it: of a text also in which encoding it is (UTF-8, UTF-16 by its mark, else what Windows wrote in Japan).</summary>
    public static string WithCharset(string mediaType, byte[] content) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) ? $"{mediaType}; charset={CharsetOf(content)}" : mediaType;

    private static string CharsetOf(byte[] content) => content switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "utf-16",
        _ when Utf8.IsValid(content) => "utf-8",
        _ => "windows-31j",
    };
}
