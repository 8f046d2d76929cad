using SecurityTracker.Server.Printing;

namespace SecurityTracker.ServerTests.Form;

public sealed class GlyphsTests
{
    [Theory]
    [MemberData(nameof(SampleForms.Editions), MemberType = typeof(SampleForms))]
    public void Every_edition_can_be_printed(string code) => Glyphs.Missing(SampleForms.Of(code)).ShouldBeEmpty();

    [Theory]
    [InlineData("髙橋 﨑 𠮷野 德永 昻 彅 祐 神 羽")]
    [InlineData("葛\U000E0100 葛\U000E0101 辻\U000E0100 辻\U000E0101")]
    [InlineData("①ＡＢＣ（～）・〇○★㈱№")]
    public void Names_as_offices_write_them_can_be_printed(string text) => Glyphs.MissingIn(text).ShouldBeEmpty();

    [Fact]
    public void A_character_that_no_font_has_is_named_with_its_place() =>
        Glyphs.Missing(SampleForms.Of("ED-D", SampleForms.Header with { ContractorName = "絵文字😀社😀" }))
            .ShouldBe([new("名称", "😀", "U+1F600")]);

    [Fact]
    public void A_variant_that_no_font_has_is_named_although_the_plain_character_is_there() =>
        Glyphs.Missing(SampleForms.Of("ED-D", SampleForms.Header with { RepresentativeTitle = null, RepresentativeName = "葛\U000E01EF" }))
            .ShouldBe([new("代表者氏名", "葛\U000E01EF", "U+845B U+E01EF")]);
}
