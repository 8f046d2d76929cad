using System.Net;
using System.Net.Sockets;
using System.Text;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>What a mail server says to a mail is handed on, whatever it says.</summary>
public sealed class SmtpAnswersTests
{
    private static readonly OutgoingMail Letter = new([new("taro@example.go.jp", "太郎"), new("jiro@example.go.jp")], "招待のお知らせ", "こんにちは");

    [Fact]
    public async Task The_words_by_which_a_mail_was_taken_come_back()
    {
        var receipt = await Send(line => line switch { "." => "250-2.0.0 Ok:\r\n250 queued as 4F2A9", _ => null });

        receipt.ShouldBe(new(MailDelivery.SENT, new(250, "2.0.0 Ok:\nqueued as 4F2A9")));
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 Not you", 550, "5.7.1 Not you")]
    [InlineData("RCPT TO:<jiro", "450 4.2.1 Later", 450, "4.2.1 Later")]
    [InlineData("DATA", "554 No", 554, "No")]
    [InlineData(".", "552 5.3.4 Too\0 big", 552, "5.3.4 Too big")]
    [InlineData("MAIL", "530 5.7.0 Sign in first", 530, "5.7.0 Sign in first")]
    public async Task A_refusal_of_any_step_comes_back_with_its_number(string step, string answer, int code, string words)
    {
        var receipt = await Send(line => line.StartsWith(step, StringComparison.Ordinal) ? answer : null);

        receipt.ShouldBe(new(MailDelivery.FAILED, new(code, words)));
    }

    [Fact]
    public async Task One_recipient_refused_is_all_refused()
    {
        var lines = new List<string>();

        (await Send(line => line.StartsWith("RCPT TO:<jiro", StringComparison.Ordinal) ? "550 Unknown" : null, lines)).Delivery.ShouldBe(MailDelivery.FAILED);

        lines.ShouldNotContain("DATA");
    }

    [Theory]
    [InlineData("no SMTP at all")]
    [InlineData("")]
    public async Task What_is_no_mail_server_is_a_failure_without_an_answer(string greeting) =>
        (await Send(_ => null, greeting: greeting)).ShouldBe(new(MailDelivery.FAILED));

    [Fact]
    public async Task A_mail_server_that_never_ends_its_answer_is_left()
    {
        var endless = string.Concat(Enumerable.Repeat("250-and more\r\n", 100_000));

        (await Send(line => line.StartsWith("EHLO", StringComparison.Ordinal) ? endless : null)).ShouldBe(new(MailDelivery.FAILED));
    }

    [Fact]
    public async Task A_parting_that_fails_does_not_undo_a_mail_that_was_taken() =>
        (await Send(line => line == "QUIT" ? "421 Gone" : null)).Delivery.ShouldBe(MailDelivery.SENT);

    [Fact]
    public async Task The_mail_server_does_not_learn_the_name_of_this_machine()
    {
        var lines = new List<string>();

        await Send(_ => null, lines);

        lines[0].ShouldBe("EHLO [127.0.0.1]");
        lines.ShouldContain("MAIL FROM:<noreply@example.go.jp>");
    }

    [Fact]
    public async Task A_mail_server_that_reports_is_asked_for_what_failed_or_is_late_and_for_the_header_alone()
    {
        var lines = new List<string>();

        await Send(line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-here\r\n250 DSN" : null, lines);

        var from = lines.Single(line => line.StartsWith("MAIL FROM", StringComparison.Ordinal));
        from.ShouldContain("RET=HDRS");
        from.Split("ENVID=")[1].Split(' ')[0].Length.ShouldBe(32);
        lines.Single(line => line.StartsWith("RCPT TO:<taro", StringComparison.Ordinal)).ShouldContain("NOTIFY=FAILURE,DELAY");
    }

    /// <summary>Sends to a mail server that says yes to each line but where <paramref name="say"/> has another answer.</summary>
    private static async Task<MailReceipt> Send(Func<string, string?> say, List<string>? lines = null, string greeting = "220 here\r\n")
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Serve(listener, say, lines ?? [], greeting);
        var receipt = await Rooms.At(((IPEndPoint)listener.LocalEndpoint).Port, "NONE").Send(Letter, default);
        listener.Stop();
        await serving;
        return receipt;
    }

    private static async Task Serve(TcpListener listener, Func<string, string?> say, List<string> lines, string greeting)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(greeting));
            var body = false;
            while (greeting.Length > 0 && await reader.ReadLineAsync() is { } line)
            {
                if (body && line != ".")
                {
                    continue;
                }

                lines.Add(line);
                body = line == "DATA" && say(line) is null;
                await stream.WriteAsync(Encoding.UTF8.GetBytes((say(line) ?? (body ? "354 Go on" : line == "QUIT" ? "221 Bye" : "250 Ok")) + "\r\n"));
            }
        }
        catch (IOException)
        {
            // The other end has left.
        }
    }
}
