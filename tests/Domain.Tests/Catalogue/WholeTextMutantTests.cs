using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;

namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>
/// The whole text of an edition, its form included, changed in one place: a sign put in, taken out or exchanged, a line added, moved
/// or taken away. None of them is called exact; only what a form leaves blank may be filled in.
/// </summary>
public class WholeTextMutantTests
{
    private const int Step = 71;

    private static readonly Tear Printed = new(
        Wrap: 10_000, LabelStyle.TAB, PageStyle.NONE, LinesPerPage: 10_000, WidthStyle.AS_IS, LineStyle.LINES, Bullets: false, Spaces: false);

    private static readonly string[] Additions =
        ["別途協議", "軽微なものを除く", "3回", "受注者の責任", "ただし、この限りでない。", "乙は再委託できる", "〇", "記", "住所", "契約件名", "字", "実施", "4) 追加する。", "【特約】", "令和8年", "殿"];

    public static TheoryData<string> Codes => [.. ShippedEditions.All.Select(e => e.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void One_sign_that_is_not_the_editions_is_named(string code)
    {
        var (text, mutants) = (Print(code), new List<(string Text, string Change)>());
        var key = MatchText.KeyOf(text);
        for (var at = Annex(text) + (code[^1] % Step); at < text.Length; at += Step)
        {
            // Conversions turn ・ into a bullet of their own.
            string[] changed =
            [
                text[..at] + "字" + text[(at + 1)..], text[..at] + "5" + text[(at + 1)..], text[at] == '・' ? text : text.Remove(at, 1), text.Insert(at, "字"), text.Insert(at, "、"),
            ];
            mutants.AddRange(changed.Where(m => MatchText.KeyOf(m) != key && !IsBlankOf(text, at)).Select(m => (m, m[Math.Max(0, at - 15)..Math.Min(m.Length, at + 15)])));
        }

        NoneShouldBeExact(mutants);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_line_that_is_not_the_editions_is_named(string code)
    {
        var (lines, mutants) = (Print(code).Split('\n'), new List<(string Text, string Change)>());
        var first = Array.IndexOf(lines, "情報セキュリティに関する事項") + 1;
        for (var at = first; at <= lines.Length; at++)
        {
            var added = Additions[(at + code[^1]) % Additions.Length];
            mutants.Add((string.Join('\n', [.. lines[..at], added, .. lines[at..]]), $"{added} before line {at}"));
            if (at < lines.Length && !IsLostAtEdges(lines[at]))
            {
                mutants.Add((string.Join('\n', [.. lines[..at], .. lines[(at + 1)..]]), $"without {lines[at]}"));
            }

            if (at + 1 < lines.Length && !IsLostAtEdges(lines[at]) && !IsLostAtEdges(lines[at + 1]))
            {
                mutants.Add((string.Join('\n', [.. lines[..at], lines[at + 1], lines[at], .. lines[(at + 2)..]]), $"{lines[at + 1]} before {lines[at]}"));
            }
        }

        NoneShouldBeExact(mutants);
    }

    [Theory]
    [InlineData("商務情報政策局情報経済", true)]
    [InlineData("○○○", true)]
    [InlineData("○○", true)]
    [InlineData("サイバーセキュリティ", true)]
    [InlineData("流通・サービス産業", true)]
    [InlineData("総務課長及び○○○", false)]
    [InlineData("○○○課長（写し：会計", false)]
    [InlineData("○○○。追加", false)]
    [InlineData("", false)]
    public void In_the_addressee_only_the_name_of_the_division_is_free(string name, bool isExact)
    {
        var text = Print("ED-D").Replace("〇〇〇課長", name + "課長", StringComparison.Ordinal);
        var import = AnnexImporter.Read(text, ShippedEditions.All)!;
        (import.Match.Kind == ImportKind.EXACT).ShouldBe(isExact, name);
    }

    [Theory]
    [InlineData("関東経済産業局", "近畿経済産業局", "近畿")]
    [InlineData("課長 殿", "室長 殿", "室長")]
    [InlineData("課長 殿", "課長 殿（別途協議）", "(別途協議)")]
    [InlineData("課長 殿", "課長（別途協議） 殿", "(別途協議)")]
    [InlineData("課長 殿", "課長 殿 会計課長 殿", "会計課長殿")]
    [InlineData("関東経済産業局〇", "別途 関東経済産業局〇", "別途")]
    public void Whatever_else_is_changed_in_the_addressee_is_named(string printed, string changed, string named)
    {
        var text = Print("ED-D");
        var import = AnnexImporter.Read(text.Replace(printed, changed, StringComparison.Ordinal), ShippedEditions.All)!;
        import.Match.Kind.ShouldBe(ImportKind.DIFFERS, changed);
        var said = string.Concat(import.Warnings.Select(w => w.Messages.Ja).Concat(import.Unread.Select(u => u.Text)));
        MatchText.KeyOf(said).ShouldContain(named);
    }

    [Fact]
    public void A_form_whose_fields_are_filled_in_is_exact()
    {
        var text = Print("ED-D").Replace("令和    年    月     日", "令和８年４月１日", StringComparison.Ordinal).Replace("住     所", "住     所 東京都千代田区霞が関1-3-1", StringComparison.Ordinal)
            .Replace("名     称", "名     称\t株式会社例示", StringComparison.Ordinal).Replace("契約締結日", "契約締結日\t令和8年4月1日", StringComparison.Ordinal)
            .Replace("契約件名", "契約件名\t令和8年度「例示事業」", StringComparison.Ordinal).Replace("1.契約件名\t令和8年度「例示事業」等", "1.契約件名等", StringComparison.Ordinal);
        var import = AnnexImporter.Read(text, ShippedEditions.All)!;
        import.Unread.ShouldBeEmpty();
        import.Match.Kind.ShouldBe(ImportKind.EXACT);
    }

    [Theory]
    [InlineData("別添")]
    [InlineData("機密性２")]
    [InlineData("機密性2情報 関係者限り")]
    [InlineData("取扱注意・社外秘")]
    public void A_stamp_is_named_and_no_change(string stamp)
    {
        var import = AnnexImporter.Read(Print("ED-D").Replace("\n5) ", $"\n{stamp}\n5) ", StringComparison.Ordinal), ShippedEditions.All)!;
        import.Match.Kind.ShouldBe(ImportKind.EXACT);
        import.Unread.ShouldHaveSingleItem().Text.ShouldBe(stamp);
    }

    [Theory]
    [InlineData("提供方式", "提供方法")]
    [InlineData("仕様に反し", "仕様に対し")]
    [InlineData("これらを無効", "これらが無効")]
    public void Other_words_are_misreadings_only_where_something_else_is_misread(string printed, string read)
    {
        var text = Print("ED-D").Replace(printed, read, StringComparison.Ordinal);
        AnnexImporter.Read(text, ShippedEditions.All)!.Match.Kind.ShouldBe(ImportKind.DIFFERS);
        var scanned = AnnexImporter.Read(text.Replace("あって", "あつて", StringComparison.Ordinal), ShippedEditions.All)!;
        scanned.Match.Kind.ShouldBe(ImportKind.EXACT);
        scanned.Warnings.ShouldContain(w => w.Code == "probable-extraction-noise" && w.Messages.Ja.Contains(read, StringComparison.Ordinal));
    }

    private static string Print(string code) => new TenderPrinter(Printed).Print(ShippedEditions.All.Single(e => e.Code == code));

    private static int Annex(string text) => text.IndexOf("\n情報セキュリティに関する事項\n", StringComparison.Ordinal) + "\n情報セキュリティに関する事項\n".Length;

    /// <summary>The date of the form, and the circles in its addressee.</summary>
    private static bool IsBlankOf(string text, int at)
    {
        var date = text.IndexOf("令和    年", StringComparison.Ordinal);
        return (date >= 0 && at >= date + 2 && at <= text.IndexOf("日\n", date, StringComparison.Ordinal)) || text[at] is '〇' or '○' || text[Math.Max(0, at - 1)] is '〇' or '○';
    }

    /// <summary>The mark in the corner and the table's head, which conversions lose; a warning says so.</summary>
    private static bool IsLostAtEdges(string line) => line is "別紙" || line.StartsWith("項目", StringComparison.Ordinal);

    private static void NoneShouldBeExact(List<(string Text, string Change)> mutants)
    {
        mutants.ShouldNotBeEmpty();
        mutants.AsParallel().Where(mutant => AnnexImporter.Read(mutant.Text, ShippedEditions.All)?.Match.Kind == ImportKind.EXACT).Select(mutant => mutant.Change).ShouldBeEmpty();
    }
}
