using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.ServerTests.Form;

/// <summary>Filled forms of every shipped edition, with the names that go wrong elsewhere.</summary>
internal static class SampleForms
{
    public static FormHeader Header { get; } = new(
        new(2026, 10, 15),
        "霞調第１２号",
        "経済産業省商務・サービスグループ文化創造産業課長 殿",
        "東京都千代田区霞が関一丁目３番１号\n霞が関コモンゲート西館２５階",
        "株式会社髙﨑𠮷田総合研究所",
        "代表取締役社長",
        "髙橋　𠮷郎",
        new(2026, 7, 10),
        "令和８年度産業標準化推進事業委託費（戦略的国際標準化加速事業：政府戦略分野に係る国際標準開発活動）");

    public static ReplacementNote Replacement { get; } = new(new DateOnly(2026, 10, 1), ["８）", "１５）"]);

    public static TheoryData<string> Editions => [.. ShippedEditions.All.Select(edition => edition.Code)];

    public static AnnexEdition Edition(string code) => ShippedEditions.All.Single(edition => edition.Code == code);

    public static FilledForm Of(string code, FormHeader? header = null) => FilledForm.From(
        Edition(code),
        header ?? Header,
        [.. Enumerable.Range(2, 17).Select(number => number switch
        {
            3 => new FormAnswer(number, ImplementationStatus.NOT_APPLICABLE, "監査等の実施の通知を受けていないため。通知があった場合には、受け入れるとともに指摘事項へ対応します。"),
            8 => new(number, ImplementationStatus.NOT_IMPLEMENTED, "契約期間中のため。業務終了後速やかに返却・消去し、担当職員の確認を受けます。"),
            15 => new(number, ImplementationStatus.IMPLEMENTED, Explanation: "登録情報は四半期ごとに確認しています。\n終了告知ののち DNS の設定を削除できる事業者を選定しています。"),
            16 => new(number, ImplementationStatus.NOT_APPLICABLE, "本業務においてアプリケーション・コンテンツの開発・作成を行わないため。"),
            _ => new(number, ImplementationStatus.IMPLEMENTED),
        })]);
}
