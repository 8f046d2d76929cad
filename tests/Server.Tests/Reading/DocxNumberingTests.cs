using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>The labels that stand in no text of a Word file.</summary>
public sealed class DocxNumberingTests(Renderer renderer) : IClassFixture<Renderer>
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("decimalEnclosedCircle", 3, "③")]
    [InlineData("decimalEnclosedCircle", 21, "21")]
    [InlineData("lowerLetter", 28, "bb")]
    [InlineData("upperRoman", 14, "XIV")]
    [InlineData("aiueoFullWidth", 3, "ウ")]
    [InlineData("iroha", 2, "ロ")]
    [InlineData("japaneseCounting", 24, "二十四")]
    [InlineData("bullet", 1, "")]
    public async Task A_list_that_a_style_brings_is_counted_in_its_format(string format, int start, string written)
    {
        var read = (await renderer.Readers.Read("a.docx", Docx(format, start))).Value!;
        read.Text.Split('\n')[0].ShouldBe($"({written})一");
        read.Text.Split('\n')[2].ShouldBe("本文");
    }

    private static byte[] Docx(string format, int start)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(Item("一", "Item"), Item("二", "Item"), Item("本文", style: null)));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(string.Create(CultureInfo.InvariantCulture,
                $"""<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num></w:numbering>"""));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="Base" w:type="paragraph"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:styleId="Item" w:type="paragraph"><w:basedOn w:val="Base"/></w:style></w:styles>""");
        }

        return bytes.ToArray();
    }

    private static Paragraph Item(string text, string? style) =>
        new(new ParagraphProperties(style is null ? [] : [new ParagraphStyleId { Val = style }]), new Run(new Text(text)));
}
