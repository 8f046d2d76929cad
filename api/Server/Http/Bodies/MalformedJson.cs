using System.Text.Json;
using System.Text.RegularExpressions;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>Says of a body that could not be read which field is at fault and why.</summary>
internal static partial class MalformedJson
{
    /// <summary>An unknown word gives <c>&lt;field&gt;-unknown</c> (<c>status-unknown</c>), U+0000 and null within a list codes of their own, all else <c>malformed-body</c>.</summary>
    public static Problem Read(JsonException thrown)
    {
        var pointer = Pointer(thrown.Path);
        return thrown switch
        {
            UnknownWordException e when pointer.Length > 0 => At(pointer, $"{Field(pointer)}-unknown", Unknown(e.Known)),
            NullInListException e => At($"{pointer}/{e.Name}", "null-in-list", NullInList),
            CharacterNotAllowedException => At(pointer, Problems.CharacterNotAllowed.Code, Problems.CharacterNotAllowed.Message),
            _ when Missing().Match(thrown.Message) is { Success: true } names => Problems.MalformedBody with
            {
                Errors = [.. names.Groups["name"].Captures.Select(c => new FieldError($"{pointer}/{c.Value}", "field-missing", FieldMissing))],
            },
            _ => At(pointer, Problems.MalformedBody.Code, Problems.MalformedBody.Message),
        };
    }

    private static readonly Message NullInList = new("一覧の中に null があります。取り除くか、値を指定してください。", "The list holds a null. Take it out, or give a value in its place.");

    private static readonly Message FieldMissing = new("この項目は必須です。値を指定してください。", "This field is required. Give it a value.");

    private static Message Unknown(IReadOnlyList<string> known) => new(
        $"使える値ではありません。{string.Join("、", known)} のいずれかを指定してください。",
        $"Not one of the words taken here. Use one of {string.Join(", ", known)}.");

    private static Problem At(string pointer, string code, Message message) => pointer.Length == 0
        ? new(StatusCodes.Status400BadRequest, code, message)
        : new(StatusCodes.Status400BadRequest, code, message, new FieldError(pointer, code, message));

    // An item of a list is called as the list is.
    private static string Field(string pointer) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(pointer.Split('/').LastOrDefault(step => step.Length > 0 && !step.All(char.IsAsciiDigit)) ?? "value");

    /// <summary>From System.Text.Json's <c>$.rows[0].status</c> to RFC 6901's <c>/rows/0/status</c>.</summary>
    private static string Pointer(string? path) => path is null ? "" : string.Concat(Step().Matches(path).Select(s => "/" + Escape(s)));

    private static string Escape(Match step) =>
        step.Groups["name"].Value.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<name>.*?)'\]|\[(?<name>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"missing required properties including: ('(?<name>[^']+)'[,;]?\s*)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
