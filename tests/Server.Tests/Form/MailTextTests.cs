using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.ServerTests.Form;

public sealed class MailTextTests
{
    [Fact]
    public void The_mail_names_the_contract_the_statuses_and_the_files()
    {
        var mail = MailText.Of(SampleForms.Of("ED-D"), ["報告書.docx", "報告書.pdf"], "ST-0123ABCD");
        mail.Subject.ShouldBe("情報セキュリティに関する事項の実施状況報告書の提出について");
        mail.Body.ShouldStartWith("経済産業省商務・サービスグループ文化創造産業課長 殿\n");
        mail.Body.ShouldContain("実施 １３件、未実施 １件、該当なし ２件（理由等は別葉のとおり）");
        mail.Body.ShouldContain("契約締結日　令和８年７月１０日");
        mail.Body.ShouldContain("整理番号　　ST-0123ABCD");
        mail.Body.ShouldContain("　・報告書.docx\n　・報告書.pdf\n");
        mail.Body.ShouldNotContain("下記のとおり報告します。");
        mail.Body.ShouldNotContain("差替え");
    }

    [Fact]
    public void The_mail_of_a_replacement_says_so_and_which_rows_changed()
    {
        var mail = MailText.Of(SampleForms.Of("ED-D") with { Replacement = SampleForms.Replacement }, ["差替え_報告書.docx"], "ST-0123ABCD");
        mail.Subject.ShouldBe("情報セキュリティに関する事項の実施状況報告書（差替え）の提出について");
        mail.Body.ShouldContain("本報告書は、令和８年１０月１日付けの報告書に代わる差替えです。変更した項目は、次のとおりです：８）、１５）\n\n記");
    }
}
