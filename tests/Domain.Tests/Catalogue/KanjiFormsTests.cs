using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;

namespace SecurityTracker.DomainTests.Catalogue;

public sealed class KanjiFormsTests
{
    [Theory]
    [InlineData("all-radicals.txt")]
    [InlineData("kangxi-only.txt")]
    [InlineData("nfd.txt")]
    public void A_tender_in_radicals_or_in_pieces_is_the_clean_one(string file)
    {
        var import = AnnexImporter.Read(FieldTests.Field(file), ShippedEditions.All)!;
        import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.EXACT));
        import.Unread.ShouldBeEmpty();
        var proposals = import.Proposals;
        var said = string.Concat(proposals.ContractName, proposals.Section, proposals.Office, proposals.Addressee, proposals.NamedNorm);
        said.ShouldBe(KanjiForms.Read(said));
        said.ShouldNotContain(c => c >= '\u2E80' && c <= '\u2FDF');
        proposals.Section.ShouldBe("流通・サービス産業課 商業振興室");
    }

    [Fact]
    public void Every_radical_is_read_as_its_kanji_and_matches_it()
    {
        // ⻌ ⻑ ⽀ ⾏ ⺠ ⻘ ⽇ ⽉ ⿓, the radicals that fonts of Japanese offices put in place of the kanji.
        KanjiForms.Read("⻑⽀⾏⺠⻘⽇⽉⿓⼩⽂").ShouldBe("長支行民青日月龍小文");
        for (var c = '\u2E80'; c <= '\u2FDF'; c++)
        {
            if (KanjiForms.Of(c) is { } kanji)
            {
                MatchText.KeyOf(c.ToString()).ShouldBe(MatchText.KeyOf(kanji));
                CharIsKanji(kanji).ShouldBeTrue(kanji);
            }
        }

        Enumerable.Range(0x2F00, 214).ShouldAllBe(c => KanjiForms.Of((char)c) != null);
    }

    [Theory]
    [InlineData("髙﨑")]
    [InlineData("①ＡＢ１２（株）㈱")]
    [InlineData("葛\U000E0100城")]
    [InlineData("\uD842")]
    public void What_a_person_typed_stays(string text) => KanjiForms.Read(text).ShouldBe(text);

    [Fact]
    public void Shapes_of_one_kanji_are_one_in_comparison() => MatchText.KeyOf("葛\U000E0100城\uFE00市").ShouldBe("葛城市");

    [Theory]
    [InlineData("ガイドライン")]
    [InlineData("パスワード")]
    public void Pieces_are_composed(string text) => KanjiForms.Read(SoundText.Normal(text, NormalizationForm.FormD)).ShouldBe(text);

    private static bool CharIsKanji(string kanji) => kanji.EnumerateRunes().All(r => r.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000);
}
