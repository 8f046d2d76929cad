using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>What a style of a Word file says of numbers and of hidden text, by itself.</summary>
/// <param name="List">The list that it puts paragraphs into, or null.</param>
/// <param name="Level">Their level in it, or null.</param>
/// <param name="IsHidden">Its text is hidden, is not, or null where it leaves that to the style below.</param>
internal sealed record DocxStyle(string? BasedOn, string? List, string? Level, bool? IsHidden);

/// <summary>The styles of a Word file, each with what it inherits.</summary>
internal sealed class DocxStyles
{
    private const int MostAncestors = 32;
    private readonly Dictionary<string, DocxStyle> styles = new(StringComparer.Ordinal);
    private string? ofParagraphs;

    /// <summary>Reads the styles; null for a file without any.</summary>
    public static DocxStyles Of(XmlReader? part)
    {
        var all = new DocxStyles();
        while (part?.Read() == true)
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "style" } && part.IsWord())
            {
                all.Take(part);
            }
        }

        return all;
    }

    /// <summary>The style of a paragraph: the one that it names, else the file's own for paragraphs.</summary>
    public string? OfParagraph(string? named) => named ?? ofParagraphs;

    /// <summary>The text of a style is hidden.</summary>
    public bool IsHidden(string? style) => Ancestors(style).Select(each => each.Style.IsHidden).FirstOrDefault(hidden => hidden is not null) ?? false;

    /// <summary>A style and those that it is based on, the nearest first.</summary>
    public IEnumerable<(string Id, DocxStyle Style)> Ancestors(string? style)
    {
        for (var i = 0; i < MostAncestors && style is not null && styles.TryGetValue(style, out var found); i++)
        {
            yield return (style, found);
            style = found.BasedOn;
        }
    }

    private void Take(XmlReader reader)
    {
        if (reader.GetAttribute("styleId", reader.NamespaceURI) is not { } id)
        {
            return;
        }

        if (reader.GetAttribute("type", reader.NamespaceURI) is "paragraph" && reader.GetAttribute("default", reader.NamespaceURI) is "1" or "true" or "on")
        {
            ofParagraphs ??= id;
        }

        var style = new DocxStyle(BasedOn: null, List: null, Level: null, IsHidden: null);
        foreach (var inside in reader.Inside())
        {
            style = inside.LocalName switch
            {
                "basedOn" => style with { BasedOn = inside.Val() },
                "numId" => style with { List = inside.Val() },
                "ilvl" => style with { Level = inside.Val() },
                "vanish" => style with { IsHidden = inside.IsOn() },
                _ => style,
            };
        }

        styles[id] = style;
    }
}
