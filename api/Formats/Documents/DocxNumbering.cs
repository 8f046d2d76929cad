using System.Globalization;
using System.Text;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// The labels that Word writes by itself: 1), ①, (a) stand in no paragraph's text, only the list and the level do. Counts the
/// paragraphs of each list as Word does and says what stands before each.
/// </summary>
internal sealed class DocxNumbering(DocxStyles styles, DocxLists definitions)
{
    private readonly Dictionary<string, List> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> counts = new(StringComparer.Ordinal);

    /// <summary>The label of the next paragraph with these properties, counted on; empty when it bears none.</summary>
    /// <param name="style">Its style, or null.</param>
    /// <param name="list">The list that it names itself ("0" takes it out of its style's), or null.</param>
    /// <param name="level">The level that it names itself, or null.</param>
    public string Next(string? style, string? list, string? level)
    {
        if (list is not null && level is not null)
        {
            return Label(Find(list), level);
        }

        var inherited = styles.Ancestors(style).ToList();
        var found = (list ?? inherited.Select(each => each.Style.List).FirstOrDefault(named => named is not null)) is { } id ? Find(id) : null;

        // A list may name the style of each of its levels, and then the style need not name the level.
        return Label(found, level ?? inherited.Select(each => found?.LevelOf(each.Id) ?? each.Style.Level).FirstOrDefault(named => named is not null));
    }

    private static string Label(List? list, string? level) => list?.Next(Math.Clamp(DocxLists.Number(level) ?? 0, 0, DocxLists.Levels - 1)) ?? "";

    private List? Find(string id)
    {
        if (lists.TryGetValue(id, out var known))
        {
            return known;
        }

        if (definitions.Find(id, styles) is not { } definition)
        {
            return null;
        }

        if (!counts.TryGetValue(definition.Kind, out var counted))
        {
            counts[definition.Kind] = counted = new int?[DocxLists.Levels];
        }

        return lists[id] = new(definition, counted);
    }

    /// <summary>A list counts on where another of the same kind stopped, unless it has a start of its own.</summary>
    private sealed class List(DocxList definition, int?[] counts)
    {
        private readonly int?[] starts = [.. definition.Starts];

        public string? LevelOf(string style)
        {
            var at = Array.FindIndex(definition.Levels, level => level?.Style == style);
            return at < 0 ? null : at.ToString(CultureInfo.InvariantCulture);
        }

        public string Next(int at)
        {
            if (definition.Levels[at] is not { } level)
            {
                return "";
            }

            counts[at] = starts[at] ?? (counts[at] is { } last ? last + 1 : level.Start);
            starts[at] = null;
            for (var below = at + 1; below < counts.Length; below++)
            {
                counts[below] = definition.Levels[below]?.RestartsAfter is { } after && at + 1 > after ? counts[below] : null;
            }

            return Label(at, level);
        }

        private string Label(int at, DocxLevel level)
        {
            var label = new StringBuilder(level.Text);
            for (var i = 0; i <= at; i++)
            {
                if (definition.Levels[i] is { } counted)
                {
                    label.Replace($"%{i + 1}", DocxNumber.Of(counts[i] ?? counted.Start, level.InDecimals && i < at ? "decimal" : counted.Format));
                }
            }

            return label.ToString();
        }
    }
}
