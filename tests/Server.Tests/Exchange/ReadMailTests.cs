using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Files;

namespace SecurityTracker.ServerTests.Exchange;

/// <summary>A server whose name server is ours.</summary>
public class MailReadingServer : TestServer
{
    public LoopbackDns Dns { get; } = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Dns.Dispose();
    }

    protected override void Configure(IWebHostBuilder host)
    {
        Dns.Texts[SignedMails.KeyName] = SignedMails.Key;
        host.UseSetting("Dns:Server", Dns.Address);
    }
}

[Collection(Shared.Mails)]
public sealed class ReadMailTests(MailReadingServer server)
{
    private HttpClient Client => server.As(Role.CONTRACTOR_OFFICER);

    public static TheoryData<Role> WhoMayNot => [Role.AUDITOR, Role.ADMINISTRATOR];

    [Theory]
    [MemberData(nameof(WhoMayNot))]
    public async Task Some_read_no_mails_in(Role role) =>
        await server.As(role).Upload($"/api/contracts/{Guid.NewGuid()}/mail-readings", SignedMails.Sign(SignedMails.Answer()), "a.eml").Refuses(403, "not-permitted");

    [Fact]
    public async Task A_signed_answer_is_kept_with_what_its_signature_says()
    {
        var contract = (await Client.Register()).Id;

        var mail = await Read(contract, SignedMails.Sign(SignedMails.Answer("Re: 確認書類", "了承します。\n> 不可")), "返信");

        mail["subject"]!.GetValue<string>().ShouldBe("Re: 確認書類");
        mail["from"]!["address"]!.GetValue<string>().ShouldBe("tanto@meti.example.go.jp");
        mail["date"]!.GetValue<string>().ShouldBe("2026-11-20T11:00:00+09:00");
        mail["dkim"]!["result"]!.GetValue<string>().ShouldBe("PASS");
        mail["dkim"]!["domain"]!.GetValue<string>().ShouldBe(SignedMails.Domain);
        mail["dkim"]!["aligned"]!.GetValue<bool>().ShouldBeTrue();
        mail["proposes"]!["outcome"]!.GetValue<string>().ShouldBe("GRANTED");
        mail["file"]!["name"]!.GetValue<string>().ShouldBe("返信.eml");
        var again = await Client.GetAsync($"/api/mail-readings/{mail["file"]!["id"]}").Json();
        again["text"]!.GetValue<string>().ShouldBe(mail["text"]!.GetValue<string>());
        again["dkim"]!["result"]!.GetValue<string>().ShouldBe("PASS");
    }

    [Fact]
    public async Task A_broken_signature_is_refused_and_nothing_is_kept()
    {
        var contract = (await Client.Register()).Id;
        var before = await Files();

        await Client.Upload($"/api/contracts/{contract}/mail-readings", SignedMails.Sign(SignedMails.Answer()).With("11:00:00", "10:00:00"), "a.eml").Refuses(422, "mail-signature-broken");

        (await Files()).ShouldBe(before);
    }

    [Fact]
    public async Task Files_in_a_mail_become_files_of_the_contract_or_stay_in_it()
    {
        var contract = (await Client.Register()).Id;
        var letter = new OutgoingMail([new("a@example.com")], "返信", "承認いたします。") { Attachments = [new("体制図.pdf", "application/pdf", Uploads.Pdf), new("evil.exe", "application/pdf", "MZ\0\0"u8.ToArray())] };

        var mail = await Read(contract, EmlComposer.Write(letter, new("b@example.go.jp"), "1@example.go.jp", server.Clock.Now), "a.eml");

        mail["dkim"]!["result"]!.GetValue<string>().ShouldBe("NONE");
        mail["attachments"]!.AsArray().Select(file => file!["name"]!.GetValue<string>()).ShouldBe(["体制図.pdf"]);
        (await Client.GetByteArrayAsync($"/api/files/{mail["attachments"]![0]!["id"]}/content")).ShouldBe(Uploads.Pdf);
        mail["notKept"]!.AsArray().Select(file => file!["code"]!.GetValue<string>()).ShouldBe(["file-type-not-taken"]);
    }

    [Fact]
    public async Task Of_outlooks_files_no_signature_can_be_checked()
    {
        var contract = (await Client.Register()).Id;

        var mail = await Read(contract, MsgFile.Write("件名", "認められません。", "体制図.pdf", Uploads.Pdf), "返信.msg");

        (mail["format"]!.GetValue<string>(), mail["dkim"]!["result"]!.GetValue<string>(), mail["proposes"]!["outcome"]!.GetValue<string>()).ShouldBe(("MSG", "NOT_POSSIBLE", "DECLINED"));
        mail["attachments"]![0]!["name"]!.GetValue<string>().ShouldBe("体制図.pdf");
    }

    [Fact]
    public async Task What_cannot_be_taken_out_of_a_mail_is_named_with_what_to_do()
    {
        var contract = (await Client.Register()).Id;
        static string Left(System.Text.Json.Nodes.JsonNode mail) => string.Join(", ", mail["notKept"]!.AsArray().Select(file => $"{file!["name"]} {file["code"]}"));

        var outlook = await Read(contract, MsgFile.WithMail("転送", "添付のとおりです。", "Re: 承認について"), "転送.msg");
        (Left(outlook), outlook["textNotRead"]).ShouldBe(("Re_ 承認について mail-within-mail", null));

        var within = await Read(contract, Mail("multipart/mixed; boundary=b", "--b\r\nContent-Type: text/plain\r\n\r\nsee below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner text\r\n--b--\r\n"), "a.eml");
        within["attachments"]!.AsArray().Select(file => $"{file!["name"]} {file["mediaType"]}").ShouldBe(["inner.eml message/rfc822"]);

        var sealedMail = await Read(contract, Mail("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MIAGCSqGSIb3\r\n"), "a.eml");
        (Left(sealedMail), sealedMail["textNotRead"]!["code"]!.GetValue<string>(), sealedMail["text"]!.GetValue<string>()).ShouldBe(("smime.p7m smime-not-readable", "smime-not-readable", ""));

        var signed = await Read(contract, Mail("multipart/mixed; boundary=a", "--a\r\nContent-Type: multipart/signed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nok\r\n--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nMIAG\r\n--b--\r\n--a--\r\n"), "a.eml");
        (Left(signed), signed["textNotRead"]).ShouldBe(("smime.p7s smime-signature", null));

        var packed = await Read(contract, Mail("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n\r\neJ8+\r\n--b--\r\n"), "a.eml");
        (Left(packed), packed["textNotRead"]!["messages"]!["ja"]!.GetValue<string>()).ShouldBe((
            "winmail.dat winmail-not-readable",
            "Outlook独自の形式（winmail.dat）のため、中の本文やファイルを読み取れません。送信者に、テキスト形式又はHTML形式での再送を依頼してください。"));

        var rich = await Read(contract, MsgFile.Rich("件名", "damaged"u8.ToArray()), "a.msg");
        rich["textNotRead"]!["code"]!.GetValue<string>().ShouldBe("text-not-readable");
        (await Client.GetAsync($"/api/mail-readings/{rich["file"]!["id"]}").Json())["textNotRead"]!["code"]!.GetValue<string>().ShouldBe("text-not-readable");
    }

    [Fact]
    public async Task An_act_that_waits_for_nothing_is_not_proposed()
    {
        var contract = (await Client.Register()).Id;
        var act = (await Client.Ask(contract)).Id;
        async Task<Guid?> Proposed() =>
            (await Read(contract, SignedMails.Sign(SignedMails.Answer(inReplyTo: MailReference.MessageId(act))), "a.eml"))["proposes"]!["actId"]?.GetValue<Guid>();

        (await Proposed()).ShouldBe(act);
        await Client.Having(act).At(1).When(new CancelActRequest("不要となったため")).Written();
        (await Proposed()).ShouldBeNull();
    }

    [Fact]
    public async Task A_kept_mail_proves_something_in_its_own_contract_alone()
    {
        var (contract, other) = ((await Client.Register()).Id, (await Client.Register()).Id);
        var mail = await Read(contract, SignedMails.Sign(SignedMails.Answer()), "a.eml");
        var id = mail["file"]!["id"]!.GetValue<Guid>();
        using var scope = server.Services.CreateScope();
        var mails = scope.ServiceProvider.GetRequiredService<KeptMails>();

        (await mails.Proof(contract, id, default)).ShouldNotBeNull().SigningDomain.ShouldBe(SignedMails.Domain);
        (await mails.Proof(other, id, default)).ShouldBeNull();
        await Client.Upload($"/api/contracts/{Guid.NewGuid()}/mail-readings", SignedMails.Sign(SignedMails.Answer()), "a.eml").Refuses(404, "not-found");
    }

    [Fact]
    public async Task Hostile_mails_are_read_or_refused_and_never_a_fault()
    {
        var contract = (await Client.Register()).Id;
        var client = Client;
        var letter = new OutgoingMail([new("a@example.com")], "返信", "承認いたします。") { Attachments = [new("体制図.pdf", "application/pdf", Uploads.Pdf)] };
        var eml = EmlComposer.Write(letter, new("b@example.go.jp"), "1@example.go.jp", server.Clock.Now);
        var msg = MsgFile.Write("件名", "本文", "a.pdf", Uploads.Pdf);
        foreach (var mutant in Mutants.Of(eml, 20).Concat(Mutants.Of(msg, 20)))
        {
            using var answer = await client.Upload($"/api/contracts/{contract}/mail-readings", mutant, "a.eml");
            ((int)answer.StatusCode).ShouldBeOneOf(201, 422);
        }
    }

    [Fact]
    public void An_answer_is_tied_to_the_act_it_answers()
    {
        var (act, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var mail = MailReading.Unreadable;

        MailReference.Find(mail with { InReplyTo = MailReference.MessageId(act) }, [act, other]).ShouldBe(act);
        MailReference.Find(mail with { Subject = $"Re: 依頼（整理番号：{MailReference.Of(act)}）" }, [act, other]).ShouldBe(act);
        MailReference.Find(mail with { Text = $"> {MailReference.Of(act)} {MailReference.Of(other)}" }, [act, other]).ShouldBeNull();
        MailReference.Find(mail, [act, other]).ShouldBeNull();
    }

    [Theory]
    [InlineData("標記の件、差し支えありません。", "GRANTED")]
    [InlineData("本件は認められません。", "DECLINED")]
    [InlineData("不可です。了承しますとは言えません。", null)]
    [InlineData("検討します。\n-----Original Message-----\n了承します", null)]
    [InlineData("検討します。\n> 許可します", null)]
    public void Words_propose_and_no_more(string text, string? outcome) => MailOutcome.Propose(text).Outcome?.ToString().ShouldBe(outcome);

    private static byte[] Mail(string type, string body) => System.Text.Encoding.ASCII.GetBytes($"From: a@example.go.jp\r\nSubject: x\r\nContent-Type: {type}\r\n\r\n{body}");

    private Task<System.Text.Json.Nodes.JsonNode> Read(Guid contract, byte[] mail, string name) =>
        Client.Upload($"/api/contracts/{contract}/mail-readings", mail, name).Json(HttpStatusCode.Created);

    private async Task<long> Files()
    {
        await using var count = server.Database.CreateCommand("SELECT (SELECT count(*) FROM files) + (SELECT count(*) FROM mail_readings) + (SELECT count(*) FROM mt_events)");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
