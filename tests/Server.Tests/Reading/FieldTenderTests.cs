using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>Tenders as Word writes them: what is read is what a person sees, with all changes accepted.</summary>
public sealed class FieldTenderTests(Renderer renderer) : IClassFixture<Renderer>
{
    [Theory]
    [InlineData("00-base.docx")]
    [InlineData("02-ruby.docx")]
    [InlineData("03-c-annex-in-box.docx")]
    [InlineData("04-strict.docx")]
    [InlineData("05-direct.docx")]
    [InlineData("05-linked.docx")]
    [InlineData("06-deleted.docx")]
    [InlineData("07-hidden.docx")]
    [InlineData("21-word-online.docx")]
    public async Task The_same_tender_is_read_however_word_keeps_it(string name)
    {
        var clean = await Read(Field.Bytes("00-base.docx"));
        var read = await Read(Field.Bytes(name));

        MatchText.KeyOf(read.Text).ShouldBe(MatchText.KeyOf(clean.Text));
        var import = AnnexImporter.Read(read.Text, ShippedEditions.All)!;
        import.Match.Code.ShouldBe("ED-D");
        import.Requirements.ShouldAllBe(requirement => requirement.Match == PieceMatch.EQUAL);
    }

    [Theory]
    [InlineData("07-hidden.docx", "hidden-text", "内部メモ")]
    [InlineData("06-deleted.docx", "changes-accepted", "承諾")]
    public async Task What_was_left_out_is_said(string name, string code, string said)
    {
        var notice = (await Read(Field.Bytes(name))).Notices!.ShouldHaveSingleItem();
        notice.Code.ShouldBe(code);
        notice.Message.Ja.ShouldContain(said);
    }

    [Fact]
    public async Task A_box_is_read_once_and_after_its_paragraph()
    {
        var lines = (await Read(Field.Bytes("03-a-note-box-in-clause.docx"))).Text.Split('\n');
        lines.Count(line => line == "※要注意").ShouldBe(1);
        lines[Array.IndexOf(lines, "※要注意") - 1].ShouldStartWith("7) 受注者は、本業務遂行中に得た本業務に関する情報（紙媒体及び電子媒体）について、担当職員の許可なく");
    }

    [Theory]
    [InlineData("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>", "前後\n箱\n")]
    [InlineData("<w:r><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>", "前後\n箱\n")]
    [InlineData("<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing><wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>二</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></wpg:wgp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:group><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:group></w:pict></mc:Fallback></mc:AlternateContent></w:r>", "前後\n箱\n二\n")]
    [InlineData("<w:r><mc:AlternateContent xmlns:new=\"urn:unknown\"><mc:Choice Requires=\"new\"><w:t>新</w:t></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>", "前後\n箱\n")]
    [InlineData("<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></w:r><w:r><w:t>外箱</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>", "前後\n外箱\n箱\n")]
    [InlineData("<w:r><w:pict><v:textbox><w:txbxContent><w:tbl><w:tr><w:tc>{0}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:txbxContent></v:textbox></w:pict></w:r>", "前後\n箱\t\n")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></w:r>", "前後\n\n")]
    public async Task A_box_of_any_kind_follows_its_paragraph(string box, string text) =>
        (await Read(OfficeFiles.Docx($"<w:p><w:r><w:t>前</w:t></w:r>{box.Replace("{0}", "<w:p><w:r><w:t>箱</w:t></w:r></w:p>", StringComparison.Ordinal)}<w:r><w:t>後</w:t></w:r></w:p>"))).Text.ShouldBe(text);

    [Theory]
    [InlineData("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>x</w:t></w:r>", "表x")]
    [InlineData("<w:r><w:rPr><w:rStyle w:val=\"Hidden\"/></w:rPr><w:t>x</w:t></w:r>", "表")]
    [InlineData("<w:r><w:rPr><w:rStyle w:val=\"Based\"/></w:rPr><w:t>x</w:t></w:r>", "表")]
    [InlineData("<w:r><w:rPr><w:rStyle w:val=\"Hidden\"/><w:vanish w:val=\"false\"/></w:rPr><w:t>x</w:t></w:r>", "表x")]
    [InlineData("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>", "表x")]
    [InlineData("<w:r><w:rPr><w:webHidden/></w:rPr><w:t>x</w:t></w:r>", "表x")]
    public async Task Text_is_hidden_by_itself_or_by_its_style(string run, string text)
    {
        const string Styles = "<w:style w:type=\"character\" w:styleId=\"Hidden\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"Based\"><w:basedOn w:val=\"Hidden\"/></w:style>";
        (await Read(OfficeFiles.Docx($"<w:p><w:r><w:t>表</w:t></w:r>{run}</w:p>", styles: Styles))).Text.ShouldBe(text + "\n");
    }

    [Fact]
    public async Task A_hidden_paragraph_is_neither_read_nor_counted()
    {
        const string Style = "<w:style w:type=\"paragraph\" w:styleId=\"Memo\"><w:rPr><w:vanish/></w:rPr></w:style>";
        const string Numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>";
        var read = await Read(OfficeFiles.Docx(
            OfficeFiles.P("一", Numbered) + OfficeFiles.P("隠", "<w:pStyle w:val=\"Memo\"/>" + Numbered) + OfficeFiles.P("二", Numbered), Lists(), Style));
        read.Text.ShouldBe("1)一\n2)二\n");
        read.Notices!.ShouldHaveSingleItem().Code.ShouldBe("hidden-text");
    }

    [Theory]
    [InlineData("del", "<w:del w:id=\"1\"><w:r><w:delText>消</w:delText></w:r></w:del>", "1)一\n2)二\n")]
    [InlineData("moveFrom", "<w:moveFrom w:id=\"1\"><w:r><w:t>移</w:t></w:r></w:moveFrom>", "1)一\n2)二\n")]
    [InlineData("ins", "<w:ins w:id=\"1\"><w:r><w:t>足</w:t></w:r></w:ins>", "1)一\n2)足\n3)二\n")]
    [InlineData("moveTo", "<w:moveTo w:id=\"1\"><w:r><w:t>着</w:t></w:r></w:moveTo>", "1)一\n2)着\n3)二\n")]
    [InlineData("del", "<w:r><w:t>残</w:t></w:r>", "1)一\n2)残二\n")]
    [InlineData("none", "<w:del w:id=\"1\"><w:r><w:delText>消</w:delText></w:r></w:del>", "1)一\n2)\n3)二\n")]
    public async Task Labels_are_those_that_are_seen_with_all_changes_accepted(string mark, string content, string text)
    {
        const string Numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>";
        var changed = $"<w:p><w:pPr>{Numbered}<w:rPr><w:{mark} w:id=\"2\"></w:{mark}></w:rPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>{content}</w:p>";
        (await Read(OfficeFiles.Docx(OfficeFiles.P("一", Numbered) + changed + OfficeFiles.P("二", Numbered), Lists()))).Text.ShouldBe(text);
    }

    [Fact]
    public async Task Rows_and_cells_that_were_deleted_are_gone_and_those_that_were_added_are_there()
    {
        static string Row(string change, string text) => $"<w:tr><w:trPr>{change}</w:trPr><w:tc>{OfficeFiles.P(text)}</w:tc><w:tc><w:tcPr>{(text == "三" ? "<w:cellDel w:id=\"3\"/>" : "")}</w:tcPr>{OfficeFiles.P(text)}</w:tc></w:tr>";
        var read = await Read(OfficeFiles.Docx($"<w:tbl>{Row("", "一")}{Row("<w:del w:id=\"1\"/>", "二")}{Row("<w:ins w:id=\"2\"/>", "三")}</w:tbl>"));
        read.Text.ShouldBe("一\t一\n三\n");
    }

    [Fact]
    public async Task Lists_of_several_levels_count_as_word_does()
    {
        static string Item(int level, string text) => OfficeFiles.P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"2\"/></w:numPr>");
        const string Levels = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1-%2 \"/></w:lvl><w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimalEnclosedCircle\"/><w:lvlRestart w:val=\"0\"/><w:lvlText w:val=\"%3\"/></w:lvl>";
        var read = await Read(OfficeFiles.Docx(
            Item(0, "a") + Item(1, "b") + Item(2, "c") + Item(1, "d") + Item(0, "e") + Item(1, "f") + Item(2, "g"),
            $"<w:abstractNum w:abstractNumId=\"0\">{Levels}</w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"));
        read.Text.ShouldBe("I.a\n1-1 b\n①c\n1-2 d\nII.e\n2-1 f\n②g\n");
    }

    [Fact]
    public async Task A_list_may_name_the_style_of_its_level()
    {
        var read = await Read(OfficeFiles.Docx(
            OfficeFiles.P("章", "<w:pStyle w:val=\"H1\"/>") + OfficeFiles.P("項", "<w:pStyle w:val=\"H2\"/>") + OfficeFiles.P("項", "<w:pStyle w:val=\"H2\"/>"),
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:pStyle w:val=\"H1\"/><w:lvlText w:val=\"第%1\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:pStyle w:val=\"H2\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>",
            "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H1\"/></w:style>"));
        read.Text.ShouldBe("第1章\n1)項\n2)項\n");
    }

    [Fact]
    public async Task A_file_without_text_says_that()
    {
        (await Refused(OfficeFiles.Docx("<w:p/><w:p><w:r><w:drawing/></w:r></w:p>"))).ShouldBe("file-without-text");
        (await Refused(OfficeFiles.Docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠</w:t></w:r></w:p>"))).ShouldBe("file-without-text");
    }

    [Fact]
    public async Task A_protected_archive_says_so() =>
        (await renderer.Readers.Read("別記.zip", Field.Bytes("22-enc.zip"))).Refusal!.Message.Ja
            .ShouldContain("パスワードで保護されています。解除して保存し直してください");

    private static string Lists() =>
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>";

    private async Task<ReadDocument> Read(byte[] bytes)
    {
        var (document, refusal) = await renderer.Readers.Read("a.docx", bytes);
        refusal.ShouldBeNull();
        return document!;
    }

    private async Task<string?> Refused(byte[] bytes) => (await renderer.Readers.Read("a.docx", bytes)).Refusal?.Code;
}
