using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.DomainTests.Catalogue;

public class TextDiffTests
{
    [Theory]
    [InlineData("統一基準群（令和５年度版）", "統一基準群（令和7年度版）", "統一基準群（令和[-５-][+7+]年度版）")]
    [InlineData("上記1)から10)まで", "上記1)から18)まで", "上記1)から[-10-][+18+])まで")]
    [InlineData("内閣官房内閣サイバーセキュリティセンターが", "内閣官房国家サイバー統括室が", "内閣官房[-内閣-][+国家+]サイバー[-セキュリティセンター-][+統括室+]が")]
    [InlineData("SPF等の", "SPF、DKIMによる", "SPF[-等の-][+、DKIMによる+]")]
    [InlineData("", "新しい", "[+新しい+]")]
    [InlineData("同じ", "同 じ", "同 じ")]
    public void Differences_read_word_by_word(string from, string to, string expected) => Show(TextDiff.Between(from, to)).ShouldBe(expected);

    [Fact]
    public void A_diff_rebuilds_both_texts()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 300; round++)
        {
            var from = RandomText(random);
            var to = round % 2 == 0 ? RandomText(random) : Mutate(random, from);
            var parts = TextDiff.Between(from, to);
            Key(parts, DiffOp.INSERT).ShouldBe(MatchText.KeyOf(from), $"{from} → {to}");
            Key(parts, DiffOp.DELETE).ShouldBe(MatchText.KeyOf(to), $"{from} → {to}");
        }
    }

    [Fact]
    public void Texts_with_nothing_in_common_are_one_replacement()
    {
        var parts = TextDiff.Between(new string('あ', 5_000), new string('い', 5_000));
        parts.Select(p => p.Op).ShouldBe([DiffOp.DELETE, DiffOp.INSERT]);
    }

    internal static string Show(IEnumerable<DiffPart> parts) => string.Concat(parts.Select(p => p.Op switch
    {
        DiffOp.DELETE => $"[-{p.Text}-]",
        DiffOp.INSERT => $"[+{p.Text}+]",
        _ => p.Text,
    }));

    private static string Key(IEnumerable<DiffPart> parts, DiffOp without) =>
        MatchText.KeyOf(string.Concat(parts.Where(p => p.Op != without).Select(p => p.Text)));

    private static string RandomText(Random random) =>
        new([.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => "あいう、。12ab \n（）①"[random.Next(14)])]);

    private static string Mutate(Random random, string text) =>
        text.Length == 0 ? "あ" : text.Remove(random.Next(text.Length), 1).Insert(random.Next(text.Length), "変更");
}
