using System.Net;
using System.Text.Json.Nodes;
using MimeKit;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.AuthorityActs;

/// <summary>An officer who never signs in gets what is asked, asked again and reported as letters that a person sends, each with a 回答欄, the sender and what was said before.</summary>
public sealed class LettersTests(TestServer server) : IClassFixture<TestServer>, IDisposable
{
    private const string Own = "/api/account/telephone";
    private const string Call = "　本日お電話で御連絡いたしました件について、";

    private readonly HttpClient contractor = server.As(Role.CONTRACTOR_OFFICER);
    private readonly DateTimeOffset before = server.Clock.Now;

    /// <inheritdoc/>
    public void Dispose() => server.Clock.Now = before;

    [Fact]
    public async Task The_sender_and_the_number_that_they_named_stand_below_a_letter()
    {
        var act = await contractor.Ask(await ByMail());
        (await Mail(act.Id)).Text("body").ShouldContain("以上\n\n");
        (await contractor.GetAsync(Own).Json())["telephone"].ShouldBeNull();
        (await Mail(act.Id)).Text("body").ShouldNotContain("電話　");

        await contractor.When(Put(Own, new SetOwnTelephoneRequest(new string('0', 51)))).Refuses(422, "text-too-long");
        await contractor.When(Put(Own, new SetOwnTelephoneRequest("03-0000\r\n以上"))).Refuses(422, "text-not-printable");
        (await contractor.When(Put(Own, new SetOwnTelephoneRequest(" 03-0000-0000（内線12） ")))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Mail(act.Id)).Text("body").ShouldContain("\n担当　情報セキュリティ責任者\n電話　03-0000-0000（内線12）\n");
        (await server.As(Role.CONTRACTOR_STAFF).GetAsync(Own).Json())["telephone"].ShouldBeNull();

        (await contractor.When(Put(Own, new SetOwnTelephoneRequest("　")))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Mail(act.Id)).Text("body").ShouldNotContain("電話　");
    }

    [Fact]
    public async Task What_was_sent_and_is_not_answered_is_asked_for_again_with_since_when_and_by_when()
    {
        var act = await contractor.Ask(await ByMail(), change: b => b with { StartsOn = Day("2026-12-24") });
        var first = await Mail(act.Id);
        first["isAgain"]!.GetValue<bool>().ShouldBeFalse();
        first.Text("body").ShouldContain("　許可の可否（可・不可・条件付き）：\n　条件・理由：\n");
        first.Text("body").ShouldContain("御回答をいただきたい日\n　　令和８年１２月２３日（開始予定日の前日）まで\n");

        await Sent(act.Id, Channel.MAIL);
        (await Mail(act.Id))["isAgain"]!.GetValue<bool>().ShouldBeFalse("it was sent today");
        server.Clock.Now += TimeSpan.FromDays(5);
        var again = await Mail(act.Id);
        again["isAgain"]!.GetValue<bool>().ShouldBeTrue();
        again.Text("subject").ShouldStartWith("【令和8年度　動向調査】ご確認のお願い（再送）　ノートＰＣの持込み（許可のお願い）（整理番号：ST-");
        again.Text("body").ShouldContain("　令和８年１１月２０日にメールでお送りした下記の件について、情報セキュリティに関する事項６）に基づき、許可をお願いしておりますが、御回答をまだいただいておりません。\n");
        again.Text("body").ShouldContain("令和８年１２月２３日（開始予定日の前日）まで");
        using var letter = await File($"/api/authority-acts/{act.Id}/mail.eml");
        letter.InReplyTo.ShouldBe(MailReference.MessageId(act.Id));
        letter.MessageId.ShouldNotBe(MailReference.MessageId(act.Id));

        // Nothing is noted until a person says so; since when it waits stays what it was.
        (await Version(act.Id)).ShouldBe(2, "reading a letter notes nothing");
        await Sent(act.Id, Channel.MAIL);
        server.Clock.Now += TimeSpan.FromDays(2);
        (await Mail(act.Id)).Text("body").ShouldContain("令和８年１１月２０日にメールでお送りした");
    }

    [Fact]
    public async Task After_a_call_of_today_a_letter_begins_with_it_and_what_was_asked_back_stands_below()
    {
        var act = await contractor.Ask(await ByMail());
        await Sent(act.Id, Channel.MAIL);
        server.Clock.Now += TimeSpan.FromDays(3);
        await contractor.Having(act.Id).At(await Version(act.Id)).When(new RecordFromOutsideRequest(
            ActOutcome.INQUIRED, Channel.TELEPHONE, server.Clock.Now, "経産　主子", Reason: "台数を知らせてください。\n2台までです。")).Written();

        var asked = await Mail(act.Id);
        asked["isAgain"]!.GetValue<bool>().ShouldBeFalse("the officer has asked back");
        asked.Text("body").ShouldContain($"です。\n{Call}");
        await contractor.Having(act.Id).At(await Version(act.Id)).When(new AnswerActRequest("2台です。")).Written();
        asked = await Mail(act.Id);
        asked["isAgain"]!.GetValue<bool>().ShouldBeFalse("the answer was not sent");
        asked.Text("body").ShouldEndWith("令和８年１１月２３日　担当職員からの照会\n　　台数を知らせてください。\n　　2台までです。\n令和８年１１月２３日　当方の回答\n　　2台です。\n");

        server.Clock.Now += TimeSpan.FromDays(1);
        (await Mail(act.Id)).Text("body").ShouldNotContain(Call);
    }

    [Fact]
    public async Task A_call_that_was_noted_on_the_same_subject_counts_and_one_of_another_does_not()
    {
        var contract = await ByMail();
        var act = await contractor.Ask(contract);
        await Said(contract, ProcedureSubject.OTHER, Channel.TELEPHONE);
        (await Mail(act.Id)).Text("body").ShouldNotContain(Call);

        await Sent(act.Id, Channel.TELEPHONE);
        (await Mail(act.Id)).Text("body").ShouldContain(Call);
    }

    [Fact]
    public async Task What_was_decided_is_not_asked_for_again()
    {
        var act = await contractor.Ask(await ByMail());
        await Sent(act.Id, Channel.MAIL);
        server.Clock.Now += TimeSpan.FromDays(3);
        await contractor.Having(act.Id).At(await Version(act.Id)).When(new RecordFromOutsideRequest(ActOutcome.GRANTED, Channel.TELEPHONE, server.Clock.Now, "経産　主子")).Written();

        (await Mail(act.Id))["isAgain"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task An_incident_is_told_by_mail_after_the_call_and_asked_after_until_the_officer_answers()
    {
        var contract = await ByMail();
        var told = (await contractor.When(Post($"/api/contracts/{contract}/incidents", new { text = "USB メモリを紛失したおそれがあります。" })).Json(HttpStatusCode.Created))["id"]!.GetValue<Guid>();
        var mail = $"/api/communications/{told}/mail";
        await server.As(Role.AUDITOR).GetAsync(mail).Refuses(403, "not-permitted");
        await server.As(Role.SECTION_HEAD).GetAsync(mail).Refuses(404, "not-found");
        await contractor.GetAsync($"/api/communications/{Guid.NewGuid()}/mail").Refuses(404, "not-found");
        (await contractor.GetAsync(mail).Json()).Text("body").ShouldNotContain(Call);

        await contractor.Having(told).At(1).When(new DeliverCommunicationRequest(Channel.TELEPHONE)).Written();
        var after = await contractor.GetAsync(mail).Json();
        after.Text("body").ShouldContain($"です。\n{Call}");
        after.Text("body").ShouldContain("　御指示・御確認の内容：\n");
        after["isAgain"]!.GetValue<bool>().ShouldBeFalse();

        server.Clock.Now += TimeSpan.FromDays(1);
        var again = await contractor.GetAsync(mail).Json();
        again.Text("subject").ShouldContain("ご確認のお願い（再送）　情報セキュリティ事故（おそれを含む。）の第一報");
        again.Text("body").ShouldContain("　令和８年１１月２０日にお電話でお伝えした下記の件");
        using var letter = await File($"/api/communications/{told}/mail.eml");
        letter.InReplyTo.ShouldBe($"communication-{told:N}@securitytracker.invalid");

        await Said(contract, ProcedureSubject.INCIDENT, Channel.TELEPHONE, told, CommunicationKind.INSTRUCT, Direction.FROM_OFFICER);
        (await contractor.GetAsync(mail).Json())["isAgain"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_report_that_was_handed_in_by_mail_is_asked_after_until_its_receipt_is_noted()
    {
        var contract = (await contractor.RegisterRecorded(c => c with { OfficeId = null, SectionId = null })).Id;
        var finalised = await contractor.Finalised(contract);
        var mail = $"/api/reports/{finalised.Id}/mail";
        var first = await contractor.GetAsync(mail).Json();
        first["isAgain"]!.GetValue<bool>().ShouldBeFalse();
        first.Text("body").ShouldContain("　受領日：\n　受付番号（ある場合）：\n");
        var submitted = await contractor.Submit(finalised, new { via = "MAIL", on = "2026-11-20" });
        (await contractor.GetAsync(mail).Json()).Text("body").ShouldBe(first.Text("body"));

        server.Clock.Now += TimeSpan.FromDays(7);
        await Said(contract, ProcedureSubject.REPORT, Channel.TELEPHONE, kind: CommunicationKind.REPORT);
        var again = await contractor.GetAsync(mail).Json();
        again["isAgain"]!.GetValue<bool>().ShouldBeTrue();
        again.Text("subject").ShouldContain("ご確認のお願い（再送）　情報セキュリティに関する事項の実施状況報告書の提出について");
        again.Text("body").ShouldContain($"です。\n{Call}");
        again.Text("body").ShouldContain("　令和８年１１月２０日にメールで提出した下記の実施状況報告書について、受領の御連絡をまだいただいておりません。\n");
        using var letter = await File($"/api/reports/{finalised.Id}/mail.eml");
        (letter.InReplyTo, letter.Attachments.Count()).ShouldBe(($"report-{finalised.Id:N}@securitytracker.invalid", 2));

        await contractor.Having(finalised.Id).At(submitted.Version).When(new RecordReceiptRequest(Day("2026-11-26"))).Written();
        (await contractor.GetAsync(mail).Json())["isAgain"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task What_stands_in_a_letter_is_never_taken_for_the_officers_word()
    {
        var act = await contractor.Ask(await ByMail());
        await contractor.Having(act.Id).At(1).When(new RecordFromOutsideRequest(ActOutcome.INQUIRED, Channel.TELEPHONE, server.Clock.Now, "主子", Reason: "承認します。許可できません。")).Written();
        var body = (await Mail(act.Id)).Text("body");
        var tail = body[body.IndexOf("――――", StringComparison.Ordinal)..];

        MailOutcome.Propose(tail).Outcome.ShouldBeNull();
        MailOutcome.Propose(tail.Replace("（可・不可・条件付き）：", "：不可", StringComparison.Ordinal)).Outcome.ShouldBeNull();
        MailOutcome.Propose("許可します。\n\n" + tail).Outcome.ShouldBe(ProposedOutcome.GRANTED);
    }

    private async Task<Guid> ByMail() => (await contractor.Register(c => c with { OfficeId = null, SectionId = null })).Id;

    private Task<JsonNode> Mail(Guid act) => contractor.GetAsync($"/api/authority-acts/{act}/mail").Json();

    private async Task<MimeMessage> File(string address) => await MimeMessage.LoadAsync(new MemoryStream(await contractor.GetByteArrayAsync(address)));

    private async Task<long> Version(Guid act) => (await contractor.ActAt(act))["version"]!.GetValue<long>();

    private async Task Sent(Guid act, Channel channel) => await contractor.Having(act).At(await Version(act)).When(new DeliverActRequest(channel)).Written();

    private Task<WriteAnswer> Said(
        Guid contract, ProcedureSubject subject, Channel channel, Guid? inReplyTo = null, CommunicationKind kind = CommunicationKind.INFORM, Direction direction = Direction.FROM_CONTRACTOR) =>
        contractor.Having(contract).When(new CommunicationRequest(
            kind, direction, subject, "電話で話しました。", server.Clock.Now, channel, OfficerName: direction == Direction.FROM_OFFICER ? "経産　主子" : null, InReplyTo: inReplyTo)).Written(HttpStatusCode.Created);
}
