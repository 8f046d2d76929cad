using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// The rows of a workbook, sheet by sheet, each with the cells that hold something and the columns in which they stand. Sheets
/// that Excel hides are left out, and that is said.
/// </summary>
internal static class XlsxText
{
    public static ReadDocument Read(OfficePackage package, string main)
    {
        var (sheets, from1904) = Workbook(package, main);
        var shared = Shared(package, main);
        using var styles = package.Find(main, "styles");
        var dates = XlsxDates.Of(styles, from1904);
        var parts = package.RelationsOf(main).Where(relation => relation.Kind is "worksheet").ToDictionary(relation => relation.Id, relation => relation.Part, StringComparer.Ordinal);
        var (blocks, notices) = (new List<ReadBlock>(), new List<ReadingNotice>());
        if (sheets.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name).ToList() is { Count: > 0 } hidden)
        {
            notices.Add(ReadingNotices.HiddenSheets(hidden));
        }

        foreach (var sheet in sheets.Where(sheet => !sheet.IsHidden))
        {
            if (parts.Remove(sheet.Relation, out var part))
            {
                using var reader = package.Read(part);
                var rows = new XlsxSheet(sheet.Name, shared, dates, package.Limits);
                rows.Read(reader);
                blocks.AddRange(new XlsxShapes(package, part, sheet.Name).Among(rows.Rows, rows.Controls));
                notices.AddRange(rows.Notices);
            }
        }

        return new ReadDocument(blocks, Notices: notices);
    }

    private static (List<Sheet> Sheets, bool From1904) Workbook(OfficePackage package, string main)
    {
        var (sheets, from1904) = (new List<Sheet>(), false);
        using var reader = package.Read(main);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !reader.IsSheet())
            {
                continue;
            }

            if (reader.LocalName is "workbookPr")
            {
                from1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (reader.LocalName is "sheet")
            {
                sheets.Add(new(reader.GetAttribute("name") ?? "", reader.GetAttribute("state") is "hidden" or "veryHidden", RelationOf(reader)));
            }
        }

        return (sheets, from1904);
    }

    // r:id; the namespace is another in a Strict file.
    public static string RelationOf(XmlReader reader)
    {
        var id = "";
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            id = reader.LocalName is "id" && reader.NamespaceURI.Length > 0 ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    private static List<string> Shared(OfficePackage package, string main)
    {
        using var reader = package.Find(main, "sharedStrings");
        var strings = new List<string>();
        var limits = new DocumentLimits();
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" } && reader.IsSheet())
            {
                limits.Take(1);
                strings.Add(reader.TextInside(limits));
            }
        }

        return strings;
    }

    private sealed record Sheet(string Name, bool IsHidden, string Relation);
}
