using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.DomainTests.Catalogue;

public class TextHashTests
{
    [Theory]
    [InlineData("（令和５年度版）", "(令和 5\n年度版)")]
    [InlineData("経済産業省○○○課長 殿", "経済産業省〇〇〇課長　殿")]
    [InlineData("平成 18･03･22シ第 1号", "平成１８・０３・２２シ第１号")]
    [InlineData("2)～17)", "２）〜１７）")]
    [InlineData("ｶﾞｲﾄﾞ", "ガイド")]
    [InlineData("か\u3099き", "がき")]
    public void Prints_of_the_same_words_have_one_match_key(string one, string other)
    {
        TextHash.MatchKey(one).ShouldBe(TextHash.MatchKey(other));
        TextHash.Hash(one).ShouldNotBe(TextHash.Hash(other));
    }

    [Theory]
    [InlineData("①各工程", "1各工程")]
    [InlineData("あって", "あつて")]
    [InlineData("了承", "了解")]
    public void Other_words_have_other_match_keys(string one, string other) => TextHash.MatchKey(one).ShouldNotBe(TextHash.MatchKey(other));

    [Fact]
    public void Every_character_of_a_key_knows_where_it_was_printed()
    {
        var text = MatchText.Of("　（a） Ａ\r\nＢか\u3099①");
        text.Key.ShouldBe("(a)ABが①");
        text.Slice(3, 5).ShouldBe("Ａ\r\nＢ");
        text.Slice(5, 7).ShouldBe("か\u3099①");
        text.Slice(0, 7).ShouldBe(text.Raw.Trim());
    }

    [Fact]
    public void A_lone_surrogate_is_kept_and_breaks_nothing() => MatchText.KeyOf("あ\uD800い").ShouldBe("あ\uD800い");

    [Fact]
    public void An_edition_is_pinned_by_every_text_it_prints()
    {
        var edition = ShippedEditions.All[^1];
        var changed = edition with { Form = edition.Form! with { Closing = edition.Form.Closing + "。" } };
        TextHash.Hash(changed).ShouldNotBe(TextHash.Hash(edition));
        TextHash.Hash(edition with { Name = "別の名", Revision = 9 }).ShouldBe(TextHash.Hash(edition));
        ShippedEditions.All.Select(TextHash.MatchKey).Distinct().Count().ShouldBe(ShippedEditions.All.Count);
    }
}
