using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using static SecurityTracker.Demo.World.DemoMove;

namespace SecurityTracker.Demo.World;

/// <summary>A contract of the first 課室 that is looked at closely.</summary>
/// <param name="Work">Its 件名, without the year.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="Tell">What became of it.</param>
internal sealed record DemoStory(string Work, string Edition, Func<DemoContract, DemoContract> Tell);

/// <summary>
/// The busy week of the first 担当職員: ten contracts, one for each way in which the two sides meet. Days are working days from today.
/// </summary>
internal static class DemoStories
{
    private static readonly string Shirakaba = DemoCast.Subcontractors[0].Name;
    private static readonly string Momiji = DemoCast.Subcontractors[1].Name;
    private static readonly string Yamanami = DemoCast.Contractors[4].Name;
    private static readonly string Minori = DemoCast.Contractors[6].Name;
    private static readonly IReadOnlyList<string> Others = ["k.suzuki@meti.example", "d.nakamura@meti.example"];

    /// <summary>Contracts of this year.</summary>
    public static IReadOnlyList<DemoStory> OfThisYear { get; } =
    [
        new("サプライチェーン・サイバーセキュリティ対策普及事業", "ED-D", Subcontracted),
        new("中小企業デジタル化応援事業", "ED-C", InTheCloud),
        new("産業データ連携基盤の在り方に関する調査", "ED-D", WithAnIncident),
        new("スタートアップ・エコシステム実態調査", "ED-C", ByMail),
        new("電子商取引に関する市場調査", "ED-C", OfAnother),
        new("水素サプライチェーン構築に関する調査", "ED-D", Joint),
    ];

    /// <summary>Contracts of several years, whose reports go to and fro.</summary>
    public static IReadOnlyList<DemoStory> OfSeveralYears { get; } =
    [
        new("デジタル人材育成プラットフォーム運営業務", "ED-C", c => Reporting(c, DemoReview.DRAFTED)),
        new("地域未来牽引企業支援ポータルサイト運用保守業務", "ED-C", c => Reporting(c, DemoReview.QUERIED)),
        new("下請取引適正化相談窓口運営業務", "ED-B", c => Reporting(c, DemoReview.REPLACED) with { Officers = Others }),
        new("産業保安統計整備業務", "ED-C", c => Reporting(c, DemoReview.TOLD_BY_MAIL) with { Officers = Others }),
    ];

    private static DemoContract Subcontracted(DemoContract c) => c with
    {
        Review = DemoReview.INTERNAL_CHECK,
        Paper = DemoPaper.CHANGE_PRESENTED,
        Firms =
        [
            new(Shirakaba, SubcontractorKind.SUBCONTRACTOR, [2, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15], Entered: 7),
            new(Momiji, SubcontractorKind.SUBCONTRACTOR, [2, 4, 7, 8, 9, 10, 11], Entered: 4, OnPaper: true),
        ],
        Assignments = [new(10, ["t.mori@aoba.example"]), new(15, ["t.mori@aoba.example"]), new(6, ["i.fujita@aoba.example"]), new(7, ["t.mori@aoba.example", "i.fujita@aoba.example"])],
        Acts =
        [
            new(ProcedureSubject.COPY_OUTSIDE, "参加企業アンケート結果の集計のための複製",
                "参加企業から回収したアンケートの結果を、当社の集計用端末及びファイルサーバに複製して集計します。集計が終わり次第、消去して証明いたします。", -38,
                [
                    new(GRANTED, -36, Conditions: [new("複製台帳に日付、媒体及び保管場所を記入すること。"), new("集計の終了後、速やかに消去し、消去の証明を提出すること。", Due: 65)], Until: 60),
                    new(READ, -36),
                    new(USED, -21, "第１回アンケート（回答８２社）の集計"),
                    new(CONDITION_KEPT, -20, "第１回の集計に用いた複製について、複製台帳に記入しました。"),
                    new(USED, -6, "第２回アンケート（回答１１７社）の集計"),
                ],
                Scope: new("参加企業から回収したアンケートの結果（個社名を含む。）", 60, ["集計用端末", "社内ファイルサーバ"], ["アンケートの集計"], ["本社４階 調査部執務室"])),
            new(ProcedureSubject.BRING_IN, "説明会における投影用端末の持込み",
                "説明会の会場として省内の会議室をお借りするに当たり、資料の投影に用いるノート型端末１台を持ち込みます。本業務の情報は、投影する資料のほかに保存しておりません。", -2, [], StartsOn: 4),
        ],
        Sayings =
        [
            new(CommunicationKind.PRESENT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT_PROCEDURE, "情報セキュリティが侵害された場合の連絡先及び対処の手順を、別添のとおり提示します。", -45, IsConfirmed: true, Paper: "侵害時の連絡先及び対処の手順"),
            new(CommunicationKind.RE_PRESENT, Direction.FROM_CONTRACTOR, ProcedureSubject.STAFF_CHANGE, "従事者１名が来月から加わるため、氏名、所属、専門性、実績及び国籍を記した名簿を再提示します。", -3, IsConfirmed: true, Paper: "従事者名簿（変更後）"),
        ],
    };

    private static DemoContract InTheCloud(DemoContract c) => c with
    {
        Review = DemoReview.ANSWERED,
        Paper = DemoPaper.IN_FORCE,
        Acts =
        [
            new(ProcedureSubject.CLOUD_USE, "オンライン相談の予約受付サービスの利用",
                "中小企業からの相談の予約をオンラインで受け付けるため、クラウドサービスを利用します。取り扱う情報は、相談者の氏名、所属、連絡先及び相談の概要です。リスク評価の結果は別添のとおりです。", -9,
                [
                    new(INQUIRED, -6, "相談の概要に要機密情報が含まれるおそれがあります。ISMAPクラウドサービスリストへの登録の有無と、保存先の国をお知らせください。"),
                    new(ANSWERED, -1, "登録されているサービスです。登録番号及び言明対象範囲を別添に記載しました。データの保存先は、国内の２拠点に限る設定としています。", Paper: "登録番号及び言明対象範囲"),
                ],
                StartsOn: 8, Paper: "予約受付サービスのリスク評価"),
            new(ProcedureSubject.CLOUD_USE, "事業説明会の録画配信サービスの利用",
                "事業説明会を録画し、申込者に限って配信します。要機密情報は取り扱いません。", -60,
                [new(GRANTED, -57, Conditions: [new("配信の終了後、録画を消去すること。", Due: -10)], Until: -12), new(COUNTERSIGNED, -56, By: 1), new(READ, -56), new(CONDITION_KEPT, -11, "配信を終了し、録画を消去しました。")]),
            new(ProcedureSubject.DISCLOSURE, "有識者会議の委員への中間集計の提供",
                "来週の有識者会議に先立ち、相談件数の中間集計を委員５名に提供します。個社の情報は含みません。取扱いの注意点は、表紙に記載して示します。", -4, [], StartsOn: -1),
            new(ProcedureSubject.VULNERABILITY_PLAN, "予約受付サイトの基盤ソフトウェアの更新計画",
                "公表された脆弱性に対応するため、検証環境での確認を経て、基盤ソフトウェアを最新の版に更新します。更新は、受付を停止する土曜日の夜間に行います。", -15,
                [new(GRANTED, -14, Conditions: [new("更新の前に復旧の手順を確かめ、結果を報告すること。", Due: 5)]), new(READ, -13)]),
        ],
        Sayings =
        [
            new(CommunicationKind.INFORM, Direction.FROM_CONTRACTOR, ProcedureSubject.VULNERABILITY_INFORMATION,
                "予約受付サイトで利用している部品に、深刻度の高い脆弱性が公表されました。当該機能は無効にしており、影響がないことを確認しています。詳細は判明し次第お知らせします。", -2, IsRead: false),
            new(CommunicationKind.SHOW, Direction.FROM_OFFICER, ProcedureSubject.PRIVACY_POLICY, "予約受付サイトに適用するプライバシーポリシーを、別添のとおり示します。公開の前に、サイトの下部から参照できるようにしてください。", -30, IsConfirmed: true, Paper: "プライバシーポリシー"),
        ],
    };

    private static DemoContract WithAnIncident(DemoContract c) => c with
    {
        Consortium = Consortium.LEAD_ONLY,
        Progress = DemoProgress.RECORDED,
        Paper = DemoPaper.IN_FORCE,
        Firms = [new(Yamanami, SubcontractorKind.CONSORTIUM_MEMBER, [2, 3, 4, 7, 8, 9, 10, 11, 13, 14], Entered: 6)],
        Assignments = [new(11, ["t.mori@aoba.example"])],
        Acts =
        [
            new(ProcedureSubject.COPY_OUTSIDE, "ヒアリング記録の文字起こしのための複製",
                "企業ヒアリングの録音を文字に起こすため、録音データを社給端末１台に複製します。", -5,
                [new(TOLD, -3, "お電話で許可をいただきました。録音は、文字起こしの終了後１週間以内に消去するようにとのことでした。", Conditions: [new("文字起こしの終了後、１週間以内に録音を消去すること。")])],
                StartsOn: -2),
            new(ProcedureSubject.STAFF_CHANGE, "従事者の変更",
                "育児休業を取得する従事者に代わり、１名を加えます。名簿を含む確認書類の変更案を併せて提出します。", -28, [new(GRANTED, -26), new(READ, -25)], StartsOn: -20),
        ],
        Sayings =
        [
            new(CommunicationKind.REPORT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT,
                "従事者１名が、本業務の資料を添付した電子メールを、誤って別の取引先１名に送信しました。先方には削除を依頼しています。添付した資料の内容は、確認しているところです。", 0, IsRead: false, ByStaff: "t.mori@aoba.example"),
        ],
    };

    private static DemoContract ByMail(DemoContract c) => c with
    {
        Paper = DemoPaper.IN_FORCE,
        Acts =
        [
            new(ProcedureSubject.BRING_IN, "ヒアリング用の録音機器の持込み",
                "省内で行うヒアリングのため、録音機器１台を持ち込みます。", -12,
                [new(TOLD, -10, "お電話で許可をいただきました。"), new(RECORD_OBJECTED, -2, "お電話では、機器の管理番号を確かめてから判断するとお伝えしました。管理番号をお知らせください。")]),
            new(ProcedureSubject.COPY_OUTSIDE, "調査票の印刷",
                "郵送による調査のため、対象企業の名簿を印刷会社に渡さず、当社内で宛名を印刷します。", -18,
                [new(TOLD, -16, "メールで許可をいただきました。", Channel: Channel.MAIL), new(RECORD_CONFIRMED, -14), new(CORRECTED, -2, "メールの受信日を取り違えていたため。")], StartedOn: -22),
            new(ProcedureSubject.HANDLER_DISCLOSURE, "調査結果の概要の業界団体への開示",
                "調査の途中経過を、協力いただいている業界団体に開示します。", -22,
                [new(DECLINED, -19, "調査の結果は公表前であり、情報取扱者以外への開示は認められません。公表の後に改めてご相談ください。"), new(READ, -18)]),
            new(ProcedureSubject.CLOUD_USE, "オンライン会議サービスの利用",
                "有識者へのヒアリングをオンラインで行います。画面の共有は、公開資料に限ります。", -7,
                [new(TOLD, -5, "メールで利用承認をいただきました。", Channel: Channel.MAIL)]),
        ],
        Sayings =
        [
            new(CommunicationKind.SUBMIT, Direction.FROM_CONTRACTOR, ProcedureSubject.QUALITY_ASSURANCE, "品質保証体制を証明する書類として、認証の登録証の写し及び体制図を提出します。", -40, IsConfirmed: true, Paper: "認証の登録証（写し）及び体制図"),
        ],
    };

    private static DemoContract OfAnother(DemoContract c) => c with
    {
        Contractor = 4,
        Review = DemoReview.INSUFFICIENT,
        Paper = DemoPaper.PRESENTED,
        Firms = [new(DemoCast.First, SubcontractorKind.SUBCONTRACTOR, [2, 4, 7, 9, 10, 11, 14], Entered: 3)],
        Acts =
        [
            new(ProcedureSubject.CLOUD_USE, "取引データの分析基盤の利用",
                "電子商取引の統計を作成するため、クラウド上の分析基盤を利用します。個人情報は取り扱いません。", -6, [new(GRANTED, -1, Conditions: [new("分析の終了後、データを消去すること。")], By: 1)], StartsOn: 6, Paper: "分析基盤のリスク評価"),
            new(ProcedureSubject.HANDLER_LIST, "情報管理体制図及び情報取扱者名簿",
                "契約の締結に先立ち、情報管理体制図及び情報取扱者名簿を提出します。", -70, [new(GRANTED, -66), new(READ, -66)], Paper: "情報管理体制図及び情報取扱者名簿"),
        ],
        Sayings =
        [
            new(CommunicationKind.PRESENT, Direction.FROM_CONTRACTOR, ProcedureSubject.STAFF, "資本関係・役員の情報、実施場所及び従事者の名簿を提示します。", -64, IsConfirmed: true, Paper: "従事者名簿"),
        ],
    };

    private static DemoContract Joint(DemoContract c) => c with
    {
        Consortium = Consortium.JOINT,
        Review = DemoReview.FINALISED,
        Paper = DemoPaper.AGREED,
        Firms = [new(Minori, SubcontractorKind.JOINT_MEMBER)],
        Acts =
        [
            new(ProcedureSubject.COPY_INSIDE, "省内資料の閲覧に伴う複製",
                "省内で閲覧した統計資料を、持ち込んだ端末に複製します。", -42,
                [new(GRANTED, -40), new(READ, -39), new(WITHDRAWN, -8, "閲覧の対象となる資料の公表が取りやめとなったため、許可を取り消します。複製した資料は消去してください。")]),
            new(ProcedureSubject.DISCLOSURE, "共同実施者への推計手法の提供",
                "推計に用いるプログラムの設計書を、共同実施者の協力研究者１名に提供します。", -25,
                [new(GRANTED, -22, Conditions: [new("設計書の写しを作成させないこと。")]), new(READ, -21), new(TARGET_CHANGED, -2, "設計書の第２版を作成し、推計の対象に輸送用の水素を加えました。")], Paper: "推計プログラム設計書"),
            new(ProcedureSubject.BRING_IN, "共同作業のための端末の持込み",
                "省内での共同作業のため、社給端末３台を期間中継続して持ち込みます。", -10,
                [new(INQUIRED, -4, "３台それぞれの管理番号と、持ち込む期間をお知らせください。")],
                Scope: new("管理番号を付した社給端末３台", 45, ["社給端末"], ["共同作業"], ["経済産業省 別館会議室"])),
            new(ProcedureSubject.CLOUD_USE, "文献管理サービスの利用",
                "共同実施者との間で文献の一覧を共有します。", -11, [new(CANCELLED, -9, "共有フォルダで足りることが分かったため、利用を取りやめます。")]),
        ],
        Sayings =
        [
            new(CommunicationKind.CONSULT, Direction.BOTH, ProcedureSubject.CONVENTION, "期間中に終了しない項目の書き方について協議しました。", -33, IsConfirmed: true, Channel: Channel.MEETING,
                Consultation: new("８）は、契約の終了までは「未実施」とし、終了後に行う旨を別葉に記載することとした。", "報告書の別葉の文例を共有する。", -28)),
            new(CommunicationKind.INSTRUCT, Direction.FROM_OFFICER, ProcedureSubject.IPA_CHECKLIST, "提出いただいたチェックリストのうち、「対応不要」とした３項目について、理由を記載して再度提出してください。", -2, IsRead: false),
        ],
    };

    private static DemoContract Reporting(DemoContract c, DemoReview review) => c with
    {
        Paper = DemoPaper.IN_FORCE,
        Review = review,
        Acts =
        [
            new(ProcedureSubject.COPY_OUTSIDE, "保守作業のための設定情報の複製",
                "障害の調査及び復旧のため、システムの設定情報を保守用端末に複製します。", -120,
                [new(GRANTED, -117, Until: 200), new(READ, -117), new(USED, -34, "定期点検に伴う設定情報の確認")],
                Scope: new("システムの設定情報", 220, ["保守用端末"], ["保守作業"], ["データセンター内作業室"])),
        ],
        Sayings =
        [
            new(CommunicationKind.PRESENT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT_PROCEDURE, "対処の手順を改めましたので、提示します。夜間の連絡先を加えました。", -90, IsConfirmed: true, Paper: "侵害時の対処の手順（改訂）"),
            .. review == DemoReview.QUERIED ? (DemoSaying[])
            [
                new(CommunicationKind.REPORT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT, "ポータルサイトに、短い間に多数の接続がありました。閲覧しにくい状態が１０分ほど続きましたが、現在は復旧しています。", -26, IsConfirmed: true),
                new(CommunicationKind.CONSULT, Direction.BOTH, ProcedureSubject.INCIDENT, "原因と対処について協議しました。", -25, IsConfirmed: true, Channel: Channel.MEETING,
                    Consultation: new("情報の漏えいはなく、可用性のみの事象であることを確認した。", "接続数の制限を設け、監視の間隔を短くする。", -18), Answers: true),
                new(CommunicationKind.INSTRUCT, Direction.FROM_OFFICER, ProcedureSubject.INCIDENT, "同様の事象があった場合は、復旧を待たずに電話で連絡してください。", -24, IsConfirmed: true, Answers: true),
                new(CommunicationKind.DESIGNATE, Direction.FROM_OFFICER, ProcedureSubject.CLOSURE_DATE, "現行サイトを閉鎖する期日を指定します。終了の告知は、その３か月前から行ってください。", -3, IsRead: false, Designated: 120),
            ] : [],
        ],
    };
}
