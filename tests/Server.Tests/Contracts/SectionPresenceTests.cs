using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;
using Steps = SecurityTracker.ServerTests.AuthorityActs.ActSteps;

namespace SecurityTracker.ServerTests.Contracts;

/// <summary>
/// Where nobody of the 担当課室 is here nothing reaches the ministry by this program: every way of submission and communication says so,
/// offers the mail, and waits for the word of a person that it was sent.
/// </summary>
[Collection(Shared.Contracts)]
public sealed class SectionPresenceTests(TestServer server)
{
    private static RegisterContractRequest ByMail(RegisterContractRequest contract) => contract with { OfficeId = null, SectionId = null };

    private readonly HttpClient contractor = server.CreateClient();

    [Fact]
    public async Task A_first_report_that_reached_nobody_says_so_until_a_person_told_it()
    {
        var contract = await contractor.Register(ByMail);
        (await contractor.Contract(contract.Id))["sectionIsHere"]!.GetValue<bool>().ShouldBeFalse();

        var noted = await contractor.Having(contract.Id).When(new ReportIncidentRequest("端末を紛失した。")).Json(HttpStatusCode.Created);

        noted["sectionIsHere"]!.GetValue<bool>().ShouldBeFalse();
        var address = $"/api/communications/{noted.Text("id")}";
        var told = (await contractor.GetAsync(address).Json())["communication"]!;
        told.Text("channel").ShouldBe("UNSENT");
        told["can"]!["deliverCommunication"]!.GetValue<bool>().ShouldBeTrue();
        var mail = EmlReader.Read(await contractor.GetByteArrayAsync($"{address}/mail.eml")).Value!;
        mail.To[0].Address.ShouldBe("section@example.go.jp");
        mail.Subject.ShouldContain("整理番号：ST-");
        mail.Text.ShouldContain("端末を紛失した。");

        await contractor.Having(noted.Text("id")).At(told.Version()).When(new DeliverCommunicationRequest(Channel.SYSTEM)).Refuses(422, "channel-not-possible");
        await contractor.Having(noted.Text("id")).At(told.Version()).When(new DeliverCommunicationRequest(Channel.TELEPHONE)).Written();

        var after = (await contractor.GetAsync(address).Json())["communication"]!;
        after.Text("channel").ShouldBe("TELEPHONE");
        await contractor.Having(noted.Text("id")).At(after.Version()).When(new DeliverCommunicationRequest(Channel.MAIL)).Refuses(409, "communication-delivered");
        await contractor.Having(noted.Text("id")).At(after.Version()).When(new CorrectCommunicationRequest(CommunicationField.CHANNEL, "UNSENT", "まだ電話していませんでした。")).Written();
        (await contractor.GetAsync(address).Json())["communication"]!.Text("channel").ShouldBe("UNSENT");
    }

    [Fact]
    public async Task A_first_report_stands_before_the_officers_that_are_here()
    {
        var noted = await contractor.When(Post($"/api/contracts/{(await contractor.Register()).Id}/incidents", new { text = "端末を紛失した。" })).Json(HttpStatusCode.Created);

        noted["sectionIsHere"]!.GetValue<bool>().ShouldBeTrue();
        (await contractor.GetAsync($"/api/communications/{noted.Text("id")}").Json())["communication"]!.Text("channel").ShouldBe("SYSTEM");
    }

    [Fact]
    public async Task Nobody_is_here_in_a_section_whose_people_are_of_another()
    {
        var contract = await contractor.Register(c => c with { SectionId = null, SectionName = "だれもいない課" });

        (await contractor.Contract(contract.Id))["sectionIsHere"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_report_is_not_handed_in_by_this_system_to_nobody_and_what_was_written_down_wrongly_is_mended()
    {
        var finalised = await contractor.Finalised((await contractor.RegisterRecorded(ByMail)).Id);
        var address = $"/api/reports/{finalised.Id}";
        await contractor.Having(finalised).When(new SubmitReportRequest(SubmissionWay.SYSTEM)).Refuses(409, "section-not-here");
        var submitted = await contractor.Submit(finalised, new { via = "MAIL" });

        var mended = await contractor.Having(finalised.Id).At(submitted.Version).When(new CorrectSubmissionWayRequest(SubmissionWay.POST, "郵送した。")).Written();
        var report = await contractor.Report(finalised.Id);
        report["submission"]!.Text("via").ShouldBe("POST");
        report["wayCorrections"]![0]!.Text("before").ShouldBe("MAIL");
        await contractor.Having(finalised.Id).At(mended.Version).When(new WithdrawSubmissionRequest(null)).Refuses(422, "text-missing");
        await contractor.Having(finalised.Id).At(mended.Version).When(new WithdrawSubmissionRequest("まだ送っていなかった。")).Written();
        report = await contractor.Report(finalised.Id);
        (report["submission"], report.Text("stage")).ShouldBe((null, "FINALISED"));
        report["can"]!["submitReport"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task What_reached_the_section_by_this_system_stands()
    {
        var submitted = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        var address = $"/api/reports/{submitted.Id}/submission";

        await contractor.Having(submitted).When(new WithdrawSubmissionRequest("誤り。")).Refuses(409, "submission-stands");
        (await contractor.Having(submitted).When(new CorrectSubmissionWayRequest(SubmissionWay.MAIL, "誤り。"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_request_waits_to_be_sent_and_each_new_word_waits_again()
    {
        var contract = await contractor.Register(ByMail);
        var act = await Steps.Ask(contractor, contract.Id);
        (await Steps.ActAt(contractor, act.Id))["summary"]!["unsent"]!.GetValue<bool>().ShouldBeTrue();

        var sent = await contractor.Having(act).When(new DeliverActRequest(Channel.MAIL)).Written();
        (await Steps.ActAt(contractor, act.Id))["summary"]!["unsent"]!.GetValue<bool>().ShouldBeFalse();
        var back = await contractor.Having(act.Id).At(sent.Version).When(new DeliverActRequest(Channel.UNSENT)).Written();
        (await Steps.ActAt(contractor, act.Id))["summary"]!["unsent"]!.GetValue<bool>().ShouldBeTrue();
        back.Version.ShouldBe(sent.Version + 1);

        var here = await Steps.Ask(contractor, (await contractor.Register()).Id);
        (await Steps.ActAt(contractor, here.Id))["summary"]!["unsent"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task The_answer_to_a_query_is_a_mail_to_be_sent()
    {
        var submitted = await contractor.Submit(await contractor.Finalised((await contractor.RegisterRecorded(ByMail)).Id), new { via = "MAIL" });
        var address = $"/api/reports/{submitted.Id}";
        var query = new { on = "2026-11-20", channel = "MAIL", officerName = "霞　一郎", rows = new[] { new { number = 6, verdict = "QUERIED", comment = "許可の日付は。" } } };
        var queried = await contractor.Having(submitted).When(Post($"{address}/outside-reviews", query)).Written();
        await contractor.When(Get($"{address}/answers/mail.eml")).Refuses(409, "nothing-answered");

        await contractor.Having(submitted.Id).At(queried.Version).When(new RecordAnswersSentRequest(SubmissionWay.MAIL, Day("2026-11-20"))).Refuses(409, "no-answer-to-send");
        var answered = await contractor.Having(submitted.Id, 6).At(queried.Version).When(new AnswerReportQueryRequest("１１月２日です。")).Written();

        await contractor.Having(submitted.Id).At(answered.Version).When(new RecordAnswersSentRequest(SubmissionWay.SYSTEM, Day("2026-11-20"))).Refuses(409, "section-not-here");
        var sent = await contractor.Having(submitted.Id).At(answered.Version).When(new RecordAnswersSentRequest(SubmissionWay.POST, Day("2026-11-20"))).Written();
        (await Row6())["review"]!["answerSent"]!["via"]!.GetValue<string>().ShouldBe("POST");
        var back = await contractor.Having(submitted.Id).At(sent.Version).When<TakeAnswersSentBackEndpoint>().Written();
        (await Row6())["review"]!["answerSent"].ShouldBeNull();
        await contractor.Having(submitted.Id).At(back.Version).When(new RecordAnswersSentRequest(SubmissionWay.MAIL, Day("2026-11-20"))).Written();
        (await Row6())["review"]!["answerSent"]!["via"]!.GetValue<string>().ShouldBe("MAIL");
        async Task<JsonNode> Row6() => (await contractor.GetAsync(address).Json())["rows"]!.AsArray().Single(row => row!["number"]!.GetValue<int>() == 6)!;

        var mail = EmlReader.Read(await contractor.GetByteArrayAsync($"{address}/answers/mail.eml")).Value!;
        mail.Subject.ShouldBe($"【令和8年度　動向調査】実施状況報告書についての照会への回答（整理番号：{MailReference.Of(submitted.Id)}）");
        mail.Text.ShouldContain("許可の日付は。");
        mail.Text.ShouldContain("１１月２日です。");
    }

    [Fact]
    public async Task The_mail_of_a_report_has_everything_that_the_others_have()
    {
        var contract = await contractor.RegisterRecorded(ByMail);
        var officer = new { post = "PRIMARY", name = "霞　一郎", mail = "kasumi@example.go.jp" };
        var changed = await contractor.Having(contract).When(Put($"/api/contracts/{contract.Id}/officers", new { from = "2026-07-10", officers = new[] { officer } })).Written();
        await contractor.Having(contract.Id).At(changed.Version).When(new SetMailSubjectRequest("[R8-動向] {件名}")).Written();
        var report = await contractor.Finalised(contract.Id);

        var mail = EmlReader.Read(await contractor.GetByteArrayAsync($"/api/reports/{report.Id}/mail.eml")).Value!;

        (mail.To.ShouldHaveSingleItem().Address, mail.Cc.ShouldHaveSingleItem().Address).ShouldBe(("section@example.go.jp", "kasumi@example.go.jp"));
        mail.Subject.ShouldBe($"[R8-動向] 情報セキュリティに関する事項の実施状況報告書の提出について（整理番号：{MailReference.Of(report.Id)}）");
        mail.Text.ShouldContain(MailReference.Of(report.Id));
        mail.Attachments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_to_nobody_says_where_an_address_is_wanted()
    {
        var contract = await contractor.RegisterRecorded(c => ByMail(c) with { SectionMail = null });
        var report = await contractor.Finalised(contract.Id);

        await contractor.When(Get($"/api/reports/{report.Id}/mail.eml")).Refuses(409, "recipient-missing");
        (await contractor.GetAsync($"/api/reports/{report.Id}/mail").Json())["to"]!.AsArray().ShouldBeEmpty();
    }
}
