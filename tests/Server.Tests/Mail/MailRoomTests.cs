using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>Mail through the real mail server of development.</summary>
[Collection(Shared.Frame)]
public sealed partial class MailRoomTests(TestServer server)
{
    private static readonly OutgoingMail Letter = new(
        [new("taro@example.go.jp", "髙橋 太郎（担当）"), new("section@example.go.jp")],
        "情報セキュリティに関する事項の実施状況報告書の提出について（令和８年度　𠮷野家データ分析及びそのとても長い名前の調査事業）",
        "　お世話になっております。\r\n.\n.先頭の点\n招待： https://tracker.example/invitations/abc_DEF-1?x=1&y=2 。\n以上\n")
    {
        Cc = [new("copy@example.com", "Doe, \"John\"")],
        Attachments = [new("実施状況報告書_令和８年度のとても長い名前の調査事業_20260401-20260930.pdf", "application/pdf", [0, 1, 13, 10, 46, 255])],
    };

    private MailRoom Room => server.Services.GetRequiredService<MailRoom>();

    private DevelopmentMail Development => server.Services.GetRequiredService<DevelopmentMail>();

    [Fact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        (await Room.Send(Letter, default)).Delivery.ShouldBe(MailDelivery.SENT);

        var taken = Development.Mails.First(mail => mail.Reading.Subject == Letter.Subject);
        taken.Recipients.ShouldBe(["taro@example.go.jp", "section@example.go.jp", "copy@example.com"]);
        taken.Reading.From.ShouldBe(new("noreply@securitytracker.invalid", "SecurityTracker"));
        taken.Reading.To.ShouldBe(Letter.To);
        taken.Reading.Cc.ShouldBe(Letter.Cc);
        taken.Reading.Text.ShouldBe(Letter.Text.ReplaceLineEndings("\n").TrimEnd('\n'));
        taken.Reading.Date.ShouldBe(server.Clock.Now);
        var file = taken.Reading.Attachments.ShouldHaveSingleItem();
        (file.Name, file.MediaType).ShouldBe((Letter.Attachments[0].Name, "application/pdf"));
        file.Content.ShouldBe(Letter.Attachments[0].Content);
        taken.Reading.MessageId.ShouldNotBeNull().ShouldEndWith("@securitytracker.invalid");
        Encoding.Latin1.GetString(taken.Source).Split("\r\n").ShouldAllBe(line => line.Length <= 78 && line.All(c => c < 127));
    }

    [Fact]
    public async Task Nothing_in_a_mail_becomes_a_header_or_a_recipient()
    {
        var mail = new OutgoingMail([new("a@example.com", "x\r\nBcc: evil@example.com")], "Hello\r\nBcc: evil@example.com\n\nBody", "") { Attachments = [new("a\r\nX: y\".txt", "text/plain", [])] };

        (await Room.Send(mail, default)).Delivery.ShouldBe(MailDelivery.SENT);

        var taken = Development.Mails.First(m => m.Recipients.Contains("a@example.com"));
        taken.Recipients.ShouldBe(["a@example.com"]);
        taken.Reading.Headers.ShouldNotContain("\nBcc:");
        await Should.ThrowAsync<ArgumentException>(() => Room.Send(mail with { To = [new("a@example.com>\r\nRCPT TO:<b@example.com")] }, default));
    }

    [Fact]
    public async Task What_looks_encoded_is_read_as_it_was_typed()
    {
        const string Typed = "=?utf-8?B?5om/6KqN?= で";

        (await Room.Send(new([new("typed@example.com", Typed)], Typed, Typed), default)).Delivery.ShouldBe(MailDelivery.SENT);

        var reading = Development.Mails.First(m => m.Recipients.Contains("typed@example.com")).Reading;
        var seen = Typed.Replace("=?", "＝?", StringComparison.Ordinal);
        (reading.Subject, reading.To[0].Name, reading.Text).ShouldBe((seen, seen, Typed));
    }

    [Fact]
    public async Task The_page_shows_mails_with_links_and_files_and_nothing_inline()
    {
        await Room.Send(Letter with { Subject = "<script>alert(1)</script>", To = [new("page@example.com")], Cc = [] }, default);
        var client = server.CreateClient();

        using var list = await client.GetAsync("/dev/mail?to=page@example.com");
        var address = MailAddress().Match(await list.Content.ReadAsStringAsync()).Groups["address"].Value;
        var page = await client.GetStringAsync(address);
        using var file = await client.GetAsync($"{address}/attachments/0");

        list.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        page.ShouldContain("<a class=\"link\" href=\"https://tracker.example/invitations/abc_DEF-1?x=1&amp;y=2\">");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("style=");
        page.ShouldNotContain("<script");
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Letter.Attachments[0].Content);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await client.GetStringAsync("/dev/mail/style.css")).ShouldContain("font");
        (await client.GetAsync("/dev/mail/99999")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync("/dev/mail?to=nobody@example.com")).ShouldContain("まだメールはありません");
    }

    [GeneratedRegex("href=\"(?<address>/dev/mail/[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MailAddress();
}
