using System.Text;
using SecurityTracker.ServerTests.Mail;

namespace SecurityTracker.ServerTests.Exchange;

/// <summary>Reports of mail servers are read in the forms that they come in; anything else is refused.</summary>
public sealed class BounceReaderTests
{
    private const string Id = "0192f0c1e1d67b8ea4f9a1b2c3d4e5f6@example.go.jp";

    [Theory]
    [InlineData("text/rfc822-headers")]
    [InlineData("message/rfc822")]
    [InlineData("message/global-headers")]
    public void The_mail_that_came_back_names_itself(string returned)
    {
        var read = BounceReader.Read(new BounceMail(Id) { Returned = returned }.Bytes).Value.ShouldNotBeNull();

        read.MessageIds.ShouldBe([Id]);
        var only = read.Recipients.ShouldHaveSingleItem();
        (only.Action, only.Status, only.Code).ShouldBe((BounceAction.FAILED, "5.1.1", 550));
        only.Addresses.ShouldBe(["taro@example.jp"]);
        only.Answer.ShouldBe("5.1.1 <taro@example.jp>: Recipient address rejected: User unknown");
    }

    [Theory]
    [InlineData("failed", "5.1.1", "smtp; 550 unknown", BounceAction.FAILED, 550, "5.1.1 unknown")]
    [InlineData("Delayed", "4.4.1", "smtp;451 4.4.1 later", BounceAction.DELAYED, 451, "4.4.1 later")]
    [InlineData("failed", "5.4.7 (delivery time expired)", null, BounceAction.FAILED, null, "5.4.7")]
    [InlineData("failed", "none", "X-Postfix; unknown host", BounceAction.FAILED, null, "unknown host")]
    [InlineData("delivered", "2.1.5", "smtp; 250 2.1.5 Ok", BounceAction.DELIVERED, 250, "2.1.5 Ok")]
    public void What_was_done_and_why_is_read(string action, string status, string? diagnostic, BounceAction done, int? code, string answer)
    {
        var only = BounceReader.Read(new BounceMail(Id) { Action = action, Status = status, Diagnostic = diagnostic }.Bytes).Value!.Recipients.ShouldHaveSingleItem();

        (only.Action, only.Code, only.Answer).ShouldBe((done, code, answer));
    }

    [Fact]
    public void Of_a_mail_that_did_not_come_back_the_mark_on_its_envelope_is_read()
    {
        var read = BounceReader.Read(new BounceMail(null) { EnvelopeId = "0192f0c1" }.Bytes).Value!;

        (read.MessageIds.Count, read.EnvelopeId).ShouldBe((0, "0192f0c1"));
    }

    [Fact]
    public void A_report_in_base64_is_read()
    {
        var plain = Encoding.UTF8.GetString(new BounceMail(Id).Bytes);
        var begin = plain.IndexOf("Reporting-MTA", StringComparison.Ordinal);
        var end = plain.IndexOf("--b/1\r\nContent-Type: text/rfc822-headers", StringComparison.Ordinal);
        var coded = plain[..(begin - 2)] + "Content-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(Encoding.UTF8.GetBytes(plain[begin..end])) + "\r\n" + plain[end..];

        BounceReader.Read(Encoding.UTF8.GetBytes(coded)).Value!.Recipients.ShouldHaveSingleItem().Status.ShouldBe("5.1.1");
    }

    [Fact]
    public void What_is_no_report_is_refused()
    {
        foreach (var file in new byte[][]
        {
            "Subject: Undelivered Mail\r\n\r\n550 5.1.1 unknown"u8.ToArray(),
            new BounceMail(Id) { Wrapping = "multipart/mixed; boundary=\"b/1\"" }.Bytes,
            new BounceMail(Id) { Action = "exploded" }.Bytes,
            new BounceMail(Id, "nobody").Bytes,
            new BounceMail(Id) { More = new string('x', 70_000) }.Bytes,
        })
        {
            BounceReader.Read(file).Refusal!.Code.ShouldBe("not-a-bounce", Encoding.UTF8.GetString(file[..Math.Min(file.Length, 900)]));
        }

        foreach (var file in new byte[][] { [], [0, 0, 0], MsgFile.Write("件名", "本文", "a.pdf", [1]) })
        {
            BounceReader.Read(file).Refusal!.Code.ShouldBeOneOf("not-a-bounce", "mail-unreadable");
        }
    }

    [Fact]
    public void No_more_recipients_are_read_than_anybody_writes_to()
    {
        var more = string.Concat(Enumerable.Range(0, 500).Select(i => $"\r\n\r\nFinal-Recipient: rfc822; {i}@example.jp\r\nAction: failed"));

        BounceReader.Read(new BounceMail(Id) { More = more }.Bytes).Value!.Recipients.Count.ShouldBe(BounceReading.MostRecipients);
    }

    [Fact]
    public void Parts_in_parts_in_parts_are_not_followed()
    {
        var nested = new StringBuilder("Subject: x\r\nContent-Type: multipart/report; boundary=b0\r\n\r\n");
        for (var i = 0; i < 20_000; i++)
        {
            nested.Append("--b").Append(i).Append("\r\nContent-Type: multipart/report; boundary=b").Append(i + 1).Append("\r\n\r\n");
        }

        BounceReader.Read(Encoding.ASCII.GetBytes(nested.ToString())).Refusal!.Code.ShouldBe("mail-unreadable");
    }

    [Fact]
    public void Damaged_reports_are_read_or_refused()
    {
        foreach (var file in Mutants.Of(new BounceMail(Id) { Returned = "message/rfc822", EnvelopeId = "0192f0c1" }.Bytes, 3000))
        {
            var (read, refusal) = BounceReader.Read(file);
            (read is null).ShouldBe(refusal is not null);
        }
    }
}
