using System.Text;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Server.Children;

namespace SecurityTracker.Server.Printing;

/// <summary>A character, or a variant of one, that the PDF cannot print as it is written.</summary>
/// <param name="Place">Where it stands, in the form's words: 名称, 情報セキュリティに関する事項８）の理由等.</param>
/// <param name="Text">The character with its variation selector.</param>
/// <param name="CodePoints">e.g. <c>U+845B U+E0105</c>.</param>
internal sealed record MissingGlyph(string Place, string Text, string CodePoints);

/// <summary>Looks for what the two pinned fonts cannot print. A variant that they lack would otherwise print as the plain character, unnoticed.</summary>
internal static class Glyphs
{
    private static readonly Lazy<IReadOnlyList<FontCoverage>> Fonts = new(() =>
        [.. new RuntimeFiles(new ConfigurationBuilder().AddEnvironmentVariables().Build()).Fonts.Select(font => FontCoverage.Of(File.ReadAllBytes(font)))]);

    /// <summary>Each missing character or variant once for each place it stands in; empty when all of the form prints as it is written.</summary>
    public static IReadOnlyList<MissingGlyph> Missing(FilledForm form) =>
        [.. PlacesOf(form).SelectMany(place => MissingIn(place.Text).Distinct(StringComparer.Ordinal).Select(text => new MissingGlyph(place.Name, text, CodePointsOf(text))))];

    /// <summary>The characters of a text, with their selectors, that no font prints as they are written.</summary>
    public static IEnumerable<string> MissingIn(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            var selector = i + 1 < runes.Length && IsSelector(runes[i + 1]) ? runes[i + 1] : (Rune?)null;
            if (!IsPrinted(runes[i], selector))
            {
                yield return $"{runes[i]}{selector}";
            }

            if (selector is not null)
            {
                i++;
            }
        }
    }

    // The first font that has the character prints it; a variant that this font lacks is not looked for in the next.
    private static bool IsPrinted(Rune character, Rune? selector)
    {
        if (character.Value is '\n' || IsInvisible(character))
        {
            return true;
        }

        var font = Fonts.Value.FirstOrDefault(candidate => candidate.Has(character));
        return font is not null && (selector is not { } variant || font.Has(character, variant));
    }

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsInvisible(Rune rune) => rune.Value is (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF;

    private static IEnumerable<(string Name, string Text)> PlacesOf(FilledForm form) =>
    [
        ("文書番号", form.DocumentNumber ?? ""),
        ("宛名", form.Addressee),
        (FormWords.Address, form.ContractorAddress),
        (FormWords.Name, form.ContractorName),
        (FormWords.Representative, form.RepresentativeName),
        (FormWords.ContractName, form.ContractName),
        (form.Title, form.Title + form.Preamble + form.ContractHeading + form.ReportHeading + string.Concat(form.Columns)),
        .. form.Rows.Select(row => ($"{row.Label}の{form.Columns[1]}", row.Label + row.Text)),
        (FormWords.Notes, string.Concat(form.Notes) + form.Closing),
        .. form.Reasons.Select(entry => ($"{entry.Label}の{FormWords.Reason}", entry.Text)),
    ];

    /// <summary>e.g. <c>U+845B U+E0105</c>.</summary>
    public static string CodePointsOf(string text) =>
        string.Join(' ', text.EnumerateRunes().Select(rune => FormattableString.Invariant($"U+{rune.Value:X4}")));
}
