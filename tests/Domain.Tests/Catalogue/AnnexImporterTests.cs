using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Catalogue.Import;

namespace SecurityTracker.DomainTests.Catalogue;

public class AnnexImporterTests
{
    public static TheoryData<string> SeedNumbers => [.. Seeds.Editions.Keys];

    [Theory]
    [MemberData(nameof(SeedNumbers))]
    public void Every_seed_is_read_whole(string seed)
    {
        var edition = ShippedEditions.All.Single(e => e.Code == Seeds.Editions[seed]);
        var import = Read(Seeds.Text(seed)).ShouldNotBeNull();
        ImportedShape.ShouldBeWhole(import, edition);
        import.Match.ShouldBe(new ImportMatch(edition.Code, ImportKind.EXACT));
        import.Unread.ShouldBeEmpty();
        import.Warnings.Select(w => w.Code).Distinct().Except(["probable-extraction-noise", "form-part-missing"]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("000", 0)]
    [InlineData("001", 9)]
    [InlineData("002", 0)]
    [InlineData("003", 11)]
    [InlineData("004", 1)]
    public void What_a_conversion_misread_is_taken_as_equal_and_named(string seed, int misreadings) =>
        Read(Seeds.Text(seed))!.Warnings.Where(w => w.Code == "probable-extraction-noise").Count(w => w.Number is not null).ShouldBe(misreadings);

    [Theory]
    [InlineData("000", "令和７年度「コンテンツ海外展開促進事業（国際ミュージック・マーケットの開催を通じた日本コンテンツ発信力強化促進事業）」", "経済産業省", "文化創造産業課", "2026-02-27", "2025-07-18", 2025)]
    [InlineData("001", "令和8年度「後継者支援ネットワーク事業」", "関東経済産業局", "流通・サービス産業課 地域ブランド展開支援室", "2027-03-31", "2026-05-20", 2026)]
    [InlineData("002", "令和７年度製造業における外国人材受入れ支援事業", null, null, null, null, 2025)]
    [InlineData("003", "令和８年度地域デジタル人材育成・確保推進事業（デジタル人材育成プラットフォーム運営事業）", "経済産業省", "情報技術利用促進課 デジタル人材政策室", "2027-03-31", "2026-01-22", 2026)]
    [InlineData("004", "令和5年度補正予算「事業環境変化対応型支援事業（よろず支援拠点）」及び令和6年度当初予算「中小企業・小規模事業者ワンストップ総合支援事業（よろず支援拠点）」", "中国経済産業局", "中小企業課", "2025-03-31", "2024-02-16", 2024)]
    public void The_contract_is_proposed_from_the_tender(
        string seed, string name, string? office, string? section, string? endsOn, string? publishedOn, int fiscalYear)
    {
        var proposals = Read(Seeds.Text(seed))!.Proposals;
        proposals.ContractName.ShouldBe(name);
        (proposals.Office, proposals.Section).ShouldBe((office, section));
        (proposals.StartsOn, proposals.EndsOn).ShouldBe((null, Day(endsOn)));
        (proposals.PublishedOn, proposals.FiscalYear).ShouldBe((Day(publishedOn), fiscalYear));
    }

    [Theory]
    [InlineData("001", "関東経済産業局〇〇〇課長 殿", "政府機関等のサイバーセキュリティ対策のための統一基準群（令和7年度版）")]
    [InlineData("003", "経済産業省○○○課長 殿", "政府機関等のサイバーセキュリティ対策のための統一基準群（令和５年度版）")]
    [InlineData("004", null, "政府機関等のサイバーセキュリティ対策のための統一基準群（令和5年度版）")]
    public void Addressee_and_norm_come_from_the_annex(string seed, string? addressee, string norm) =>
        (Read(Seeds.Text(seed))!.Proposals is var p ? (p.Addressee, p.NamedNorm) : default).ShouldBe((addressee, norm));

    [Theory]
    [InlineData("")]
    [InlineData("公募要領\n１．事業の目的\n1) 情報セキュリティに関する事項を遵守すること。\n2) その他")]
    [InlineData("情報セキュリティに関する事項\n別に定める。")]
    public void Without_an_annex_nothing_is_read(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void The_rest_of_a_tender_is_no_annex() =>
        Seeds.Editions.Keys.Where(seed => Read(BeforeAnnex(Seeds.Text(seed))) is not null).ShouldBeEmpty();

    [Fact]
    public void Only_the_last_page_missing_is_named()
    {
        var text = Seeds.Text("000");
        var import = Read(text[..text.IndexOf("令和    年    月     日", StringComparison.Ordinal)].TrimEnd()[..^2])!;
        import.Match.ShouldBe(new ImportMatch("ED-C", ImportKind.DIFFERS));
        import.Requirements.ShouldAllBe(r => r.Match == PieceMatch.EQUAL);
        import.Form.ShouldBeNull();
        import.Warnings.ShouldHaveSingleItem().Code.ShouldBe("form-missing");
    }

    [Fact]
    public void A_clause_and_its_row_that_contradict_each_other_are_named()
    {
        var text = Seeds.Text("001").Replace("統一基準」（令和7年度版）", "統一基準」（令和5年度版）", StringComparison.Ordinal)
            .Replace("経済産業省又は内閣官房国家サイバー統括室が", "経済産業省又は内閣官房内閣サイバーセキュリティセンターが", StringComparison.Ordinal);
        var import = Read(text)!;
        import.Match.ShouldBe(new ImportMatch("ED-D", ImportKind.DIFFERS));
        import.Warnings.Where(w => w.Code == "clause-row-contradiction").Select(w => w.Number).ShouldBe([2, 3]);
        TextDiffTests.Show(import.Form!.Rows.Single(r => r.Number == 2).Diff!).ShouldContain("（令和[-7-][+5+]年度版）");
    }

    [Fact]
    public void Two_annexes_in_one_file_are_named_and_the_first_is_read()
    {
        var import = Read(Seeds.Text("000") + "\n\f\n" + Seeds.Text("001"))!;
        import.Match.Code.ShouldBe("ED-C");
        import.Requirements.ShouldAllBe(r => r.Match == PieceMatch.EQUAL);
        import.Warnings[0].Code.ShouldBe("several-annexes");
        import.Unread.ShouldHaveSingleItem().Text.ShouldContain("国家サイバー統括室");
    }

    [Fact]
    public void Unread_text_is_found_at_its_offsets()
    {
        var text = Seeds.Text("001").Replace("情報の取扱い】", "情報の取扱い】\n社外秘 取扱注意\n", StringComparison.Ordinal);
        var import = Read(text)!;
        import.Unread.ShouldAllBe(u => text.Substring(u.From, u.To - u.From) == u.Text);
        import.Unread.ShouldHaveSingleItem().Text.ShouldBe("社外秘 取扱注意");
        import.Requirements.ShouldAllBe(r => r.Match == PieceMatch.EQUAL);
    }

    [Fact]
    public void An_annex_of_new_wording_is_read_as_it_is()
    {
        const string Text = """
            別記
            情報セキュリティに関する事項
            以下を守ること。
            【総則】
            1) 受託事業者は、情報資産の管理責任者を定め、発注者へ届け
            出ること。
            なお、変更したときも同様とする。
            2) 受託事業者は、次に掲げる措置を講ずること。
            ①暗号化を行うこと。
            （a）保存時の暗号化 AES 256 bit を用いること。
            ②記録を保存すること。
            3) 受託事業者は、事故が起きたときは、直ちに発注者へ通知すること。
            4) 受託事業者は、従事者名簿を提出すること。
            5) 受託事業者は、作業場所を届け出ること。
            """;
        var import = Read(Text)!;
        import.Match.ShouldBe(new ImportMatch(null, ImportKind.NONE));
        import.Requirements.ShouldAllBe(r => r.Match == PieceMatch.NEW && r.Heading == "【総則】");
        import.Requirements[0].Text.ShouldBe("受託事業者は、情報資産の管理責任者を定め、発注者へ届け出ること。\nなお、変更したときも同様とする。");
        import.Requirements[1].Text.ShouldBe("受託事業者は、次に掲げる措置を講ずること。\n①暗号化を行うこと。\n（a）保存時の暗号化AES 256 bitを用いること。\n②記録を保存すること。");
        import.Requirements[1].Statements.Select(s => s.Id).ShouldBe(["5:2.1", "5:2.2"]);
        import.Requirements[1].Statements[0].Statements.ShouldHaveSingleItem().Id.ShouldBe("5:2.1.a");
        (import.Opening, import.ContractorWord).ShouldBe(("以下を守ること。", "受託事業者"));
        import.Warnings.ShouldHaveSingleItem().Code.ShouldBe("edition-unknown");
    }

    [Fact]
    public void The_importer_knows_no_document_office_or_edition_by_name()
    {
        var folder = Path.Combine(Seeds.Folder, "..", "..", "api", "Domain", "Catalogue", "Import");
        var code = string.Concat(Directory.GetFiles(folder, "*.cs").Select(File.ReadAllText));
        string[] names = ["ED-", "経済産業", "関東", "中国", "近畿", "seed", "000_", "国家サイバー", "サイバーセキュリティ", "文化創造", "後継者", "よろず", "製造業"];
        names.Where(n => code.Contains(n, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_megabyte_costs_less_than_two_seconds()
    {
        var filler = string.Concat(Enumerable.Repeat("本事業は、次の各号に定めるところによる。\n1) 情報セキュリティに関する事項を含む。\n", 25_000))[..1_000_000];
        var text = filler + "\n" + Seeds.Text("000");
        // A quarter of a second here, and less once it was compiled.
        Enumerable.Range(0, 4).Min(_ => Cost.Of(() => Read(text)!.Match.ShouldBe(new ImportMatch("ED-C", ImportKind.EXACT)))).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("1)")]
    [InlineData("情報セキュリティに関する事項1)あ")]
    [InlineData("情報セキュリティに関する事項\n1) 受注者は、\n")]
    [InlineData("情報セキュリティ\n")]
    [InlineData("<p>")]
    [InlineData("<p ")]
    [InlineData("【")]
    [InlineData("か\u3099\u3099")]
    [InlineData("\uD842")]
    [InlineData("令和年月日殿情報セキュリティに関する事項の遵守の方法の実施状況報告書")]
    [InlineData("12\n見出し\n\f")]
    public void Hostile_texts_cost_little(string piece)
    {
        Cost.Of(() => Read(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)))).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        Cost.Of(() => Read("情報セキュリティに関する事項\n" + string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)) + Seeds.Text("001"))).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static string BeforeAnnex(string text) => text[..text.LastIndexOf("以下の事項について遵守すること", StringComparison.Ordinal)];

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static AnnexImport? Read(string text) => AnnexImporter.Read(text, ShippedEditions.All);
}
