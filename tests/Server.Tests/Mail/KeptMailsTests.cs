using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.SignIn;
using SecurityTracker.ServerTests.Erasure;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>What is kept of mails: nothing that anybody could read, as long as it must be, and not of whom is erased.</summary>
[Collection(Shared.SentMails)]
public sealed class KeptMailsTests(ScriptedServer server) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => server.SayYes();

    [Fact]
    public async Task As_long_as_it_waits_nobody_who_reads_the_database_learns_its_link_or_its_address()
    {
        server.Say(line => line == "220" ? "421 Closing" : null);
        var answer = await server.Invite("secret-guest@example.jp");
        var token = answer["link"]!.GetValue<string>().Split('#')[1];

        var (found, columns) = await WholeDatabase.Search(server.Database, [token, "secret-guest@example.jp"]);

        columns.ShouldContain("mails.content");
        columns.ShouldContain("job.arguments");
        found.ShouldBe(["invitations.mail: secret-guest@example.jp"]);
        (await server.Row(answer)).ShouldEndWith(" content");
    }

    [Fact]
    public async Task With_its_invitation_it_is_withdrawn()
    {
        server.Say(line => line == "220" ? "421 Closing" : null);
        var answer = await server.Invite("withdrawn@example.jp");

        (await server.Officer.Having(answer["id"]!).When<WithdrawInvitationEndpoint>()).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await server.Mails.StateOf($"invitation/{answer["id"]}", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Erasing_a_person_reaches_what_waits_and_what_was_sent()
    {
        server.Say(line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "450 4.2.1 Later" : null);
        var (person, _) = await server.Someone("to-be-erased@example.jp");
        await server.Queued("To-Be-Erased@example.jp");
        (await server.Browser().When(new AskForPasswordResetRequest("to-be-erased@example.jp"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var hash = Convert.ToHexString(server.Services.GetRequiredService<RecipientHash>().Of("to-be-erased@example.jp"));
        await Wait.Until(async () => await server.Count($"SELECT count(*) FROM mails WHERE '\\x{hash}'::bytea = ANY (recipients)") == 2, "the mail with a link for a password");
        await server.Run($"INSERT INTO password_resets_asked (id, content, recipient, asked_at) VALUES (gen_random_uuid(), '', '\\x{hash}', now())");
        var kept = $"SELECT (SELECT count(*) FROM mails WHERE '\\x{hash}'::bytea = ANY (recipients)) + (SELECT count(*) FROM password_resets_asked WHERE recipient = '\\x{hash}')";
        (await server.Count(kept)).ShouldBe(3);

        var administrator = server.As(Role.ADMINISTRATOR);
        var version = (await administrator.GetAsync($"/api/people/{person}/erasure").Json())["version"]!.GetValue<long>();
        await administrator.Having(person).At(version).When(new ErasePersonRequest("退職のため")).Json();

        (await server.Count(kept)).ShouldBe(0);
    }

    [Fact]
    public async Task A_forgotten_password_is_looked_after_once_also_where_there_is_no_account()
    {
        var (_, mail) = await server.Someone("forgetful@example.jp");
        foreach (var asked in (string[])[mail, "nobody-here@example.jp", mail])
        {
            (await server.Browser().When(new AskForPasswordResetRequest(asked))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await Wait.Until(async () => await server.Count("SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM password_resets_asked)") == 0, "that all are looked after");
        await Wait.Until(async () => await server.Count("SELECT count(*) FROM mails WHERE state = 'SENT' AND key LIKE 'password-reset/%'") > 0, "the mail");

        server.Script.Mails.Count(m => m.Contains(mail, StringComparison.Ordinal)).ShouldBe(1);
        server.Script.Mails.ShouldNotContain(m => m.Contains("nobody-here@example.jp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_became_of_it_is_forgotten_after_some_weeks()
    {
        var answer = await server.Invite("forgotten@example.jp");
        var (kept, before) = ($"SELECT count(*) FROM mails WHERE key = 'invitation/{answer["id"]}'", server.Clock.Now);
        var forget = ActivatorUtilities.CreateInstance<ForgetMails>(server.Services);

        server.Clock.Now = before + Server.Mail.Mails.Kept - TimeSpan.FromMinutes(1);
        await forget.Run(CancellationToken.None);
        (await server.Count(kept)).ShouldBe(1);
        server.Clock.Now = before + Server.Mail.Mails.Kept;
        await forget.Run(CancellationToken.None);
        server.Clock.Now = before;

        (await server.Count(kept)).ShouldBe(0);
    }
}
