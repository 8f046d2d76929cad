using SecurityTracker.Server.Mail;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>Every answer of a mail server has a meaning that a person can act on, whatever its words.</summary>
public sealed class SmtpMeaningTests
{
    [Theory]
    [InlineData(250, "2.0.0 Ok: queued", "受け付けました")]
    [InlineData(550, "5.1.1 … no such user", "宛先のメールアドレスがありません")]
    [InlineData(550, "#5.1.10 RESOLVER.ADR.RecipientNotFound; not found", "宛先のメールアドレスがありません")]
    [InlineData(452, "4.2.2 mailbox full", "一杯です")]
    [InlineData(552, "Quota exceeded", "一杯です")]
    [InlineData(552, "5.3.4 Message size exceeds fixed limit", "大きすぎる")]
    [InlineData(550, "5.7.1 Access denied", "方針により")]
    [InlineData(550, "5.7.26 Unauthenticated email is not accepted due to DMARC", "SPF・DKIM・DMARC")]
    [InlineData(535, "5.7.8 Authentication credentials invalid", "サインインできませんでした")]
    [InlineData(451, "4.7.1 Greylisting in action", "後でもう一度")]
    [InlineData(450, "4.7.0 too many connections from 5.1.1.1", "後でもう一度")]
    [InlineData(554, "Transaction failed", "返答の文")]
    [InlineData(550, "4.1.1 the class is not that of the code", "受け取りを拒否されました")]
    public void An_answer_means(int code, string text, string meaning) => SmtpMeaning.Of(code, text).Ja.ShouldContain(meaning);

    [Theory]
    [InlineData("BOUNCED", null, "4.4.7 expired", "再送が終わりました")]
    [InlineData("GIVEN_UP", 451, "4.7.1 Greylisting", "再送が終わりました")]
    [InlineData("BOUNCED", null, "5.4.4 no route", "再送が終わりました")]
    [InlineData("BOUNCED", null, "5.1.1 unknown", "宛先のメールアドレスがありません")]
    [InlineData("QUEUED", 451, "4.7.1 Greylisting", "後でもう一度")]
    [InlineData("BOUNCED", null, "host not found", null)]
    [InlineData("SENT", null, null, null)]
    public void Of_a_mail_that_has_ended_nobody_is_told_that_it_is_tried_again(string state, int? code, string? text, string? meaning)
    {
        var said = SmtpMeaning.Of(Enum.Parse<MailState>(state), code, text)?.Ja;
        (meaning is null ? said is null : said!.Contains(meaning, StringComparison.Ordinal)).ShouldBeTrue(said);
    }

    [Fact]
    public void No_answer_is_without_a_meaning()
    {
        var random = new Random(20261201);
        for (var code = -1; code < 1000; code++)
        {
            foreach (var text in new[] { null, "", $"{code / 100}.{random.Next(9)}.{random.Next(99)} x", $"{random.Next(9)}.{random.Next(999)}.{random.Next(9999)}", new string('5', 2000), "5.1.1.1.1" })
            {
                var meaning = SmtpMeaning.Of(code, text);
                (meaning.Ja.Length > 5 && meaning.En.Length > 5).ShouldBeTrue($"{code} {text}");
            }
        }
    }
}
