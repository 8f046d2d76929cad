namespace SecurityTracker.Formats.Documents;

/// <summary>The paragraphs and tables of a Word file, read as a stream; nothing outside the body and its boxes is looked at.</summary>
internal static class DocxText
{
    public static ReadDocument Read(OfficePackage package, string main)
    {
        var styles = Use(package, main, "styles", DocxStyles.Of);
        var body = new DocxBody(styles, new DocxNumbering(styles, Use(package, main, "numbering", DocxLists.Of)), package.Limits);
        using var reader = package.Read(main);
        reader.Read();
        while (!reader.EOF)
        {
            if (!body.Take(reader))
            {
                reader.Read();
            }
        }

        return body.End();
    }

    private static T Use<T>(OfficePackage package, string main, string kind, Func<System.Xml.XmlReader?, T> read)
    {
        using var part = package.Find(main, kind);
        return read(part);
    }
}
