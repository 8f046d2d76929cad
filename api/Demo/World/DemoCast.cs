using SecurityTracker.Domain;

namespace SecurityTracker.Demo.World;

/// <summary>A part that someone plays.</summary>
/// <param name="Section">Of an office: the 課室.</param>
internal sealed record DemoRole(string Organisation, Role Role, string? Section = null);

/// <summary>Someone of the made-up world.</summary>
/// <param name="Label">What a newcomer is told of them on the sign-in page; null for those who are not shown there.</param>
internal sealed record DemoPerson(string Name, string Mail, Message? Label, IReadOnlyList<DemoRole> Roles)
{
    /// <summary>The extension by which an officer is called.</summary>
    public string Telephone => $"03-0000-{1000 + (Mail.Sum(letter => letter) * 7 % 9000)}";
}

/// <summary>Who lives in the made-up world: offices, firms and people, all of them invented.</summary>
internal static class DemoCast
{
    /// <summary>Offices and their 課室.</summary>
    public static IReadOnlyList<DemoOffice> Offices { get; } =
    [
        new("経済産業省 商務情報政策局",
        [
            new("情報経済課", "joho-keizai@meti.example", "03-0000-0101"),
            new("サイバーセキュリティ課", "cyber@meti.example", "03-0000-0102"),
            new("文化創造産業課", "bunka@meti.example", "03-0000-0103"),
        ]),
        new("関東経済産業局",
        [
            new("地域経済課", "chiiki@kanto-meti.example", "048-000-0201"),
            new("流通・サービス産業課", "ryutsu@kanto-meti.example", "048-000-0202"),
            new("情報政策課", "joho@kanto-meti.example", "048-000-0203"),
        ]),
        new("中国経済産業局",
        [
            new("産業課", "sangyo@chugoku-meti.example", "082-000-0301"),
            new("中小企業課", "chusho@chugoku-meti.example", "082-000-0302"),
        ]),
    ];

    /// <summary>受注者. The first is the one that a newcomer looks through.</summary>
    public static IReadOnlyList<DemoContractor> Contractors { get; } =
    [
        new("株式会社あおば総合研究所", "東京都千代田区霞町一丁目２番３号", "代表取締役社長", "青葉　恵一"),
        new("みなと商工会議所", "神奈川県港南市本町二丁目５番１号", "会頭", "湊　義男"),
        new("株式会社ひかりシステムズ", "東京都品川区光町三丁目８番１２号", "代表取締役", "光岡　修"),
        new("一般社団法人さくら産業振興センター", "埼玉県桜台市中央一丁目１番１号", "代表理事", "桜井　和子"),
        new("やまなみデータサイエンス株式会社", "長野県山並市駅前二丁目４番６号", "代表取締役", "山並　聡"),
        new("株式会社つばさ企画", "東京都港区翼町四丁目７番９号", "代表取締役", "大空　翼"),
        new("公益財団法人みのり経営支援機構", "広島県実里市栄町五丁目３番１０号", "理事長", "稲田　実"),
        new("かえでコミュニケーションズ株式会社", "岡山県楓市柳町一丁目６番２号", "代表取締役社長", "楓　京子"),
    ];

    /// <summary>Firms that work for the others.</summary>
    public static IReadOnlyList<DemoContractor> Subcontractors { get; } =
    [
        new("株式会社しらかばデータセンター", "長野県白樺市高原町一丁目１０番", "代表取締役", "白樺　茂"),
        new("有限会社もみじ印刷", "東京都文京区紅葉町二丁目３番", "取締役", "上田　実"),
    ];

    /// <summary>The contractor that a newcomer looks through.</summary>
    public static string First => Contractors[0].Name;

    /// <summary>The office that it mostly works for.</summary>
    public static string FirstOffice => Offices[0].Name;

    /// <summary>The 課室 where most of it happens.</summary>
    public static string FirstSection => Offices[0].Sections[0].Name;

    /// <summary>Everyone.</summary>
    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("石井　さくら", "s.ishii@aoba.example", new("受注者：情報セキュリティ責任者", "Contractor: security officer"), [new(First, Role.CONTRACTOR_OFFICER)]),
        new("森　拓也", "t.mori@aoba.example", new("受注者：業務担当者（割り当てられた項目のみ）", "Contractor: staff, assigned items only"), [new(First, Role.CONTRACTOR_STAFF)]),
        new("藤田　一郎", "i.fujita@aoba.example", new("受注者：業務担当者（別の契約の再委託先責任者）", "Contractor: staff; subcontractor's officer in another contract"),
            [new(First, Role.CONTRACTOR_STAFF), new(First, Role.SUBCONTRACTOR_OFFICER)]),
        new("原田　勇", "i.harada@aoba.example", new("受注者：システム管理者（利用者の管理のみ）", "Contractor: administrator, people only"), [new(First, Role.ADMINISTRATOR)]),
        new("松本　薫", "k.matsumoto@shirakaba.example", new("再委託先：責任者（自社の分のみ）", "Subcontractor: officer, its own part only"), [new(Subcontractors[0].Name, Role.SUBCONTRACTOR_OFFICER)]),
        new("上田　実", "m.ueda@momiji.example", Label: null, [new(Subcontractors[1].Name, Role.SUBCONTRACTOR_OFFICER)]),
        new("佐藤　美咲", "m.sato@meti.example", new("省：担当職員（主）", "Ministry: supervising officer"), [Officer(0, 0)]),
        new("鈴木　健太", "k.suzuki@meti.example", new("省：担当職員（副）", "Ministry: deputy supervising officer"), [Officer(0, 0)]),
        new("中村　大輔", "d.nakamura@meti.example", new("省：担当職員（２課の併任）", "Ministry: supervising officer in two sections"), [Officer(0, 0), Officer(0, 1)]),
        new("高橋　直子", "n.takahashi@meti.example", new("省：課室長", "Ministry: section head"), [Head(0, 0)]),
        new("渡辺　誠", "m.watanabe@meti.example", new("省：監査担当者（閲覧のみ）", "Ministry: auditor, reads only"), [new(FirstOffice, Role.AUDITOR)]),
        new("山本　由美", "y.yamamoto@meti.example", new("省：システム管理者（組織と利用者の管理のみ）", "Ministry: administrator, organisations and people only"), [new(FirstOffice, Role.ADMINISTRATOR)]),
        Unseen("田中　浩", "h.tanaka@meti.example", Officer(0, 1)), Unseen("伊藤　恵子", "k.ito@meti.example", Head(0, 1)),
        Unseen("小林　翔", "s.kobayashi@meti.example", Officer(0, 2)), Unseen("加藤　由紀", "y.kato@meti.example", Head(0, 2)),
        Unseen("吉田　剛", "t.yoshida@kanto-meti.example", Officer(1, 0)), Unseen("山田　明美", "a.yamada@kanto-meti.example", Head(1, 0)),
        Unseen("佐々木　亮", "r.sasaki@kanto-meti.example", Officer(1, 1)), Unseen("山口　京子", "k.yamaguchi@kanto-meti.example", Head(1, 1)),
        Unseen("井上　学", "m.inoue@kanto-meti.example", Officer(1, 2)), Unseen("木村　聡子", "s.kimura@kanto-meti.example", Head(1, 2)),
        Unseen("林　和也", "k.hayashi@chugoku-meti.example", Officer(2, 0)), Unseen("清水　真理", "m.shimizu@chugoku-meti.example", Head(2, 0)),
        Unseen("山崎　進", "s.yamazaki@chugoku-meti.example", Officer(2, 1)), Unseen("池田　里奈", "r.ikeda@chugoku-meti.example", Head(2, 1)),
        Unseen("阿部　久美子", "k.abe@minato.example", Of(1)), Unseen("橋本　隆", "t.hashimoto@hikari.example", Of(2)),
        Unseen("小川　由美子", "y.ogawa@sakura.example", Of(3)), Unseen("岡田　健", "k.okada@yamanami.example", Of(4)),
        Unseen("長谷川　恵", "m.hasegawa@tsubasa.example", Of(5)), Unseen("村上　大樹", "d.murakami@minori.example", Of(6)),
        Unseen("近藤　早苗", "s.kondo@kaede.example", Of(7)),
    ];

    /// <summary>Those of a 課室 who are in charge of its usual contracts; in the first 課室 the first of them has enough to do.</summary>
    public static IReadOnlyList<string> OfficersOf(string office, string section) => section == FirstSection
        ? ["d.nakamura@meti.example", "k.suzuki@meti.example"]
        : [.. People.Where(person => person.Roles.Contains(new(office, Role.SUPERVISING_OFFICER, section))).Select(person => person.Mail).OrderDescending(StringComparer.Ordinal)];

    private static DemoPerson Unseen(string name, string mail, DemoRole role) => new(name, mail, Label: null, [role]);

    private static DemoRole Officer(int office, int section) => new(Offices[office].Name, Role.SUPERVISING_OFFICER, Offices[office].Sections[section].Name);

    private static DemoRole Head(int office, int section) => new(Offices[office].Name, Role.SECTION_HEAD, Offices[office].Sections[section].Name);

    private static DemoRole Of(int contractor) => new(Contractors[contractor].Name, Role.CONTRACTOR_OFFICER);
}
