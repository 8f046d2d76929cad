using System.Diagnostics;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.SignIn;
using Xunit.Abstractions;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>A mail is queued with what it tells of, goes out at once, is tried again, and never comes twice.</summary>
[Collection(Shared.SentMails)]
public sealed class MailsTests(ScriptedServer server, ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>Waits until the server is at work.</summary>
    public Task InitializeAsync() => Wait.Until(async () => await server.Count("SELECT count(*) FROM hangfire.server") > 0, "Hangfire");

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        server.SayYes();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task It_goes_out_at_once_and_leaves_the_answer_of_the_mail_server_and_nothing_of_what_it_said()
    {
        await server.Invite("warm@example.jp");
        var began = Stopwatch.StartNew();
        var answer = await server.Invite("at-once@example.jp");
        output.WriteLine($"answered after {began.ElapsedMilliseconds} ms, with the mail sent");

        (answer["sent"]!.GetValue<bool>(), answer["delivery"]!.GetValue<string>(), answer["link"]).ShouldBe((true, "SENT", null));
        server.Script.Mails.Count(mail => mail.Contains("at-once@example.jp", StringComparison.Ordinal)).ShouldBe(1);
        (await server.Row(answer)).ShouldBe("SENT 0 250 2.0.0 Ok: queued as 4F2A9 -");
        (await server.Open(answer)).ShouldBe((true, "SENT"));
    }

    [Fact]
    public async Task Refused_for_good_it_is_given_up_and_the_link_is_handed_over()
    {
        server.Say(line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 <unknown@example.jp>: no such user" : null);

        var answer = await server.Invite("unknown@example.jp");

        (answer["sent"]!.GetValue<bool>(), answer["delivery"]!.GetValue<string>()).ShouldBe((false, "GIVEN_UP"));
        (await server.Row(answer)).ShouldBe("GIVEN_UP 0 550 5.1.1 … no such user -");
        (await server.Open(answer)).ShouldBe((false, "GIVEN_UP"));
        var token = answer["link"]!.GetValue<string>().Split('#')[1];
        (await server.Browser().When(new OpenInvitationRequest(token)).Json())["mail"]!.GetValue<string>().ShouldBe("unknown@example.jp");
    }

    [Fact]
    public async Task An_address_that_no_mail_can_be_written_to_is_given_up_at_once()
    {
        var (id, key) = await server.Queued("ends-with-a-dot.@example.jp");

        await server.Send(id);

        (await server.Mails.StateOf(key, CancellationToken.None)).ShouldBe(MailState.GIVEN_UP);
    }

    [Fact]
    public async Task Not_taken_it_is_said_to_be_on_its_way_is_tried_again_and_then_sent()
    {
        server.Say(line => line == "220" ? "421 4.3.2 Closing" : null);
        var answer = await server.Invite("later@example.jp");
        (answer["sent"]!.GetValue<bool>(), answer["delivery"]!.GetValue<string>()).ShouldBe((false, "QUEUED"));
        answer["link"].ShouldNotBeNull();
        (await server.Open(answer)).ShouldBe((false, "QUEUED"));
        await Wait.Until(async () => await server.Count("SELECT count(*) FROM hangfire.job WHERE statename = 'Scheduled'") > 0, "that Hangfire tries it again");

        server.SayYes();
        await server.Send(answer);

        (await server.Row(answer)).ShouldBe("SENT 1 250 2.0.0 Ok: queued as 4F2A9 -");
        (await server.Open(answer)).ShouldBe((true, "SENT"));
        await server.Send(answer);
        server.Script.Mails.Count(mail => mail.Contains("later@example.jp", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(".", "UNCERTAIN")]
    [InlineData("DATA", "UNCERTAIN")]
    [InlineData("RCPT", "QUEUED")]
    [InlineData("MAIL", "QUEUED")]
    [InlineData("220", "QUEUED")]
    public async Task Where_the_wire_breaks_it_is_sent_again_only_if_it_cannot_have_been_taken(string at, string state)
    {
        server.Say(line => line.StartsWith(at, StringComparison.Ordinal) ? SmtpScript.BreakOff : null);

        var answer = await server.Invite($"broken-at-{at.Replace(".", "end", StringComparison.Ordinal)}@example.jp");
        answer["delivery"]!.GetValue<string>().ShouldBe(state);
        answer["link"].ShouldNotBeNull();

        server.SayYes();
        await server.Send(answer);
        (await server.Row(answer)).ShouldStartWith(state == "QUEUED" ? "SENT 1 " : "UNCERTAIN 0 ");
    }

    [Fact]
    public async Task Whoever_was_ended_in_the_middle_leaves_a_mail_that_is_not_sent_again()
    {
        var (id, key) = await server.Queued("ended@example.jp");
        await server.Run($"UPDATE mails SET state = 'SENDING' WHERE id = '{id}'");

        await server.Send(id);

        (await server.Mails.StateOf(key, CancellationToken.None)).ShouldBe(MailState.UNCERTAIN);
        server.Script.Mails.ShouldNotContain(mail => mail.Contains("ended@example.jp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_at_once_one_hands_it_over()
    {
        var (id, key) = await server.Queued("two-at-once@example.jp");
        var (waiting, go) = (0, new TaskCompletionSource());
        server.Script.Say = async line =>
        {
            if (line == "220" && Interlocked.Increment(ref waiting) == 2)
            {
                go.SetResult();
            }

            await (line == "220" ? go.Task : Task.CompletedTask);
            return null;
        };

        await Task.WhenAll(server.Send(id), server.Send(id));

        (await server.Mails.StateOf(key, CancellationToken.None)).ShouldBe(MailState.SENT);
        server.Script.Mails.Count(mail => mail.Contains("two-at-once@example.jp", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task There_is_one_mail_of_a_key_whoever_queues_it()
    {
        var key = $"test/{Guid.NewGuid()}";

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.Queue(key, "one-of-a-key@example.jp")));
        await Wait.Until(async () => await server.Mails.StateOf(key, CancellationToken.None) == MailState.SENT, "that it is sent");
        await server.Queue(key, "one-of-a-key@example.jp");
        await Wait.Until(async () => await server.Count("SELECT count(*) FROM outbox") == 0, "the relay");
        await Wait.Until(async () => await server.Count("SELECT count(*) FROM hangfire.job WHERE statename IN ('Enqueued', 'Processing')") == 0, "the jobs");

        server.Script.Mails.Count(mail => mail.Contains("one-of-a-key@example.jp", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_given_up_after_a_day_or_when_its_link_is_no_good_any_more()
    {
        var (often, keyOfOften) = await server.Queued("often@example.jp");
        await server.Run($"UPDATE mails SET attempts = {SendMail.MostAttempts} WHERE id = '{often}'");
        var (late, keyOfLate) = await server.Queued("late@example.jp", server.Clock.Now.AddMinutes(-1));
        await server.Send(late);
        server.Script.Mails.ShouldNotContain(mail => mail.Contains("late@example.jp", StringComparison.Ordinal));
        server.Say(line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "450 4.2.1 Later" : null);
        await server.Send(often);

        (await server.Mails.StateOf(keyOfOften, CancellationToken.None)).ShouldBe(MailState.GIVEN_UP);
        (await server.Mails.StateOf(keyOfLate, CancellationToken.None)).ShouldBe(MailState.GIVEN_UP);
    }
}
