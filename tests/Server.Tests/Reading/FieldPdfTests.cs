using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;
using SecurityTracker.Server.Reading;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>PDFs as they come from the field.</summary>
public sealed class FieldPdfTests(Renderer renderer) : IClassFixture<Renderer>
{
    [Theory]
    [InlineData("w2100.pdf")]
    [InlineData("w3400.pdf")]
    [InlineData("p310.pdf")]
    public async Task A_tender_is_the_clean_one(string file)
    {
        var import = AnnexImporter.Read(await Text(file), ShippedEditions.All).ShouldNotBeNull();
        var said = string.Join('\n', import.Warnings.Select(w => w.Messages.Ja).Concat(import.Unread.Select(u => u.Text)));
        import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.EXACT), said);
        import.Form!.Rows.Count.ShouldBe(16);
        import.Unread.ShouldBeEmpty(said);
    }

    [Fact]
    public async Task A_text_layer_of_radicals_is_read_as_kanji()
    {
        var import = AnnexImporter.Read(await Text("src.pdf"), ShippedEditions.All).ShouldNotBeNull();
        import.Match.Code.ShouldBe("ED-D");
        import.Requirements.Where(r => r.Match != PieceMatch.EQUAL).Select(r => r.Number).ShouldBeEmpty();
        string.Concat(import.Proposals.ContractName, import.Proposals.Section).ShouldNotContain(c => c >= '\u2E80' && c <= '\u2FDF');
    }

    [Theory]
    [InlineData("form.pdf")]
    [InlineData("f2100.pdf")]
    public async Task A_filled_form_has_its_sixteen_rows(string file)
    {
        var form = FormReader.Read(file, "", await Document(file), ShippedEditions.All).ShouldHaveSingleItem();
        form.Rows.Select(r => r.Number).ShouldBe(Enumerable.Range(2, 16));
        form.Rows.ShouldAllBe(r => r.TextMatch == "equal" && r.Status != null);
    }

    private async Task<string> Text(string file) => (await Document(file)).Text;

    private async Task<ReadDocument> Document(string file)
    {
        var (document, refusal) = await renderer.Readers.Read(file, Field.Bytes(file));
        return document.ShouldNotBeNull(refusal?.Code);
    }
}
