using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Exchange;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Exchange;
using SecurityTracker.ServerTests.Files;

namespace SecurityTracker.ServerTests.AuthorityActs;

/// <summary>Every act and every communication of every edition, here and by mail.</summary>
[Collection(Shared.Mails)]
public sealed class EveryProcedureTests(MailReadingServer server)
{
    // One contract of each edition; acts may precede signing.
    private static readonly Dictionary<string, Guid> Contracts = [];

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    public static TheoryData<string, ProcedureSubject, ActKind> Acts
    {
        get
        {
            var data = new TheoryData<string, ProcedureSubject, ActKind>();
            foreach (var (code, p) in Procedures().Where(p => p.Procedure.Act is not null))
            {
                data.Add(code, p.Subject, p.Act!.Value);
            }

            return data;
        }
    }

    public static TheoryData<string, ProcedureSubject, CommunicationKind> Communications
    {
        get
        {
            var data = new TheoryData<string, ProcedureSubject, CommunicationKind>();
            foreach (var (code, p) in Procedures().Where(p => p.Procedure.Communication is not null))
            {
                data.Add(code, p.Subject, p.Communication!.Value);
            }

            return data;
        }
    }

    /// <summary>One of each word of each edition: 了承, 了解, 同意, 許可, 承認, 利用承認, 確認.</summary>
    public static TheoryData<string, ProcedureSubject, string> Words
    {
        get
        {
            var data = new TheoryData<string, ProcedureSubject, string>();
            foreach (var (code, p) in Procedures().Where(p => p.Procedure.Act is not null).DistinctBy(p => (p.Code, p.Procedure.Wording)))
            {
                data.Add(code, p.Subject, p.Wording);
            }

            return data;
        }
    }

    [Fact]
    public void The_words_are_all_there() =>
        Procedures().Where(p => p.Procedure.Act is not null).Select(p => p.Procedure.Wording).Distinct().Order().ShouldBe(new[] { "了解", "了承", "同意", "許可", "承認", "利用承認", "確認" }.Order());

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Every_act_goes_from_the_request_to_the_withdrawal(string code, ProcedureSubject subject, ActKind kind)
    {
        var contract = await ContractOf(code);
        var asked = await contractor.Ask(contract, subject, b => b with { Kind = kind });
        var seen = await officer.ActAt(asked.Id);
        var procedure = Procedures().Single(p => p.Code == code && p.Procedure.Subject == subject && p.Procedure.Act == kind).Procedure;
        (seen["summary"]!.Text("kind"), seen["summary"]!.Text("wording"), seen["summary"]!.Text("state"), seen.Text("sentence"))
            .ShouldBe((kind.ToString(), procedure.Wording, "REQUESTED", procedure.Sentence));
        (await State(officer, asked.Id, "ACT_TO_DECIDE")).ShouldBe("REQUESTED");

        await officer.OpenAct(asked.Id, 1);
        var inquired = await officer.Having(asked.Id).At(1).When(new InquireActRequest("期間は。")).Written();
        (await State(contractor, asked.Id, "INQUIRY")).ShouldBe("INQUIRED");
        var answered = await contractor.Having(asked.Id).At(inquired.Version).When(new AnswerActRequest("11月24日のみです。")).Written();
        await officer.Having(asked.Id).At(answered.Version).When(new DecideActRequest(ActOutcome.GRANTED)).Refuses(409, "not-opened");
        var granted = await officer.Grant(asked.Id, answered.Version, new { outcome = "GRANTED", conditions = new object[] { "施錠すること", new { text = "消去すること", dueOn = "2026-12-25" } }, expiresOn = "2027-02-26" });
        (await State(contractor, asked.Id, "DECISION")).ShouldBe("GRANTED");
        var kept = await contractor.Having(asked.Id).At(granted).When(new KeepConditionRequest(Condition: 0, Day("2026-11-20"), "施錠した。")).Written();
        var now = await contractor.ActAt(asked.Id);
        now["decision"]!.Text("recordedBy").ShouldBe("OFFICER");
        now["decision"]!["conditions"]!.AsArray().Select(c => (c!.Text("text"), c!["dueOn"]?.GetValue<string>())).ShouldBe([("施錠すること", null), ("消去すること", "2026-12-25")]);
        now["inquiries"]![0]!["answer"]!.Text("text").ShouldBe("11月24日のみです。");

        await officer.OpenAct(asked.Id, kept.Version);
        await officer.Having(asked.Id).At(kept.Version).When(new WithdrawActRequest("不要となったため")).Written();
        now = await contractor.ActAt(asked.Id);
        (now["summary"]!.Text("state"), now["withdrawal"]!.Text("reason")).ShouldBe(("WITHDRAWN", "不要となったため"));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Every_word_comes_by_mail_and_is_confirmed(string code, ProcedureSubject subject, string word)
    {
        var contract = await ContractOf(code);
        var asked = await contractor.Ask(contract, subject);
        var letter = await contractor.GetAsync($"/api/authority-acts/{asked.Id}/mail").Json();
        letter.Text("body").ShouldContain($"{word}をお願いいたします。");
        var answer = SignedMails.Answer($"Re: {letter.Text("subject")}", word is "了解" or "確認" ? $"{word}しました。" : $"{word}します。", MailReference.MessageId(asked.Id));

        var mail = await contractor.Upload($"/api/contracts/{contract}/mail-readings", SignedMails.Sign(answer), "返信.eml").Json(HttpStatusCode.Created);
        (mail["proposes"]!["actId"]!.GetValue<Guid>(), mail["proposes"]!.Text("outcome"), mail["dkim"]!.Text("result")).ShouldBe((asked.Id, "GRANTED", "PASS"));
        var recorded = await contractor.Having(seen: 1).When(Post($"/api/authority-acts/{asked.Id}/outside-records", new
        {
            outcome = "GRANTED", channel = "MAIL", actAt = mail.Text("date"), officerName = mail["from"]!.Text("name"), mailFileId = mail["file"]!["id"],
        })).Written();
        var record = (await officer.ActAt(asked.Id))["records"]![0]!;
        (record.Text("status"), record["mail"]!.Text("dkim"), record["mail"]!.Text("signingDomain"), record["mail"]!["aligned"]!.GetValue<bool>())
            .ShouldBe(("UNCONFIRMED", "PASS", SignedMails.Domain, true));
        record["files"]![0]!.Text("sha256").ShouldBe(mail["file"]!.Text("sha256"));
        (await State(officer, asked.Id, "RECORD_TO_CONFIRM")).ShouldBe("GRANTED");

        await officer.OpenAct(asked.Id, recorded.Version);
        await officer.Having(asked.Id).At(recorded.Version).When<ConfirmRecordEndpoint>().Written();
        var confirmed = await contractor.ActAt(asked.Id);
        (confirmed["summary"]!.Text("state"), confirmed["summary"]!["confirmed"]!.GetValue<bool>(), confirmed["records"]![0]!.Text("status"), confirmed["records"]![0]!["statusBy"]!.Text("role"))
            .ShouldBe(("GRANTED", true, "CONFIRMED", "SUPERVISING_OFFICER"));
    }

    [Theory]
    [MemberData(nameof(Communications))]
    public async Task Every_communication_is_recorded_read_and_confirmed(string code, ProcedureSubject subject, CommunicationKind kind)
    {
        var contract = await ContractOf(code);
        var procedure = Procedures().Single(p => p.Code == code && p.Procedure.Subject == subject && p.Procedure.Communication == kind).Procedure;
        var (fromOfficer, body) = (procedure.Direction == Direction.FROM_OFFICER, new CommunicationRequest(
            kind, procedure.Direction, subject, "本文",
            Consultation: kind == CommunicationKind.CONSULT ? new ConsultationResult("担当課室", "第一部", "現状のとおりとする。", Measure: null, By: null) : null,
            DesignatedOn: kind == CommunicationKind.DESIGNATE ? Day("2027-02-26") : null));
        var (writer, reader) = fromOfficer ? (officer, contractor) : (contractor, officer);
        var written = await writer.Having(contract).When(body).Written(HttpStatusCode.Created);
        var seen = (await reader.GetAsync($"/api/communications/{written.Id}").Json())["communication"]!;
        (seen.Text("wording"), seen.Text("sentence"), seen.Text("recordedBy")).ShouldBe((procedure.Wording, procedure.Sentence, fromOfficer ? "OFFICER" : "CONTRACTOR"));
        (await reader.Having(written.Id).At(1).When<OpenCommunicationEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await reader.Having(written.Id).At(1).When<ConfirmCommunicationEndpoint>().Written();

        if (fromOfficer)
        {
            // The officer's word by mail, as the contractor writes it down.
            var mail = await contractor.Upload($"/api/contracts/{contract}/mail-readings", SignedMails.Sign(SignedMails.Answer()), "連絡.eml").Json(HttpStatusCode.Created);
            var told = await contractor.Having(contract).When(body with { Channel = Channel.MAIL, MailFileId = mail["file"]!["id"]!.GetValue<Guid>() }).Written(HttpStatusCode.Created);
            (await State(officer, told.Id, "RECORD_TO_CONFIRM")).ShouldBe("RECORDED");
            (await officer.Having(told.Id).At(1).When<OpenCommunicationEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            await officer.Having(told.Id).At(1).When<ConfirmCommunicationEndpoint>().Written();
            var confirmed = (await contractor.GetAsync($"/api/communications/{told.Id}").Json())["communication"]!;
            (confirmed.Text("status"), confirmed["mail"]!.Text("dkim")).ShouldBe(("CONFIRMED", "PASS"));
        }
    }

    private async Task<Guid> ContractOf(string code) => Contracts.TryGetValue(code, out var known) ? known
        : Contracts[code] = (await contractor.Register(c => c with { EditionCode = code, SignedOn = null })).Id;

    private static IEnumerable<(string Code, Procedure Procedure)> Procedures() =>
        ShippedEditions.All.SelectMany(edition => Domain.AuthorityActs.Procedures.Of(edition).Select(p => (edition.Code, p)));

    private static async Task<string> State(HttpClient client, Guid id, string type) =>
        (await client.GetAsync($"/api/inbox?scope=section&limit=200&kind={type}").Json())["items"]!.AsArray().Single(item => item!["id"]!.GetValue<Guid>() == id)!.Text("state");
}
