using System.Globalization;
using System.Security;
using System.Text;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.ServerTests.Catalogue;

/// <summary>
/// Writes a tender as LibreOffice's one-file XML: A4 with the page number in the footer, paragraphs, lists that number themselves
/// and tables whose heading comes back on every page. No mark hangs over the margin: LibreOffice loses it in a PDF.
/// </summary>
internal sealed class FlatDocument
{
    private const string Head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
        <office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:punctuation-wrap="simple"/><style:text-properties fo:font-size="10.5pt" style:font-size-asian="10.5pt" fo:language="ja" fo:country="JP"/></style:default-style></office:styles>
        <office:automatic-styles>
        <text:list-style style:name="Items">
        <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/>
        <text:list-level-style-number text:level="2" style:num-format="①, ②, ③, ..."/>
        <text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
        </text:list-style>
        <style:style style:name="Narrow" style:family="table-column"><style:table-column-properties style:column-width="3.2cm"/></style:style>
        <style:style style:name="Wide" style:family="table-column"><style:table-column-properties style:column-width="11.3cm"/></style:style>
        <style:style style:name="Status" style:family="table-column"><style:table-column-properties style:column-width="2.5cm"/></style:style>
        <style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
        <style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:footer-style/></style:page-layout>
        </office:automatic-styles>
        <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p><text:page-number text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>
        <office:body><office:text>
        """;

    private readonly StringBuilder body = new(Head);

    /// <summary>A tender as its text stands: one paragraph a line.</summary>
    public static string OfText(string tender) => new FlatDocument().Lines(tender.Split('\n')).End();

    /// <summary>The same with the edition's annex set as an office sets it: numbered by the program, the form a table.</summary>
    public static string OfEdition(IEnumerable<string> before, AnnexEdition edition)
    {
        var document = new FlatDocument().Lines(before).Lines(["情報セキュリティに関する事項", "", edition.Opening]);
        foreach (var requirement in edition.Requirements)
        {
            document.Add(requirement, edition.Requirements[0] == requirement);
        }

        return (edition.Form is { } form ? document.Add(form) : document).End();
    }

    private FlatDocument Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Paragraph(line);
        }

        return this;
    }

    private void Paragraph(string text) => body.Append(CultureInfo.InvariantCulture, $"<text:p>{SecurityElement.Escape(text)}</text:p>\n");

    private void Add(Requirement requirement, bool first)
    {
        if (requirement.Heading is { Length: > 0 } heading)
        {
            Paragraph(heading);
        }

        body.Append(CultureInfo.InvariantCulture, $"<text:list text:style-name=\"Items\"{(first ? "" : " text:continue-numbering=\"true\"")}><text:list-item>");
        Paragraph(requirement.Text.Split('\n')[0]);
        Paragraphs(requirement.Text.Split('\n').Skip(1).TakeWhile(line => requirement.Statements.All(s => !line.StartsWith(s.Label, StringComparison.Ordinal))));
        Add(requirement.Statements);
        body.Append("</text:list-item></text:list>\n");
    }

    private void Add(IReadOnlyList<Statement> statements)
    {
        if (statements.Count == 0)
        {
            return;
        }

        body.Append("<text:list>");
        foreach (var statement in statements)
        {
            body.Append("<text:list-item>");
            var lines = statement.Text.Split('\n');
            var own = lines.TakeWhile(line => statement.Statements.All(s => !line.StartsWith(s.Label, StringComparison.Ordinal))).ToList();
            Paragraphs(own);
            Add(statement.Statements);
            body.Append("</text:list-item>");
        }

        body.Append("</text:list>");
    }

    private void Paragraphs(IEnumerable<string> lines) => Lines(lines);

    private FlatDocument Add(ReportForm form)
    {
        Lines([form.Mark, "令和　　年　　月　　日", form.AddresseePattern, "住　　　　　所", "名　　　　　称", "代 表 者 氏 名", form.Title, form.Preamble, "記", form.ContractHeading]);
        Table(["Narrow", "Wide"], heading: null, [["契約締結日", ""], ["契約件名", ""]]);
        Paragraph(form.ReportHeading);
        Table(["Narrow", "Wide", "Status"], form.Columns, form.Rows.Select(row => (IReadOnlyList<string>)[row.Label, row.Text, ""]));
        return Lines(["", "記載要領", .. form.Notes, form.Closing]);
    }

    private void Table(IEnumerable<string> columns, IReadOnlyList<string>? heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        body.Append("<table:table>");
        foreach (var column in columns)
        {
            body.Append(CultureInfo.InvariantCulture, $"<table:table-column table:style-name=\"{column}\"/>");
        }

        if (heading is not null)
        {
            body.Append("<table:table-header-rows>");
            Row(heading);
            body.Append("</table:table-header-rows>");
        }

        foreach (var row in rows)
        {
            Row(row);
        }

        body.Append("</table:table>\n");
    }

    private void Row(IReadOnlyList<string> cells)
    {
        body.Append("<table:table-row>");
        foreach (var cell in cells)
        {
            body.Append("<table:table-cell table:style-name=\"Cell\">");
            Lines(cell.Split('\n'));
            body.Append("</table:table-cell>");
        }

        body.Append("</table:table-row>");
    }

    private string End() => body.Append("</office:text></office:body></office:document>").ToString();
}
