namespace SecurityTracker.ServerTests.Exchange;

public sealed class MsgReaderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mail_kept_by_outlook_is_read(bool unicode)
    {
        var large = new byte[70_000];
        new Random(1).NextBytes(large);

        var read = MsgReader.Read(MsgFile.Write("Re: 確認書類の提示について", "了承します。\r\n以上", "体制図.pdf", large, unicode)).Value.ShouldNotBeNull();

        (read.Format, read.Subject, read.Text).ShouldBe((MailFormat.MSG, "Re: 確認書類の提示について", "了承します。\n以上"));
        read.From.ShouldBe(new Mailbox("tanto@meti.example.go.jp", "担当職員"));
        read.To.ShouldBe([new Mailbox("taro@example.co.jp", "受注者")]);
        (read.MessageId, read.InReplyTo, read.Date).ShouldBe(("1@meti.example.go.jp", "2@example.co.jp", new DateTimeOffset(2026, 11, 20, 11, 0, 0, TimeSpan.FromHours(9))));
        read.Attachments.Single().Name.ShouldBe("体制図.pdf");
        read.Attachments[0].Content.ShouldBe(large);
    }

    [Fact]
    public void A_thousand_mutants_cost_less_than_a_second_each()
    {
        var seed = MsgFile.Write("件名", new string('あ', 3000), "a.pdf", new byte[5000]);
        var read = 0;
        foreach (var mutant in Mutants.Of(seed, 1000).Append(seed[..512]).Append(seed[..700]))
        {
            Cost.Of(() => read += MsgReader.Read(mutant).Value is null ? 0 : 1).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        }

        read.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Every_single_bit_may_be_wrong()
    {
        var seed = MsgFile.Write("件名", "本文", "a.pdf", new byte[10]);
        for (var at = 0; at < seed.Length; at++)
        {
            var original = seed[at];
            foreach (var value in (byte[])[0, 0xFF, (byte)(original ^ 1), (byte)(original ^ 0x80)])
            {
                seed[at] = value;
                _ = MsgReader.Read(seed);
            }

            seed[at] = original;
        }

        MsgReader.Read(seed).Value.ShouldNotBeNull();
    }
}
