using FsCheck;
using FsCheck.Fluent;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;

namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>Documents as they come from the field, and what is made of the clean one in the same ways.</summary>
public sealed class FieldTests
{
    private static readonly string Base = Field("base.txt");
    private static readonly AnnexEdition Edition = ShippedEditions.All.Single(e => e.Code == "ED-D");

    [Fact]
    public void The_clean_twin_is_exact()
    {
        var import = Read(Base)!;
        import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.EXACT));
        import.Unread.ShouldBeEmpty();
        import.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a-clause7.txt", 7)]
    [InlineData("f-clause9.txt", 9)]
    public void An_addition_in_brackets_is_a_difference_of_its_clause(string file, int clause)
    {
        var import = Read(Field(file))!;
        ShouldDiffer(import, clause, "【ただし、担当職員が認めた場合を除く。】");
    }

    public static TheoryData<string> Brackets => ["【】", "［］", "〔〕", "（）"];

    [Theory]
    [MemberData(nameof(Brackets))]
    public void Wherever_an_addition_in_brackets_stands_no_clause_is_called_whole(string brackets)
    {
        string[] words = ["ただし、担当職員が認めた場合を除く。", "担当職員が認めた場合を除く", "追加", "令和8年度追加", "特約"];
        var cases = from clause in Edition.Requirements
                    from place in Enum.GetValues<Place>()
                    from word in words
                    select (clause, place, Addition: brackets[0] + word + brackets[1]);
        foreach (var (clause, place, addition) in cases)
        {
            var text = Insert(clause, place, addition);
            if (text is null)
            {
                continue;
            }

            var because = $"{clause.Number} {place} {addition}";
            var import = Read(text).ShouldNotBeNull(because);
            import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.DIFFERS), because);
            Said(import).ShouldContain(MatchText.KeyOf(addition), customMessage: because);
            if (place is not (Place.BEFORE_LABEL_ON_OWN_LINE or Place.BEFORE_LABEL or Place.AFTER_ON_OWN_LINE))
            {
                ShouldDiffer(import, clause.Number, addition, because);
            }
        }
    }

    [Fact]
    public void Any_words_added_anywhere_in_the_annex_are_said()
    {
        var from = Base.IndexOf("1) 受注者", StringComparison.Ordinal);
        var words = Gen.Elements("ただし、別に定める場合を除く。", "追加", "軽微なものを除く", "注1", "機密性2", "別途協議", "甲", "除外規定あり").Zip(Gen.Elements("【】", "［］", "〔〕", "（）"));
        // Torn apart, a fixed text of the form's head is said to be missing; its line need not be said again.
        var (mark, title) = (Base.IndexOf("（別紙）\n", from, StringComparison.Ordinal), Base.LastIndexOf("情報セキュリティに関する事項の遵守の方法の実施状況報告書", StringComparison.Ordinal));
        mark.ShouldBeInRange(from, title);
        var place = Gen.Choose(from, Base.Length - 1).Zip(Gen.Elements("", "\n"));
        Prop.ForAll(words.Zip(place).ToArbitrary(), one =>
        {
            var ((word, brackets), (at, line)) = one;
            var addition = brackets[0] + word + brackets[1];
            var import = Read(Base[..at] + line + addition + line + Base[at..]);
            return (import is { Match.Kind: not ImportKind.EXACT } read && ((at >= mark && at < title + 30) || Said(read).Contains(MatchText.KeyOf(addition), StringComparison.Ordinal)))
                .Label($"{addition} before 「{Base.Substring(at, Math.Min(20, Base.Length - at))}」: {import?.Match.Kind}");
        }).Check(Config.QuickThrowOnFailure.WithReplay(15194645565564044998, 6377778870662268931).WithMaxTest(400));
    }

    [Fact]
    public void A_chapter_of_the_same_title_is_named_and_the_annex_read()
    {
        var import = Read(Field("a-chapter-before-annex.txt"))!;
        import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.EXACT));
        import.Warnings.ShouldHaveSingleItem().Code.ShouldBe("other-chapters");
        import.Warnings[0].Messages.Ja.ShouldContain("3.10情報セキュリティに関する事項」（14行目）");
    }

    private static readonly string[] Titles = ["3.10 情報セキュリティに関する事項", "情報セキュリティに関する事項", "（５）情報セキュリティに関する事項", "第３章 情報セキュリティに関する事項", "2-4 情報セキュリティに関する事項"];

    [Fact]
    public void A_chapter_alone_is_no_annex()
    {
        Read(Field("b-chapter-alone.txt")).ShouldBeNull();
        foreach (var title in Titles)
        {
            Read("要件定義書\n" + Chapter(title, 9)).ShouldBeNull(title);
        }
    }

    [Fact]
    public void Chapters_before_and_after_the_annex_leave_it_exact()
    {
        var annex = Base.IndexOf("情報セキュリティに関する事項\n以下", StringComparison.Ordinal);
        foreach (var title in Titles)
        {
            foreach (var count in (int[])[3, 6, 12])
            {
                var chapter = Chapter(title, count);
                foreach (var text in (string[])[Base.Insert(annex, chapter), Base + "\n" + chapter, Base.Insert(annex, chapter + chapter)])
                {
                    var import = Read(text)!;
                    import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.EXACT), title);
                    import.Warnings.Select(w => w.Code).ShouldBe(["other-chapters"], title + count);
                }
            }
        }
    }

    [Fact]
    public void Of_an_abridged_and_a_whole_annex_the_whole_one_is_read()
    {
        var annex = Base.IndexOf("情報セキュリティに関する事項\n以下", StringComparison.Ordinal);
        var abridged = "情報セキュリティに関する事項\n以下の事項について遵守すること。\n" + string.Join('\n', Edition.Requirements.Take(11).Select(r => $"{r.Number}) {r.Text}")) + "\n以上\n";
        var import = Read(Base.Insert(annex, abridged))!;
        import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.EXACT));
        import.Warnings.ShouldHaveSingleItem().Code.ShouldBe("several-annexes");
    }

    [Theory]
    [InlineData("\u00A0")]
    [InlineData("\t")]
    [InlineData("\u3000")]
    [InlineData("\u2003")]
    [InlineData(" \u00A0 ")]
    [InlineData("")]
    public void Labels_and_bullets_set_apart_by_any_space_are_labels_and_bullets(string space)
    {
        foreach (var bullet in (string[])["", "・", "- ", "-\u00A0", "•\t", "●\u3000", "*\u2003"])
        {
            var text = Base;
            foreach (var r in Edition.Requirements)
            {
                text = text.Replace($"{r.Number}) {r.Text}", $"{(bullet is "・" ? "" : bullet)}{r.Number}){space}{r.Text}", StringComparison.Ordinal);
            }

            text = text.Replace("\n・", bullet.Length == 0 ? "\n・" + space : "\n" + bullet, StringComparison.Ordinal);
            for (var c = '①'; c <= '⑳'; c++)
            {
                text = text.Replace($"\n{c}", $"\n{c}{space}", StringComparison.Ordinal);
            }

            var import = Read(text)!;
            import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.EXACT), $"bullet {bullet}: {Said(import)}");
            import.Unread.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public void Circled_digits_that_have_lost_their_circles_are_still_circled(string before)
    {
        var text = Base;
        for (var c = '①'; c <= '⑳'; c++)
        {
            text = text.Replace($"\n{c}", $"{before}{c - '①' + 1}", StringComparison.Ordinal);
        }

        var import = Read(text)!;
        import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.EXACT), Said(import));
        import.Requirements.ShouldAllBe(r => r.Match == PieceMatch.EQUAL);
        import.Warnings.Select(w => w.Code).Distinct().ShouldBe(["probable-extraction-noise"]);
    }

    private static string Chapter(string title, int count)
    {
        string[] topics = ["主体認証", "アクセス制御", "ログの取得", "暗号化", "不正プログラム対策", "脆弱性対策", "バックアップ", "時刻同期", "通信制御", "施設", "監視", "教育"];
        return $"{title}\n本システムに求める要件は次のとおりとする。\n{string.Concat(topics.Take(count).Select((t, i) => $"{i + 1}) {t}\n利用者は{t}を行うこと。\n"))}3.11 その他\nクラウド上に構築すること。\n";
    }

    private enum Place
    {
        AT_END,
        AFTER_LABEL,
        BETWEEN_STATEMENTS,
        IN_A_SENTENCE,
        AFTER_ON_OWN_LINE,
        BEFORE_LABEL,
        BEFORE_LABEL_ON_OWN_LINE,
    }

    private static string? Insert(Requirement clause, Place place, string addition)
    {
        var at = Base.IndexOf(clause.Text, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var (end, label) = (at + clause.Text.Length, at - $"{clause.Number}) ".Length);
        var statement = Base.IndexOf('②', at, clause.Text.Length);
        var comma = Base.IndexOf('、', at, clause.Text.Length);
        return place switch
        {
            Place.AT_END => Base.Insert(end, addition),
            Place.AFTER_LABEL => Base.Insert(at, addition),
            Place.BETWEEN_STATEMENTS => statement < 0 ? null : Base.Insert(statement, addition + "\n"),
            Place.IN_A_SENTENCE => Base.Insert(comma + 1, addition),
            Place.AFTER_ON_OWN_LINE => Base.Insert(end, "\n" + addition),
            Place.BEFORE_LABEL => Base.Insert(label, addition),
            _ => Base.Insert(label, addition + "\n"),
        };
    }

    private static void ShouldDiffer(AnnexImport import, int clause, string addition, string? because = null)
    {
        import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.DIFFERS), because);
        var differing = import.Requirements.Where(r => r.Match != PieceMatch.EQUAL).ShouldHaveSingleItem(because);
        (differing.Number, differing.Match).ShouldBe((clause, PieceMatch.DIFFERS), because);
        MatchText.KeyOf(string.Concat(differing.Diff!.Where(p => p.Op == DiffOp.INSERT).Select(p => p.Text))).ShouldBe(MatchText.KeyOf(addition), because);
        differing.Diff!.ShouldNotContain(p => p.Op == DiffOp.DELETE, because);
    }

    /// <summary>All that an import says of what is not the edition's.</summary>
    private static string Said(AnnexImport import) => MatchText.KeyOf(string.Concat(
    [
        .. import.Requirements.Where(r => r.Match != PieceMatch.EQUAL).Select(r => r.Text),
        .. import.Form?.Rows.Where(r => r.Match != PieceMatch.EQUAL).Select(r => r.Text) ?? [],
        .. import.Unread.Select(u => u.Text),
        .. import.Warnings.Select(w => w.Messages.Ja),
    ]));

    private static AnnexImport? Read(string text) => AnnexImporter.Read(text, ShippedEditions.All);

    internal static string Field(string name) => File.ReadAllText(Path.Combine(Seeds.Folder, "..", "Domain.Tests", "Catalogue", "field", name));
}
