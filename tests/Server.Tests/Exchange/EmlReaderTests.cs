using System.Text;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.ServerTests.Exchange;

public sealed class EmlReaderTests
{
    private const string Japanese = "髙橋課長　確認書類の件、了承します。①～";

    public static TheoryData<string, int> Encodings => new()
    {
        { "utf-8", 65001 }, { "iso-2022-jp", 50220 }, { "ISO-2022-JP-MS", 50220 }, { "shift_jis", 932 }, { "Windows-31J", 932 }, { "euc-jp", 51932 },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Japanese_is_read_in_every_encoding(string charset, int page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        // 髙 is in none of the JIS sets.
        var text = page is 50220 or 51932 ? Japanese.Replace('髙', '高') : Japanese;
        var words = $"=?{charset}?B?{Convert.ToBase64String(encoding.GetBytes(text))}?=";
        byte[] mail = [.. Encoding.ASCII.GetBytes($"From: {words} <a@example.go.jp>\r\nSubject: {words}\r\nContent-Type: text/plain; charset=\"{charset}\"\r\n\r\n"), .. encoding.GetBytes(text + "\r\n")];

        var read = EmlReader.Read(mail).Value.ShouldNotBeNull();

        read.Subject.ShouldBe(text);
        read.Text.ShouldBe(text);
        read.From.ShouldBe(new Mailbox("a@example.go.jp", text));
    }

    [Theory]
    [InlineData("=?utf-8?B?5LqG?= =?utf-8?B?5om/?=", "了承")]
    [InlineData("=?utf-8?B?5Lo=?=\r\n =?utf-8?B?hg==?=", "了")]
    [InlineData("=?utf-8?Q?=E4=BA=86_a?= b =?utf-8?Q?c?=", "了 a b c")]
    [InlineData("=?iso-8859-1*de?Q?=FC?=", "ü")]
    [InlineData("a =?x?= b =?utf-8?Z?x?= =?", "a =?x?= b =?utf-8?Z?x?= =?")]
    [InlineData("=?no-such-charset?B?5LqG?=", "了")]
    public void Words_are_read_as_they_are_written(string subject, string read) =>
        EmlReader.Read(Encoding.ASCII.GetBytes($"Subject: {subject}\r\n\r\n")).Value!.Subject.ShouldBe(read);

    [Theory]
    [InlineData("filename*=utf-8''%E5%A0%B1%E5%91%8A.pdf", "報告.pdf")]
    [InlineData("filename*0*=utf-8''%E5%A0; filename*1*=%B1.p; filename*2=df", "報.pdf")]
    [InlineData("filename*=iso-2022-jp'ja'%1B$BJs9p%1B(B.pdf", "報告.pdf")]
    [InlineData("filename=\"=?utf-8?B?5aCx5ZGK?=.pdf\"", "報告.pdf")]
    [InlineData("filename=\"a \\\"b\\\"; c.pdf\"", "a \"b\"; c.pdf")]
    public void File_names_are_read_in_every_way(string parameter, string name)
    {
        var mail = $"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; {parameter}\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--b--\r\n";

        var read = EmlReader.Read(Encoding.ASCII.GetBytes(mail)).Value!;

        read.Text.ShouldBe("text");
        (read.Attachments.Single().Name, Encoding.ASCII.GetString(read.Attachments[0].Content)).ShouldBe((name, "%PDF"));
    }

    [Fact]
    public void Quoted_printable_html_and_mails_within_mails_are_read()
    {
        const string Mail = """
            From: a@example.go.jp
            Content-Type: multipart/mixed; boundary="=_1"

            --=_1
            Content-Type: multipart/alternative; boundary="=_1_2"

            --=_1_2
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <html><head><style>p { color: red }</style></head><p>=E4=BA=86=E6=89=BF =
            &lt;ok&gt;</p><br>x<script>evil()</script></html>
            --=_1_2--
            --=_1
            Content-Type: message/rfc822

            Subject: =?utf-8?B?5YaF?=

            inner
            --=_1--
            """;

        var read = EmlReader.Read(Encoding.ASCII.GetBytes(Mail)).Value!;

        read.Text.ShouldBe("了承 <ok>\n\nx");
        (read.Attachments.Single().Name, read.Attachments[0].MediaType).ShouldBe(("内.eml", "message/rfc822"));
    }

    [Theory]
    [InlineData("Fri, 20 Nov 2026 11:00:00 +0900 (JST)", "2026-11-20T11:00:00+09:00")]
    [InlineData("20 Nov 2026 02:00 GMT", "2026-11-20T02:00:00+00:00")]
    [InlineData("yesterday", null)]
    [InlineData("Fri, 20 Nov 2026 11:00:00 +9999", null)]
    public void Dates_keep_their_offset(string date, string? read) =>
        EmlReader.Read(Encoding.ASCII.GetBytes($"Date: {date}\r\n\r\n")).Value!.Date.ShouldBe(read is null ? null : DateTimeOffset.Parse(read, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void What_is_no_mail_or_too_deep_or_too_many_is_refused()
    {
        var deep = new StringBuilder("Subject: x\r\n");
        for (var i = 0; i < 50; i++)
        {
            deep.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}x\r\n\r\n--b{i}x\r\n");
        }

        byte[][] hostile =
        [
            [], "hello"u8.ToArray(), new byte[1000], Encoding.ASCII.GetBytes(deep.ToString()),
            Encoding.ASCII.GetBytes("Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 5000))),
            Encoding.ASCII.GetBytes("Subject: x\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 200_000))),
        ];
        foreach (var mail in hostile)
        {
            EmlReader.Read(mail).Refusal.ShouldBe(MailRefusals.Unreadable);
        }
    }

    [Fact]
    public void What_would_cost_a_tree_of_parts_is_refused_or_read_at_once()
    {
        static string Again(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
        (string Mail, bool IsRead)[] hostile =
        [
            ("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + Again("--b\r\n\r\n", 1_000_000), false),
            (Again("Content-Type: message/rfc822\r\n\r\n", 300_000) + "x", true),
            ("Content-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + Again("--b\r\n\r\n", 1_000_000), false),
            ("X: " + Again("a", 20_000_000), false),
            ("X: " + Again("\r\n a", 5_000_000), false),
        ];
        foreach (var (mail, isRead) in hostile)
        {
            var bytes = Encoding.ASCII.GetBytes("Subject: x\r\n" + mail);
            var before = GC.GetAllocatedBytesForCurrentThread();

            Cost.Of(() => (EmlReader.Read(bytes).Value is not null).ShouldBe(isRead, mail[..40])).ShouldBeLessThan(TimeSpan.FromSeconds(3), mail[..40]);

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000_000, mail[..40]);
        }
    }

    [Theory]
    [InlineData("Content-Type: text\r\n\r\nhello", "hello", "")]
    [InlineData("Content-Type: ;;;\r\n\r\nhello", "hello", "")]
    [InlineData("Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nsoft=  \r\nly=3D", "softly=", "")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\nYWI=\r\nY2Q=\r\n!!ZWY", "abcdef", "")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\nYWJj\r\n", "abc", "")]
    [InlineData("Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\ntext\r\n--b--", "", "multipart/mixed")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\nContent-Type: application/pdf\r\n\r\ncut", "text", "application/pdf")]
    public void What_is_not_as_it_should_be_is_read_as_far_as_it_can_be(string mail, string text, string files)
    {
        var read = EmlReader.Read(Encoding.ASCII.GetBytes("a line above\r\nSubject: x\r\n" + mail)).Value!;

        (read.Subject, read.Text, string.Join(' ', read.Attachments.Select(file => file.MediaType))).ShouldBe(("x", text, files));
    }

    [Fact]
    public void Addresses_are_found_among_what_is_none()
    {
        var read = EmlReader.Read("From: Taro Yamada @ HQ <t@x.jp>\r\nTo: <>, foo, a.@docomo.ne.jp, \"B\" <a..b@docomo.ne.jp>\r\nCc: G: a@b.c, d@e.f;\r\n\r\n"u8.ToArray()).Value!;

        read.From.ShouldBe(new("t@x.jp", "Taro Yamada @ HQ"));
        read.To.ShouldBe([new("a.@docomo.ne.jp"), new("a..b@docomo.ne.jp", "B")]);
        read.Cc.ShouldBe([new("a@b.c"), new("d@e.f")]);
    }

    [Fact]
    public void A_mail_within_a_mail_keeps_its_bytes()
    {
        const string Inner = "From: a@example.go.jp\nSubject: =?utf-8?B?5YaF?=\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\none  \n--i--\ntail";
        var mail = $"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n{Inner}\r\n--b--\r\n";

        var attachment = EmlReader.Read(Encoding.ASCII.GetBytes(mail)).Value!.Attachments.ShouldHaveSingleItem();

        (attachment.Name, Encoding.ASCII.GetString(attachment.Content)).ShouldBe(("内.eml", Inner));
    }

    [Fact]
    public void Bytes_in_no_named_encoding_are_guessed_in_a_header()
    {
        foreach (var page in (int[])[932, 50220, 51932, 65001])
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.UTF8;
            byte[] mail = [.. "From: "u8, .. encoding.GetBytes("霞が関の担当者"), .. " <a@example.go.jp>\r\nSubject: "u8, .. encoding.GetBytes("了承のご連絡"), .. "\r\n\r\n"u8];

            var read = EmlReader.Read(mail).Value!;

            (read.Subject, read.From).ShouldBe(("了承のご連絡", new Mailbox("a@example.go.jp", "霞が関の担当者")));
        }
    }

    [Fact]
    public void A_thousand_mutants_cost_less_than_a_second_each()
    {
        var seed = EmlComposer.Write(
            new([new("a@example.go.jp", "担当")], "件名：" + Japanese, Japanese) { Attachments = [new("報告書.pdf", "application/pdf", [1, 2, 3]), new("x.txt", "text/plain", [65])] },
            new("b@example.com", "甲"), "1@example.com", new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));
        var read = 0;
        foreach (var mutant in Mutants.Of(seed, 1000))
        {
            Cost.Of(() => read += EmlReader.Read(mutant).Value is null ? 0 : 1).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        }

        read.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Ten_megabytes_of_anything_cost_little()
    {
        foreach (var filling in (string[])["=?utf-8?B?", "--b\r", "<", "<style>", "(", "\"", "\n--", "=\r\n", ",", "&lt;<br>"])
        {
            var mail = Encoding.ASCII.GetBytes($"Subject: x\r\nTo: {string.Concat(Enumerable.Repeat(filling.Replace('\n', ' ').Replace('\r', ' '), 100_000 / filling.Length))}\r\nContent-Type: text/html; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat(filling, 10_000_000 / filling.Length)));
            Cost.Of(() => EmlReader.Read(mail)).ShouldBeLessThan(TimeSpan.FromSeconds(5), filling);
        }
    }
}
