using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// The labels that Word writes by itself: 1), ①, (a) stand in no paragraph's text, only the list and the level do. Counts the
/// paragraphs of each list as Word does and says what stands before each.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const int MostStyles = 32;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly Dictionary<string, List> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    private DocxNumbering()
    {
    }

    /// <summary>Reads the lists of a document and the styles that put paragraphs into them.</summary>
    public static DocxNumbering Of(MainDocumentPart main)
    {
        var numbering = new DocxNumbering();
        if (main.NumberingDefinitionsPart is { } definitions)
        {
            numbering.ReadLists(Load(definitions));
        }

        if (numbering.lists.Count > 0 && main.StyleDefinitionsPart is { } part)
        {
            numbering.ReadStyles(Load(part));
        }

        return numbering;
    }

    /// <summary>The label of the next paragraph with these properties, counted on; empty when it bears none.</summary>
    /// <param name="style">Its style, or null.</param>
    /// <param name="list">The list that it names itself ("0" takes it out of its style's), or null.</param>
    /// <param name="level">The level that it names itself, or null.</param>
    public string Next(string? style, string? list, string? level)
    {
        for (var i = 0; i < MostStyles && (list is null || level is null) && style is not null && styles.TryGetValue(style, out var inherited); i++)
        {
            (list, level, style) = (list ?? inherited.List, level ?? inherited.Level, inherited.BasedOn);
        }

        return list is not null && lists.TryGetValue(list, out var found) ? found.Next(Math.Clamp(Number(level) ?? 0, 0, Levels - 1)) : "";
    }

    private static XElement Load(OpenXmlPart part)
    {
        using var stream = part.GetStream();
        using var reader = XmlReader.Create(stream, Settings);
        return XElement.Load(reader);
    }

    private static string? Value(XElement? parent, string name) => parent?.Element(W + name)?.Attribute(W + "val")?.Value;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void ReadLists(XElement root)
    {
        var kinds = root.Elements(W + "abstractNum").GroupBy(kind => kind.Attribute(W + "abstractNumId")?.Value ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var counts = kinds.Keys.ToDictionary(id => id, _ => new int?[Levels], StringComparer.Ordinal);
        foreach (var list in root.Elements(W + "num"))
        {
            if (list.Attribute(W + "numId")?.Value is { } id && Value(list, "abstractNumId") is { } kind && kinds.TryGetValue(kind, out var definition))
            {
                lists[id] = new(LevelsOf(definition, list), counts[kind], StartsOf(list));
            }
        }
    }

    private static Level?[] LevelsOf(XElement kind, XElement list)
    {
        var levels = new Level?[Levels];
        foreach (var level in kind.Elements(W + "lvl").Concat(list.Elements(W + "lvlOverride").Elements(W + "lvl")))
        {
            if (Number(level.Attribute(W + "ilvl")?.Value) is >= 0 and < Levels and var at)
            {
                levels[at] = new(Number(Value(level, "start")) ?? 0, Value(level, "numFmt") ?? "decimal", Value(level, "lvlText") ?? "");
            }
        }

        return levels;
    }

    private static int?[] StartsOf(XElement list)
    {
        var starts = new int?[Levels];
        foreach (var changed in list.Elements(W + "lvlOverride"))
        {
            if (Number(changed.Attribute(W + "ilvl")?.Value) is >= 0 and < Levels and var at)
            {
                starts[at] = Number(Value(changed, "startOverride"));
            }
        }

        return starts;
    }

    private void ReadStyles(XElement root)
    {
        foreach (var style in root.Elements(W + "style"))
        {
            if (style.Attribute(W + "styleId")?.Value is { } id)
            {
                var properties = style.Element(W + "pPr")?.Element(W + "numPr");
                styles[id] = new(Value(properties, "numId"), Value(properties, "ilvl"), Value(style, "basedOn"));
            }
        }
    }

    private sealed record Style(string? List, string? Level, string? BasedOn);

    private sealed record Level(int Start, string Format, string Text);

    /// <summary>A list counts on where another of the same kind stopped, unless it has a start of its own.</summary>
    private sealed class List(Level?[] levels, int?[] counts, int?[] starts)
    {
        public string Next(int at)
        {
            if (levels[at] is not { } level)
            {
                return "";
            }

            counts[at] = starts[at] ?? (counts[at] is { } last ? last + 1 : level.Start);
            starts[at] = null;
            counts.AsSpan(at + 1).Clear();
            var label = new StringBuilder(level.Text);
            for (var i = 0; i <= at; i++)
            {
                if (levels[i] is { } counted)
                {
                    label.Replace($"%{i + 1}", DocxNumber.Of(counts[i] ?? counted.Start, counted.Format));
                }
            }

            return label.ToString();
        }
    }
}
