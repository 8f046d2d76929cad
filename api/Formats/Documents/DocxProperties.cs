using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>Reads what paragraphs, runs, rows and cells of a Word file say of themselves; the reader stands on the properties, and afterwards on their end.</summary>
internal static class DocxProperties
{
    /// <summary>A paragraph's properties; whether its style hides its text; whether it was changed under tracking.</summary>
    public static (DocxParagraph Paragraph, bool IsHiddenByStyle, bool IsChanged) OfParagraph(XmlReader reader, DocxStyles styles)
    {
        var (read, isHidden, isChanged) = (new DocxParagraph(), (bool?)null, false);
        foreach (var inside in reader.Inside())
        {
            read = inside.LocalName switch
            {
                "pStyle" => read with { Style = inside.Val() },
                "numId" => read with { List = inside.Val() },
                "ilvl" => read with { Level = inside.Val() },
                "del" or "moveFrom" => read with { HasMark = false },
                _ => read,
            };
            isHidden = inside.LocalName is "vanish" ? inside.IsOn() : isHidden;
            isChanged |= inside.LocalName is "del" or "moveFrom" or "moveTo" or "ins";
        }

        var style = styles.OfParagraph(read.Style);
        var byStyle = styles.IsHidden(style);
        return (read with { Style = style, HasMark = read.HasMark && !(isHidden ?? byStyle) }, byStyle, isChanged);
    }

    /// <summary>Whether a run's text is hidden. What two styles both switch on is off (ECMA-376 §17.7.3); what the run says itself is meant.</summary>
    public static bool IsHidden(XmlReader reader, DocxStyles styles, bool byParagraph)
    {
        var (own, style) = ((bool?)null, (string?)null);
        foreach (var inside in reader.Inside())
        {
            own = inside.LocalName is "vanish" ? inside.IsOn() : own;
            style = inside.LocalName is "rStyle" ? inside.Val() : style;
        }

        return own ?? (styles.IsHidden(style) ^ byParagraph);
    }

    /// <summary>The columns left free before a row; whether it was deleted; whether it was changed under tracking.</summary>
    public static (int Before, bool IsDeleted, bool IsChanged) OfRow(XmlReader reader)
    {
        var (before, isDeleted, isChanged) = (0, false, false);
        foreach (var inside in reader.Inside())
        {
            before = inside.LocalName is "gridBefore" ? DocxLists.Number(inside.Val()) ?? 0 : before;
            isDeleted |= inside.LocalName is "del";
            isChanged |= inside.LocalName is "del" or "ins";
        }

        return (Math.Clamp(before, 0, 64), isDeleted, isChanged);
    }

    /// <summary>The columns that a cell takes, whether it was deleted, and whether it is merged with the one above it.</summary>
    public static (int Span, bool IsDeleted, bool GoesOn) OfCell(XmlReader reader)
    {
        var (span, isDeleted, goesOn) = (1, false, false);
        foreach (var inside in reader.Inside())
        {
            span = inside.LocalName is "gridSpan" ? DocxLists.Number(inside.Val()) ?? 1 : span;
            isDeleted |= inside.LocalName is "cellDel";
            goesOn |= inside.LocalName is "vMerge" && inside.Val() is not "restart";
        }

        return (span, isDeleted, goesOn);
    }
}
