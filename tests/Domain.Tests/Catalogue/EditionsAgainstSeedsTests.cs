using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>
/// Each edition is walked against the document it was taken from, character by character. Layout alone is taken away (line and
/// page breaks, indentation, markdown bullets, table tabs, HTML tags); every other difference must stand in corrections.json.
/// </summary>
public partial class EditionsAgainstSeedsTests
{
    private static readonly Dictionary<string, string> SeedOf = new(StringComparer.Ordinal)
    {
        ["ED-A"] = "004", ["ED-B"] = "002", ["ED-C"] = "000", ["ED-D"] = "001",
    };

    private static readonly List<Correction> Corrections = JsonSerializer.Deserialize<List<Correction>>(
        File.ReadAllText(Path.Combine(Seeds.Folder, "corrections.json")), JsonSerializerOptions.Web)!;

    public static TheoryData<string> Codes => [.. SeedOf.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_character_of_the_seed_is_in_the_edition_or_in_a_correction(string code)
    {
        var edition = ShippedEditions.All.Single(e => e.Code == code);
        var unused = Corrections.Where(c => c.Edition == code).ToList();
        var seed = WithoutLayout(Seeds.Text(SeedOf[code]));
        var at = 0;
        foreach (var (place, text) in Places(edition))
        {
            var corrections = unused.Where(c => c.Place == place).OrderBy(c => c.Position).ToList();
            unused.RemoveAll(corrections.Contains);
            var asRead = Undo(corrections, text.Replace("\n", "", StringComparison.Ordinal));
            seed.Substring(at, Math.Min(asRead.Length, seed.Length - at)).ShouldBe(asRead, $"{code} {place}");
            at += asRead.Length;
        }

        seed[at..].ShouldBe("", "The seed goes on after the edition's last line.");
        unused.ShouldBeEmpty();
    }

    [Fact]
    public void Every_correction_says_why() => Corrections.ShouldAllBe(c => c.Why.Length > 10 && c.From != c.To);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Paragraphs_of_an_edition_begin_where_a_line_of_the_seed_begins(string code)
    {
        var lines = AnnexLines(Seeds.Text(SeedOf[code])).SelectMany(l => Paragraph().Split(l))
            .Select(l => MatchText.KeyOf(WithoutLayout([l]))).Where(l => l.Length > 0).ToList();
        var edition = ShippedEditions.All.Single(e => e.Code == code);
        var paragraphs = edition.Requirements.Select(r => r.Text).Concat(edition.Form?.Rows.Select(r => r.Text) ?? [])
            .SelectMany(t => t.Split('\n').Skip(1)).Select(MatchText.KeyOf);
        paragraphs.Where(p => !lines.Exists(l => SameBeginning(l, p))).ShouldBeEmpty();
    }

    private static bool SameBeginning(string one, string other)
    {
        var length = Math.Min(12, Math.Min(one.Length, other.Length));
        return string.CompareOrdinal(one, 0, other, 0, length) == 0;
    }

    private static string Undo(List<Correction> corrections, string text)
    {
        var read = new StringBuilder();
        var at = 0;
        foreach (var c in corrections)
        {
            c.Position.ShouldBeGreaterThanOrEqualTo(at, $"{c.Edition} {c.Place}: corrections overlap");
            text.Substring(c.Position, c.To.Length).ShouldBe(c.To, $"{c.Edition} {c.Place} at {c.Position}");
            read.Append(text, at, c.Position - at).Append(c.From);
            at = c.Position + c.To.Length;
        }

        return read.Append(text, at, text.Length - at).ToString();
    }

    private static IEnumerable<(string Place, string Text)> Places(AnnexEdition edition)
    {
        yield return ("title", "情報セキュリティに関する事項");
        yield return ("opening", edition.Opening);
        string? heading = null;
        foreach (var r in edition.Requirements)
        {
            if (r.Heading is not null && r.Heading != heading)
            {
                yield return ($"heading {r.Id}", heading = r.Heading);
            }

            yield return (r.Id, $"{r.Number}){r.Text}");
        }

        foreach (var place in edition.Form is { } form ? Places(form) : [])
        {
            yield return place;
        }
    }

    private static IEnumerable<(string Place, string Text)> Places(ReportForm form) =>
    [
        ("form/mark", form.Mark),
        ("form/date", FormLabels.Date),
        ("form/addressee", form.AddresseePattern),
        ("form/contractor", FormLabels.Address + FormLabels.Name + FormLabels.Representative),
        ("form/title", form.Title),
        ("form/preamble", form.Preamble),
        ("form/centre", FormLabels.Centre),
        ("form/contract-heading", form.ContractHeading),
        ("form/contract", FormLabels.SignedOn + FormLabels.ContractName),
        ("form/report-heading", form.ReportHeading),
        ("form/columns", string.Concat(form.Columns)),
        .. form.Rows.Select(r => ($"form/row {r.Number}", r.Label + r.Text)),
        ("form/notes-heading", FormLabels.NotesHeading),
        .. form.Notes.Select((n, i) => ($"form/note {i + 1}", n)),
        ("form/closing", form.Closing),
    ];

    private static string[] AnnexLines(string seed)
    {
        var lines = seed.Split('\n');
        var title = Array.FindLastIndex(lines, l => l.Trim() == "情報セキュリティに関する事項");
        return lines[title..];
    }

    private static string WithoutLayout(string seed) => WithoutLayout(AnnexLines(seed));

    private static string WithoutLayout(string[] lines) => string.Concat(lines
        .Where(l => !TableRule().IsMatch(l))
        .Select(l => Bullet().Replace(l, ""))
        .SelectMany(l => Paragraph().Replace(l, "\t").Split('\t'))
        .Select(cell => cell.Trim(' ', '\u3000', '\r', '\f')));

    [GeneratedRegex(@"^[\t\- ]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^\s*- (?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex("</?p>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Paragraph();

    /// <summary>One place where the edition says otherwise than the document as extracted.</summary>
    /// <param name="Edition">The edition's code.</param>
    /// <param name="Place">Which of its texts, the label included.</param>
    /// <param name="Position">Where in that text, line feeds not counted.</param>
    /// <param name="From">What the extraction reads there.</param>
    /// <param name="To">What the edition says there.</param>
    /// <param name="Why">Why the edition is right.</param>
    private sealed record Correction(string Edition, string Place, int Position, string From, string To, string Why);
}
