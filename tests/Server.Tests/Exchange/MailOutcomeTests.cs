using SecurityTracker.Server.Exchange;

namespace SecurityTracker.ServerTests.Exchange;

public sealed class MailOutcomeTests
{
    private const string Quoted = "持込み台数は2台です。許可をお願いします。\n承認します";

    [Theory]
    [InlineData("a-auto-reply.eml", null, "automatic-reply")]
    [InlineData("b-question.eml", null, "question")]
    [InlineData("f-polite-grant.eml", "GRANTED", null)]
    public void Replies_from_the_field_are_read(string file, string? outcome, string? why) => ShouldBe(MailOutcome.Propose(Field(file)), outcome, why);

    [Theory]
    [InlineData("承知いたしました。差し支えございません。")]
    [InlineData("標記の件、了承いたします。")]
    [InlineData("内容を確認の上、承認いたします。")]
    [InlineData("書類を受領しました。内容を確認し、了承しました。")]
    [InlineData("修正後の案について了承します。")]
    [InlineData("確認しました。問題ございません。")]
    [InlineData("異存ありません。")]
    [InlineData("持込みを許可いたします。\n当日はよろしくお願いいたします。")]
    [InlineData("お世話になっております。\n端末の持込みにつきまして、下記のとおり申請のあった件に\nついて、許可します。")]
    public void A_plain_assent_is_proposed(string text)
    {
        ShouldBe(MailOutcome.Propose(text), "GRANTED", why: null);
        foreach (var (program, quote) in Quotes(Quoted + "\n不可とします。"))
        {
            ShouldBe(MailOutcome.Propose(text + "\n\n" + quote), "GRANTED", why: null, program);
        }
    }

    [Theory]
    [InlineData("認められません。")]
    [InlineData("今回の持込みは不可とします。")]
    [InlineData("ご要望には対応いたしかねます。")]
    [InlineData("同意できません。")]
    public void A_plain_refusal_is_proposed(string text) => ShouldBe(MailOutcome.Propose(text), "DECLINED", why: null);

    [Theory]
    [InlineData("このメールは自動返信です。内容を確認しました。", "automatic-reply")]
    [InlineData("11月30日まで休暇をいただいております。", "automatic-reply")]
    [InlineData("持込み台数は2台との理解で問題ありませんか。", "question")]
    [InlineData("2台との理解で問題ありませんね。ご回答をお待ちします。", "question")]
    [InlineData("承認します。ところで、台数は何台でしょうか？", "question")]
    [InlineData("この内容で了承しますか。", "question")]
    [InlineData("確認しましたが、不備がありました。", "fault-found")]
    [InlineData("内容を確認しました。3)の記載が漏れています。", "fault-found")]
    [InlineData("問題ありませんが、5)に誤記があります。", "fault-found")]
    [InlineData("概ね了承します。ただし、2)は修正のうえ再提出してください。", "question|fault-found")]
    [InlineData("受領しました。", "receipt")]
    [InlineData("書類を受け取りました。", "receipt")]
    [InlineData("確認しました。", "receipt")]
    [InlineData("了解しました。検討の上、改めてご連絡します。", "decision-pending")]
    [InlineData("前回の件は承認しました。今回の件は検討中です。", "decision-pending")]
    [InlineData("課長に確認中です。", "decision-pending")]
    [InlineData("資料を提出いただければ了承します。", "conditional")]
    [InlineData("暗号化を行う場合に限り許可します。", "conditional")]
    [InlineData("承認します。ただし、USBメモリの使用は禁止します。", "conditional")]
    [InlineData("持込みを許可いたします。持込みは1台に限ります。", "conditional")]
    [InlineData("概ね了承します。", "conditional")]
    [InlineData("一部承認します。", "conditional")]
    [InlineData("承認したものではありません。", "no-decision")]
    [InlineData("1件目は承認します。2件目は不可とします。", "both-ways")]
    [InlineData("承認願います。", "no-decision")]
    [InlineData("よろしくお願いします。", "no-decision")]
    [InlineData("", "no-decision")]
    public void What_is_no_plain_decision_proposes_none_and_says_why(string text, string why)
    {
        foreach (var (program, quote) in Quotes(Quoted).Prepend(("nothing", "")))
        {
            var reading = MailOutcome.Propose(text + "\n\n" + quote);
            reading.Outcome.ShouldBeNull(program);
            why.Split('|').ShouldContain(reading.Why!.Code, program + ": " + text);
        }
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("Precedence: auto_reply")]
    [InlineData("Return-Path: <>")]
    [InlineData("Content-Type: multipart/report; report-type=disposition-notification")]
    public void What_a_machine_has_sent_decides_nothing(string header) =>
        ShouldBe(MailOutcome.Propose(MailReading.Unreadable with { Headers = "Subject: x\n" + header, Text = "承認します。" }), outcome: null, "automatic-reply");

    [Theory]
    [InlineData("自動応答: 持込み")]
    [InlineData("Automatic reply: 持込み")]
    [InlineData("開封済み: 持込み")]
    [InlineData("Read: 持込み")]
    [InlineData("配信不能: 持込み")]
    public void Nor_does_a_subject_of_one(string subject) =>
        ShouldBe(MailOutcome.Propose(MailReading.Unreadable with { Subject = subject, Text = "承認します。" }), outcome: null, "automatic-reply");

    [Fact]
    public void An_answer_below_what_it_quotes_is_read() =>
        ShouldBe(MailOutcome.Propose("On Fri, Nov 27, 2026 at 10:15 AM 石井 <s@example.jp> wrote:\n> 不可でしょうか。\n\n承認いたします。"), "GRANTED", why: null);

    [Fact]
    public void A_long_mail_is_read_in_linear_time()
    {
        foreach (var piece in (string[])["承認します\n", "承認しますが、", "On 2026\n", "2026年11月27日 a", "> > ", "（", "れば", "----", "a@b<2026"])
        {
            Cost.Of(() => MailOutcome.Propose(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)))).ShouldBeLessThan(TimeSpan.FromSeconds(10), piece);
        }
    }

    /// <summary>How mail programs quote.</summary>
    private static IEnumerable<(string Program, string Quote)> Quotes(string text)
    {
        var marked = string.Join('\n', text.Split('\n').Select(line => "> " + line));
        const string Sender = "石井 <s.ishii@aoba.example>";
        return
        [
            ("Outlook ja", $"________________________________\n差出人: {Sender}\n送信日時: 2026年11月27日 10:15\n宛先: 佐藤\n件名: 持込み\n\n{text}"),
            ("Outlook ja, no rule", $"差出人： {Sender}\n送信日時： 2026年11月27日 10:15\n宛先： 佐藤\n件名： 持込み\n\n{text}"),
            ("Outlook en", $"From: {Sender}\nSent: Friday, November 27, 2026 10:15 AM\nTo: 佐藤\nSubject: 持込み\n\n{text}"),
            ("Outlook old", $"-----Original Message-----\nFrom: {Sender}\n\n{text}"),
            ("Outlook old ja", $"-----元のメッセージ-----\n差出人: {Sender}\n\n{text}"),
            ("Gmail ja", $"2026年11月27日(金) 10:15 {Sender}:\n\n{marked}"),
            ("Gmail ja, HTML", $"2026年11月27日(金) 10:15 {Sender}:\n{text}"),
            ("Gmail en", $"On Fri, Nov 27, 2026 at 10:15 AM {Sender} wrote:\n\n{marked}"),
            ("Gmail en, broken line", $"On Fri, Nov 27, 2026 at 10:15 AM 石井\n<s.ishii@aoba.example> wrote:\n\n{text}"),
            ("Gmail forward", $"---------- Forwarded message ---------\n差出人: {Sender}\n\n{text}"),
            ("Apple Mail ja", $"2026/11/27 10:15、{Sender}のメール：\n\n{text}"),
            ("Apple Mail ja, long", $"2026年11月27日 10:15、石井 <s.ishii@aoba.example>のメール:\n\n{marked}"),
            ("Apple Mail en", $"On Nov 27, 2026, at 10:15, {Sender} wrote:\n\n{text}"),
            ("Apple forward", $"Begin forwarded message:\n\nFrom: {Sender}\n\n{text}"),
            ("Thunderbird ja", $"On 2026/11/27 10:15, 石井 wrote:\n{marked}"),
            ("Thunderbird ja, old", $"(2026/11/27 10:15), 石井 wrote:\n{marked}"),
            ("Thunderbird said", $"2026/11/27 10:15、石井 さんは書きました:\n{marked}"),
            ("Becky!", $"On Fri, 27 Nov 2026 10:15:00 +0900\n{Sender} wrote:\n\n{marked}"),
            ("Shuriken", $"----- Original Message -----\n差出人： {Sender}\n\n{text}"),
            ("Notes", $"-----石井/営業部/あおば wrote: -----\n宛先: 佐藤\n差出人: 石井/営業部/あおば\n\n{text}"),
            ("Notes, fields", $"宛先: 佐藤\ncc:\n件名: 持込み\n\n{text}"),
            ("full-width marks", string.Join('\n', text.Split('\n').Select(line => "＞" + line))),
            ("initials", string.Join('\n', text.Split('\n').Select(line => "SI> " + line))),
        ];
    }

    [Theory]
    [InlineData("確認しました。", "GRANTED")]
    [InlineData("8)の報告を確認いたしました。", "GRANTED")]
    [InlineData("メールを確認しました。", null)]
    [InlineData("ご連絡を確認しました。追って回答します。", null)]
    [InlineData("確認しましたが、消去の証明に不備があります。", null)]
    [InlineData("確認しましたでしょうか。", null)]
    public void A_confirmation_is_a_decision_only_where_one_was_asked_for(string text, string? outcome)
    {
        MailOutcome.Propose(text, "確認").Outcome?.ToString().ShouldBe(outcome);
        MailOutcome.Propose(text, "承認").Outcome.ShouldBeNull();
        MailOutcome.Propose(text).Outcome.ShouldBeNull();
    }

    private static void ShouldBe(OutcomeReading reading, string? outcome, string? why, string? because = null) =>
        (reading.Outcome?.ToString(), reading.Why?.Code).ShouldBe((outcome, why), because);

    private static MailReading Field(string name) => EmlReader.Read(FieldMail.Bytes(name)).Value!;
}

/// <summary>Mails as they come, beside the tests.</summary>
internal static class FieldMail
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Repository.At("tests", "Server.Tests", "Exchange", "field", name));
}
