using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Files;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.ConfirmationDocuments;

/// <summary>A 確認書類 as long as they come: a long method for each item and thirty people.</summary>
internal static class SampleDocuments
{
    private static readonly DateOnly PresentedOn = new(2026, 11, 20);

    public static string MethodOf(int number) => string.Join('\n', Enumerable.Range(1, number == 15 ? 24 : 5).Select(line =>
        $"・{number})第{line}点：受注者は、社内の情報セキュリティ管理規程第{line + 3}条に基づき、情報管理責任者の承認を得た端末だけを用い、アクセス権限を業務従事者に限定し、記録を毎月点検して髙﨑𠮷乃が確認する。"));

    public static PrintedDocument Of(string code, int people = 30, bool handlers = true, int? number = 2, bool masked = false)
    {
        var edition = SampleForms.Edition(code);
        var roster = Enumerable.Range(1, people).Select(i => Person(i, handlers && i % 2 == 0)).ToList();
        DocumentItem[] extra = [new(101, "会議資料は会議の後速やかに回収すること。")];
        var content = DocumentContent.From(edition, extra, []) with
        {
            People = roster,
            Organization = new DocumentOrganization("情報管理責任者の下に情報取扱管理者を置き、業務従事者を限定する。\n緊急時は情報管理責任者が担当職員に直ちに報告する。", "東京都千代田区霞が関一丁目３番１号　本社２５階（執務室）", new PersonalRef(Guid.Empty)),
            Papers = [new(Guid.NewGuid(), "侵害時の対処方法", 11, [new FileRef(Guid.NewGuid(), "00", "侵害時対処手順書.pdf", 3)]), new(Guid.NewGuid(), "情報管理体制図", Number: null, [])],
            Parts = [new(Guid.NewGuid(), 3, "株式会社再委託印刷", [new(2, "自社の規程を定め、年１回見直す。"), new(5, "再々委託は行わない。")])],
        };
        content = content with { Methods = [.. content.Methods.Select(method => method with { Method = MethodOf(method.Number) })] };
        return DocumentPrint.Of(new DocumentToPrint(
            content, edition, number > 1 ? VersionKind.CHANGE : VersionKind.FIRST,
            new DocumentHeader(
                PresentedOn, SampleForms.Header.Addressee, SampleForms.Header.ContractorAddress, SampleForms.Header.ContractorName,
                SampleForms.Header.RepresentativeTitle, default, SampleForms.Header.SignedOn, SampleForms.Header.ContractName),
            number, SampleForms.Header.RepresentativeName, "親会社：株式会社持株（１００％）\n代表取締役　髙橋　𠮷郎、取締役　山田　一郎", ValueOf, masked));

        string? ValueOf(RosterPerson person, PersonField field)
        {
            var i = roster.IndexOf(person) + 1;
            return person.RefOf(field) is null ? null : masked && field is PersonField.NATIONALITY or PersonField.ADDRESS or PersonField.BIRTH_DATE && masked ? DocumentWords.Masked : field switch
            {
                PersonField.NAME => $"髙﨑　𠮷乃{Wareki.FullWidth(i)}",
                PersonField.AFFILIATION => "第一調査部公共政策グループ",
                PersonField.POSITION => "主任研究員",
                PersonField.EXPERTISE => "情報処理安全確保支援士（登録番号第００１２３４号）\n情報セキュリティ研修（令和８年４月受講）",
                PersonField.ACHIEVEMENTS => "令和７年度産業標準化推進事業（類似業務）に従事\n令和６年度統計調査業務に従事",
                PersonField.NATIONALITY => "日本",
                PersonField.ADDRESS => $"東京都港区芝公園四丁目２番{i}号",
                _ => "1985-04-01",
            };
        }
    }

    private static RosterPerson Person(int i, bool handler)
    {
        PersonalRef? filled = new(Guid.NewGuid());
        return new(
            Guid.NewGuid(), HasAccount: false,
            i switch { 1 => [OrganizationRole.INFORMATION_MANAGER, OrganizationRole.WORKER], 2 => [OrganizationRole.HANDLING_MANAGER], 30 => [OrganizationRole.SUBCONTRACTOR], _ => [OrganizationRole.WORKER] },
            i == 1 ? null : "調査票の設計及び集計", filled.Value, filled, filled, filled, filled, filled, handler ? filled : null, handler ? filled : null);
    }
}
