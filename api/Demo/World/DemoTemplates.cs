using SecurityTracker.Domain.AuthorityActs;
using static SecurityTracker.Demo.World.DemoMove;

namespace SecurityTracker.Demo.World;

/// <summary>What is usual in a contract: acts and sayings that any of them may have had.</summary>
internal static class DemoTemplates
{
    /// <summary>Acts of a contract that runs, each settled or waiting as it says.</summary>
    public static IReadOnlyList<DemoAct> Running { get; } =
    [
        new(ProcedureSubject.COPY_OUTSIDE, "資料作成のための複製", "報告資料の作成のため、お預かりした資料を社給端末に複製します。", -30, [new(GRANTED, -28), new(READ, -27)]),
        new(ProcedureSubject.DISCLOSURE, "委員会資料の委員への提供", "委員会の委員に、議事次第及び資料を提供します。取扱いの注意点は、資料の表紙に示します。", -24,
            [new(GRANTED, -21, Conditions: [new("委員限りとする旨を、各資料に表示すること。")]), new(READ, -20)]),
        new(ProcedureSubject.BRING_IN, "打合せのための端末の持込み", "打合せの記録のため、社給端末１台を持ち込みます。", -16,
            [new(TOLD, -15, "お電話で許可をいただきました。"), new(RECORD_CONFIRMED, -13)], StartsOn: -14),
        new(ProcedureSubject.CLOUD_USE, "日程調整サービスの利用", "ヒアリング先との日程の調整に利用します。要機密情報は取り扱いません。", -20, [new(GRANTED, -17, Until: 80), new(COUNTERSIGNED, -16, By: 1), new(READ, -16)]),
        new(ProcedureSubject.COPY_OUTSIDE, "発送作業のための名簿の複製", "案内状の発送のため、送付先の名簿を作業用端末に複製します。", -8, [new(INQUIRED, -5, "作業用端末の管理番号と、消去の予定日をお知らせください。")]),
        new(ProcedureSubject.DISCLOSURE, "講師への受講者名簿の提供", "研修の講師に、受講者の名簿を提供します。", -3, [], StartsOn: 5),
        new(ProcedureSubject.BRING_IN, "会場設営のための機器の持込み", "会場の設営に用いる機器を持ち込みます。", -1, [], StartsOn: 7),
    ];

    /// <summary>The 確認 after the end of a contract, days counted from today.</summary>
    public static DemoAct Return(bool isConfirmed, int asked) => new(
        ProcedureSubject.RETURN_OR_ERASURE, "返却・廃棄・消去の一覧", "業務の終了に伴い、お預かりした資料の返却並びに複製した情報の廃棄及び消去を行いました。一覧のとおりですので、確認をお願いします。", asked,
        isConfirmed
            ? [new(GRANTED, asked + 6), new(READ, asked + 7)]
            : [new(INQUIRED, asked + 4, "バックアップの媒体について、消去の方法と日付を一覧に加えてください。")],
        Paper: "返却・廃棄・消去の一覧");

    /// <summary>Before a contract is signed.</summary>
    public static DemoAct Handlers { get; } = new(
        ProcedureSubject.HANDLER_LIST, "情報管理体制図及び情報取扱者名簿", "契約の締結に先立ち、情報管理体制図及び情報取扱者名簿を提出します。同意をお願いします。", -4, [], Paper: "情報管理体制図及び情報取扱者名簿");

    /// <summary>What is handed over at the beginning.</summary>
    public static IReadOnlyList<DemoSaying> AtFirst { get; } =
    [
        new(CommunicationKind.PRESENT, Direction.FROM_CONTRACTOR, ProcedureSubject.STAFF, "資本関係・役員の情報、実施場所及び従事者の名簿を提示します。", -50, IsConfirmed: true, Paper: "従事者名簿"),
        new(CommunicationKind.PRESENT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT_PROCEDURE, "情報セキュリティが侵害された場合の対処の手順を提示します。", -49, IsConfirmed: true, Paper: "侵害時の対処の手順"),
    ];
}
