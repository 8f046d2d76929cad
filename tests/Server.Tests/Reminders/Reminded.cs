using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SecurityTracker.Domain;
using SecurityTracker.Server.Reminders;
using SecurityTracker.ServerTests.Mail;

namespace SecurityTracker.ServerTests.Reminders;

/// <summary>A mail as somebody got it.</summary>
/// <param name="To">At which address.</param>
/// <param name="Text">The plain text, its lines ending in LF.</param>
internal sealed record GotMail(string To, string Subject, string Text, MimeMessage Whole);

/// <summary>Steps of tests in which people are reminded.</summary>
internal static class Reminded
{
    /// <summary>Gives the people of the two organisations of a fresh installation accounts, so that they can be written to: their role is their address.</summary>
    public static async Task GiveAddresses(this ScriptedServer server, params IReadOnlyList<Role> roles)
    {
        foreach (var role in roles)
        {
            await server.Run($"""
                INSERT INTO accounts (person_id, mail, normalised_mail, created_at) VALUES ('{TestPeople.IdOf(role)}', '{Address(role)}', '{Address(role)}', now()) ON CONFLICT DO NOTHING
                """);
        }
    }

    /// <summary>The address of who plays a role.</summary>
    public static string Address(Role role) => role.ToString().ToLowerInvariant() + "@example.jp";

    /// <summary>It is a morning, and everybody gets what is to be told then.</summary>
    /// <returns>The mails that went out.</returns>
    public static async Task<IReadOnlyList<GotMail>> Morning(this ScriptedServer server, string day, int times = 1)
    {
        server.Clock.Now = Instant($"{day}T08:30:00+09:00").ToUniversalTime();
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => server.RunDigests()));
        return await server.Got();
    }

    /// <summary>Runs the job of the morning.</summary>
    public static async Task RunDigests(this ScriptedServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SendDigests>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    /// <summary>What has gone out since the last time this was asked, once nothing is on its way any more.</summary>
    public static async Task<IReadOnlyList<GotMail>> Got(this ScriptedServer server)
    {
        await Wait.Until(async () => await server.Count("SELECT count(*) FROM mails WHERE state IN ('QUEUED', 'SENDING')") == 0, "that all mails have gone");
        var got = new List<GotMail>();
        while (server.Script.Mails.TryDequeue(out var source))
        {
            // A line that begins with a dot has one more on the wire; none of these does.
            var mail = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(source)));
            got.Add(new(mail.To.Mailboxes.Single().Address, mail.Subject!, mail.TextBody!.ReplaceLineEndings("\n"), mail));
        }

        return [.. got.OrderBy(mail => mail.To, StringComparer.Ordinal)];
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
