namespace SecurityTracker.Demo.World;

/// <summary>What contracts, methods and reasons of the made-up world say. Requirements go by their number among the 17.</summary>
internal static class DemoWords
{
    /// <summary>The work of the contracts.</summary>
    public static IReadOnlyList<string> Works { get; } =
    [
        "後継者支援ネットワーク", "中小企業デジタル化応援", "地域未来牽引企業フォローアップ", "産業データ連携基盤の在り方調査",
        "サプライチェーン・サイバーセキュリティ対策普及", "伝統的工芸品海外展開支援", "スタートアップ・エコシステム実態調査",
        "商店街活性化・観光消費創出", "次世代ヘルスケア産業創出", "カーボンニュートラル投資動向調査", "コンテンツ産業海外展開ポータル運営",
        "地域中核企業人材確保支援", "電子商取引に関する市場調査", "事業承継・引継ぎ実態調査", "半導体人材育成カリキュラム開発",
        "キャッシュレス決済実態調査", "知的財産活用相談窓口運営", "防災産業クラスター形成", "女性起業家支援", "下請取引適正化相談窓口運営",
        "産業保安統計整備", "物流効率化実証", "ＡＩ利活用促進", "空き店舗活用モデル", "生産性向上ガイドライン普及", "ロボット導入実証",
        "海外規制情報提供サイト運営", "水素サプライチェーン調査", "小規模事業者経営力向上", "企業間連携マッチング",
    ];

    /// <summary>How such a work is called when it is begun …</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["事業", "委託事業", "に係る業務"];

    /// <summary>… and what follows it.</summary>
    public static IReadOnlyList<string> FollowingKinds { get; } = ["に係る広報業務", "に係る効果検証", "に係るシステム運用保守業務", "に係る成果普及業務"];

    /// <summary>遵守の方法, by requirement.</summary>
    public static IReadOnlyDictionary<int, string> Methods { get; } = new Dictionary<int, string>
    {
        [2] = "社内の情報セキュリティ規程を統一基準群と突き合わせ、差分を年１回見直す。契約締結日時点の版を控えとして保管する。",
        [3] = "監査の窓口を情報セキュリティ責任者に定め、求めがあった日から５営業日以内に記録を提示できるよう整理しておく。",
        [4] = "従事者名簿を作成して提示する。変更があるときは、着任の前に改めて提示する。",
        [5] = "再委託先と本事項を含む契約書を取り交わし、再委託先の実施状況を四半期ごとに書面で確認する。",
        [6] = "持ち込む端末は管理番号を付した社給端末に限り、許可を得た日と返却・消去の記録を台帳に残す。",
        [7] = "省外での複製は許可を得たものに限り、複製台帳に日付、媒体、保管場所、消去日を記入する。",
        [8] = "終了日の２週間前に返却・廃棄・消去の一覧を作り、担当職員の確認を受けた後に実施する。",
        [9] = "秘密保持の誓約書を従事者全員から受け取り、提供が必要な場合は事前に承認を得る。",
        [10] = "端末の更新とウイルス定義の更新を自動化し、従事者には着任時と年１回の教育を行って受講記録を残す。",
        [11] = "第一報の連絡先と手順を１枚にまとめて提示し、半年に１回、机上訓練を行う。",
        [12] = "定型約款によるサービスでは要機密情報を扱わない。利用するサービスを一覧にし、多要素認証を必須とする。",
        [13] = "ISMAPクラウドサービスリストに登録されたサービスから選び、登録番号と有効期限を控える。",
        [14] = "利用の前にリスク評価の結果を添えて利用承認を求め、承認の条件を利用者に周知する。",
        [15] = "構成管理台帳でソフトウェアの版とサポート期限を管理し、脆弱性情報を週１回確認する。",
        [16] = "公開前に不正プログラムの検査、署名の確認、外部通信の確認を行い、結果をリリース記録に残す。",
        [17] = "公開前と改修後にウェブアプリケーション診断を受け、チェックリストを提出する。",
    };

    /// <summary>遵守の方法 of what does not apply.</summary>
    public const string NotApplicable = "本契約には該当する業務がない。該当することとなった場合は、事前に変更案を提出する。";

    /// <summary>A method as it is proposed anew, for what changes in the course of the year.</summary>
    public const string ChangedMethod = "端末の更新とウイルス定義の更新を自動化し、従事者には着任時と半年に１回の教育を行って受講記録を残す。標的型攻撃を想定した訓練を年１回行う。";

    /// <summary>What an officer asks of a row of a report.</summary>
    public static IReadOnlyList<string> Queries { get; } =
    [
        "教育の受講記録について、対象者数と受講者数が分かるように補っていただけますか。",
        "「未実施」の理由に、実施の予定時期を加えていただけますか。",
    ];

    /// <summary>… and what is answered.</summary>
    public const string Answer = "対象者１２名のうち１２名が受講を終えました。受講日を記した一覧を、差替えの際に別葉へ記載します。";

    /// <summary>How the last of an insufficiency is put right, as the two sides agreed.</summary>
    public const string Insufficiency = "再委託先からの実施状況の確認が期間中に行われておらず、不十分であると認めた。";

    /// <summary>… and what is done about it.</summary>
    public const string Measure = "再委託先から書面の提出を受け、確認の結果を担当職員に報告する。";

    /// <summary>Why something is 未実施.</summary>
    public static IReadOnlyDictionary<int, string> NotYet { get; } = new Dictionary<int, string>
    {
        [3] = "本期間中に監査の求めがなかったため。受入れの体制は整えており、求めがあり次第、対応します。",
        [5] = "再委託先１社からの実施状況の報告が届いていないため。今月末までに受領し、確認します。",
        [8] = "契約期間中のため。業務終了後速やかに返却・消去し、担当職員の確認を受けます。",
        [10] = "先月着任した従事者２名の教育が済んでいないため。次回の集合研修（来月第２週）で実施します。",
        [11] = "机上訓練を実施していないため。対処手順は提示済みであり、訓練は本期中に行います。",
        [14] = "新たに利用するサービスのリスク評価を進めているため。利用承認を得るまで利用しません。",
        [15] = "サーバＯＳの更新計画について確認をお願いしているため。確認を得た後、２週間以内に適用します。",
        [17] = "ウェブアプリケーション診断を公開前の来月に予定しているため。診断の結果を反映した後に公開します。",
    };

    /// <summary>15)⑩: what is said whatever the status.</summary>
    public static IReadOnlyList<string> Closures { get; } =
    [
        "提供者の選定に当たり終了時の対応能力を確認した。サイトの閉鎖は契約終了後であり、終了告知の期間は担当職員と協議のうえ定める。",
        "事業終了後６か月間の終了告知を行い、ドメイン名の登録、ＤＮＳ及びＣＤＮの設定、ＳＮＳアカウントを抹消する計画を提示した。",
        "ドメイン名は省の指定する期日まで保持する。関係するリンクの一覧を作成し、閉鎖時の抹消手順を確認した。",
    ];

    /// <summary>The number among the 17 of a requirement id; ED-A's 18 are placed where their text went.</summary>
    public static int Subject(string requirementId)
    {
        var number = int.Parse(requirementId.Split(':')[1].Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
        return requirementId.StartsWith("18:", StringComparison.Ordinal) ? Of18[number] : number;
    }

    private static readonly int[] Of18 = [0, 1, 10, 6, 7, 8, 9, 11, 2, 3, 4, 5, 15, 15, 17, 15, 15, 12, 16];
}
