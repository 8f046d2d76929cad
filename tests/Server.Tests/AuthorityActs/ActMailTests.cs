using System.Net;
using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Contracts;
using SecurityTracker.ServerTests.ConfirmationDocuments;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.AuthorityActs;

[Collection(Shared.AuthorityActs)]
public sealed class ActMailTests(TestServer server)
{
    private readonly HttpClient contractor = server.As(Role.CONTRACTOR_OFFICER);

    [Fact]
    public async Task The_mail_goes_to_the_section_and_the_officers_with_the_contracts_subject()
    {
        var contract = await contractor.Register();
        var named = await contractor.Having(contract).When(new ChangeOfficersRequest([new OfficerRequest(OfficerPost.PRIMARY, "主　太郎", "shu@example.go.jp")], Day("2026-07-10"))).Written();
        await contractor.Having(contract.Id).At(named.Version).When(new SetMailSubjectRequest("件名なし")).Refuses(422, "mail-subject-invalid");
        var file = await contractor.KeepFile(contract.Id, "機器の一覧");
        var act = await contractor.Ask(contract.Id, ProcedureSubject.BRING_IN, b =>
            b with { Mode = ActMode.STANDING, Scope = ActSteps.Scope(), FileIds = [file] });

        var mail = await contractor.GetAsync($"/api/authority-acts/{act.Id}/mail").Json();
        var reference = $"ST-{act.Id.ToString("N")[^8..].ToUpperInvariant()}";
        mail.Text("subject").ShouldBe($"【令和8年度　動向調査】ノートＰＣの持込み（許可のお願い）（整理番号：{reference}）");
        (mail["to"]![0]!.GetValue<string>(), mail["cc"]![0]!.GetValue<string>()).ShouldBe(("section@example.go.jp", "shu@example.go.jp"));
        foreach (var part in (string[])["経済産業省文化創造産業課長 殿", "情報セキュリティに関する事項６）に基づき、許可をお願いいたします。", "山田　花子", "令和９年２月２６日", "・返信.txt", reference, "以上"])
        {
            mail.Text("body").ShouldContain(part);
        }

        await contractor.Having(contract.Id).At(named.Version).When(new SetMailSubjectRequest("[R8-動向] {件名}")).Written();
        (await contractor.GetAsync($"/api/authority-acts/{act.Id}/mail").Json()).Text("subject").ShouldStartWith("[R8-動向] ノートＰＣの持込み");
        var rule = (await contractor.GetAsync($"/api/contracts/{contract.Id}").Json())["mailSubject"]!;
        (rule.Text("pattern"), rule.Text("default"), rule.Text("example")).ShouldBe(("[R8-動向] {件名}", "【{契約件名}】{件名}", "[R8-動向] 機器の持込み（許可のお願い）"));
        using var eml = await contractor.GetAsync($"/api/authority-acts/{act.Id}/mail.eml");
        eml.StatusCode.ShouldBe(HttpStatusCode.OK);
        eml.Content.Headers.ContentType!.MediaType.ShouldBe("message/rfc822");
        var bytes = Encoding.ASCII.GetString(await eml.Content.ReadAsByteArrayAsync());
        bytes.ShouldContain("To: section@example.go.jp");
        bytes.ShouldContain("X-Unsent: 1");
        bytes.ShouldContain($"Message-ID: <act-{act.Id:N}@securitytracker.invalid>");
        bytes.ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("機器の一覧")));
        await server.As(Role.SUPERVISING_OFFICER).When(Get($"/api/authority-acts/{act.Id}/mail")).Refuses(403, "not-permitted");
        await contractor.When(Get($"/api/authority-acts/{Guid.NewGuid()}/mail")).Refuses(404, "not-found");
    }

    [Fact]
    public async Task The_document_or_the_report_it_is_for_goes_with_it_as_it_was_frozen()
    {
        var contract = await contractor.RegisterWithMethods();
        var presented = await contractor.Present(contract.Id, (await contractor.DraftWithPerson(contract.Id)).Version);
        await Attached(presented["actId"]!.GetValue<Guid>(), $"/api/contracts/{contract.Id}/confirmation-document/versions/1/document", "確認書類_令和8年度　動向調査_第1版");

        var recorded = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(recorded.Id);
        var act = await contractor.Ask(recorded.Id, ProcedureSubject.DISCLOSURE, b => b with { Target = new(TargetKind.REPORT, report.Id, 1, Sha256: null) });
        await Attached(act.Id, $"/api/reports/{report.Id}/form", "実施状況報告書_令和8年度　動向調査_20260710-20260930");
    }

    private async Task Attached(Guid act, string source, string name)
    {
        var mail = await contractor.GetAsync($"/api/authority-acts/{act}/mail").Json();
        mail["attachments"]!.AsArray().Select(f => f!.Text("name")).ShouldBe([$"{name}.docx", $"{name}.pdf"]);
        mail.Text("body").ShouldContain($"・{name}.pdf");
        var letter = EmlReader.Read(await contractor.GetByteArrayAsync($"/api/authority-acts/{act}/mail.eml")).Value!;
        foreach (var (file, extension) in letter.Attachments.Zip(["docx", "pdf"]))
        {
            var kept = await contractor.GetByteArrayAsync($"{source}.{extension}");
            file.Name.ShouldBe($"{name}.{extension}");
            file.Content.ShouldBe(kept);
        }

        letter.Attachments.Count.ShouldBe(2);
        mail["totalBytes"]!.GetValue<long>().ShouldBe(letter.Attachments.Sum(a => (long)a.Content.Length));
    }

    [Fact]
    public async Task Without_an_address_there_is_nobody_to_write_to()
    {
        var contract = await contractor.Register(c => c with { SectionMail = null });
        var act = await contractor.Ask(contract.Id);
        (await contractor.GetAsync($"/api/authority-acts/{act.Id}/mail").Json())["to"]!.AsArray().ShouldBeEmpty();
        await contractor.When(Get($"/api/authority-acts/{act.Id}/mail.eml")).Refuses(409, "recipient-missing");
    }
}
