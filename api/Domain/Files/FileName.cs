using System.Globalization;
using System.Text;

namespace SecurityTracker.Domain.Files;

/// <summary>Names of files from outside, made harmless: a name can be shown, saved on any system and put into a header.</summary>
public static class FileName
{
    private const int Longest = 120;
    private const string NotInNames = "/\\:*?\"<>|";
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "LPT1", "LPT2", "LPT3", "CLOCK$"];

    /// <summary>The last part of a path, without what hides or breaks; it ends as its content does.</summary>
    /// <param name="name">As it came; may be empty.</param>
    /// <param name="endings">The endings of the content's type, the usual one first: <c>.jpg</c>, <c>.jpeg</c>.</param>
    public static string Clean(string? name, IReadOnlyList<string> endings)
    {
        ArgumentNullException.ThrowIfNull(endings);
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(IsShown))
        {
            clean.Append(rune.IsBmp && NotInNames.Contains((char)rune.Value, StringComparison.Ordinal) ? new Rune('_') : rune);
        }

        var text = SoundText.Normal(clean.ToString(), NormalizationForm.FormC).Trim(' ', '.', '\u3000');
        var ending = endings.FirstOrDefault(e => text.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = Shortened(ending is null ? text : text[..^ending.Length].TrimEnd(' ', '.'));
        return (stem.Length == 0 ? "名称なし" : IsDevice(stem) ? "_" + stem : stem) + (ending ?? endings[0]);
    }

    /// <summary>Control characters, half pairs and what turns the direction of writing are not shown.</summary>
    private static bool IsShown(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    private static bool IsDevice(string stem) => Devices.Contains(stem.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase);

    private static string Shortened(string stem) =>
        Texts.Length(stem) <= Longest ? stem : string.Concat(stem.EnumerateRunes().Take(Longest).Select(rune => rune.ToString())).TrimEnd(' ', '.');
}
