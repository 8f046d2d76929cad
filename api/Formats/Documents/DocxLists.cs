using System.Globalization;
using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>A level of a list.</summary>
/// <param name="Text">The label, with %1 to %9 for the numbers of the levels.</param>
/// <param name="Style">The style whose paragraphs are of this level, or null.</param>
/// <param name="RestartsAfter">It is counted anew after a paragraph of this level (1 to 9) or above, never for 0; null: of any level above its own.</param>
/// <param name="InDecimals">The numbers of the levels above are written in decimals.</param>
internal sealed record DocxLevel(int Start, string Format, string Text, string? Style, int? RestartsAfter, bool InDecimals);

/// <summary>A list: the kind that it is counted with, its levels, and the starts of its own.</summary>
internal sealed record DocxList(string Kind, DocxLevel?[] Levels, int?[] Starts);

/// <summary>The definitions of the lists of a Word file (numbering.xml).</summary>
internal sealed class DocxLists
{
    /// <summary>The levels that a list has.</summary>
    public const int Levels = 9;

    private const int MostLinks = 16;
    private readonly Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Kind, DocxLevel?[] Levels, int?[] Starts)> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ofStyle = new(StringComparer.Ordinal);

    /// <summary>Reads the definitions; null for a file without any.</summary>
    public static DocxLists Of(XmlReader? part)
    {
        var all = new DocxLists();
        while (part?.Read() == true)
        {
            if (part.NodeType == XmlNodeType.Element && part.IsWord())
            {
                all.Take(part);
            }
        }

        return all;
    }

    /// <summary>A number, or null.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// A list by its number, or null. A kind may only say that a list style has its levels (numStyleLink); the style names a list
    /// of the kind that has them (styleLink).
    /// </summary>
    public DocxList? Find(string id, DocxStyles styles)
    {
        if (!lists.TryGetValue(id, out var list))
        {
            return null;
        }

        var name = list.Kind;
        for (var i = 0; i < MostLinks && kinds.TryGetValue(name, out var kind); i++)
        {
            if (kind.Link is not { } style)
            {
                return new(name, [.. kind.Levels.Select((level, at) => list.Levels[at] ?? level)], list.Starts);
            }

            var named = styles.Ancestors(style).Select(each => each.Style.List).FirstOrDefault(of => of is not null);
            name = named is not null && lists.TryGetValue(named, out var linked) && linked.Kind != name ? linked.Kind : ofStyle.GetValueOrDefault(style, "");
        }

        return null;
    }

    private void Take(XmlReader reader)
    {
        var id = reader.GetAttribute(reader.LocalName is "num" ? "numId" : "abstractNumId", reader.NamespaceURI);
        if (id is not null && reader.LocalName is "abstractNum")
        {
            var kind = new Kind();
            Read(reader, kind.Levels, new int?[Levels], (name, value) =>
            {
                kind.Link = name is "numStyleLink" ? value : kind.Link;
                if (name is "styleLink" && value is not null)
                {
                    ofStyle[value] = id;
                }
            });
            kinds.TryAdd(id, kind);
        }
        else if (id is not null && reader.LocalName is "num")
        {
            var (of, levels, starts) = ("", new DocxLevel?[Levels], new int?[Levels]);
            Read(reader, levels, starts, (name, value) => of = name is "abstractNumId" ? value ?? "" : of);
            lists[id] = (of, levels, starts);
        }
    }

    private static void Read(XmlReader reader, DocxLevel?[] levels, int?[] starts, Action<string, string?> other)
    {
        var (level, overridden) = (-1, -1);
        foreach (var inside in reader.Inside())
        {
            switch (inside.LocalName)
            {
                case "lvl":
                    level = LevelAt(inside);
                    Change(levels, level, _ => new(0, "decimal", "", Style: null, RestartsAfter: null, InDecimals: false));
                    break;
                case "lvlOverride":
                    overridden = LevelAt(inside);
                    break;
                case "startOverride" when overridden >= 0:
                    starts[overridden] = Number(inside.Val());
                    break;
                case var _ when PropertyOf(inside) is { } property:
                    Change(levels, level, property);
                    break;
                default:
                    other(inside.LocalName, inside.Val());
                    break;
            }
        }
    }

    /// <summary>What an element says of the level that it stands in; null where it says nothing of one.</summary>
    private static Func<DocxLevel, DocxLevel>? PropertyOf(XmlReader inside) => inside.LocalName switch
    {
        "start" => level => level with { Start = Number(inside.Val()) ?? 0 },
        "numFmt" => level => level with { Format = inside.Val() ?? "decimal" },
        "lvlText" => level => level with { Text = inside.Val() ?? "" },
        "pStyle" => level => level with { Style = inside.Val() },
        "lvlRestart" => level => level with { RestartsAfter = Number(inside.Val()) },
        "isLgl" => level => level with { InDecimals = inside.IsOn() },
        _ => null,
    };

    private static void Change(DocxLevel?[] levels, int at, Func<DocxLevel, DocxLevel> change)
    {
        if (at >= 0)
        {
            levels[at] = change(levels[at] ?? new(0, "decimal", "", Style: null, RestartsAfter: null, InDecimals: false));
        }
    }

    private static int LevelAt(XmlReader reader) =>
        Number(reader.GetAttribute("ilvl", reader.NamespaceURI)) is >= 0 and < Levels and var at ? at : -1;

    private sealed class Kind
    {
        public string? Link { get; set; }

        public DocxLevel?[] Levels { get; } = new DocxLevel?[DocxLists.Levels];
    }
}
