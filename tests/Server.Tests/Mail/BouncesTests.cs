using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Mail;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Files;
using SecurityTracker.ServerTests.Reminders;

namespace SecurityTracker.ServerTests.Mail;

/// <summary>What a mail server reports of a mail that it had taken is brought in, by who may know of that mail.</summary>
[Collection(Shared.SentMails)]
public sealed class BouncesTests(ScriptedServer server)
{
    private const string Bounces = "/api/deliveries/bounces";

    private readonly HttpClient contractor = server.As(Role.CONTRACTOR_OFFICER);

    public static TheoryData<Role> WhoMayNot => [Role.CONTRACTOR_STAFF, Role.SUPERVISING_OFFICER, Role.AUDITOR];

    [Theory]
    [MemberData(nameof(WhoMayNot))]
    public async Task Some_bring_no_report_in(Role role) => await server.As(role).Upload(Bounces, new BounceMail("1@example.go.jp").Bytes, "a.eml").Refuses(403, "not-permitted");

    [Fact]
    public async Task A_mail_that_failed_is_shown_as_one_that_did_not_arrive_to_the_sender_and_the_administrator()
    {
        var (invitation, id) = await Sent("bounced@example.jp");

        var answer = await Drop(new BounceMail($"{id:N}@example.go.jp", "bounced@example.jp"));

        answer["wasKnown"]!.GetValue<bool>().ShouldBeFalse();
        foreach (var who in new[] { contractor, server.As(Role.ADMINISTRATOR) })
        {
            var shown = (await who.GetAsync("/api/deliveries?failed=true").Json())["items"]!.AsArray().Single(item => item!["id"]!.GetValue<Guid>() == id)!;
            (shown["state"]!.ToString(), shown["reported"]!.ToString(), shown["code"]!.GetValue<int>()).ShouldBe(("BOUNCED", "FAILED", 550));
            shown["answer"]!.ToString().ShouldBe("5.1.1 … Recipient address rejected: User unknown");
            shown["meaning"]!["ja"]!.ToString().ShouldContain("宛先のメールアドレスがありません");
            shown["reportedBy"]!.ToString().ShouldBe("情報セキュリティ責任者");
        }

        (await server.Open(invitation)).ShouldBe((false, "BOUNCED"));
    }

    [Fact]
    public async Task The_same_report_changes_something_once()
    {
        var (_, id) = await Sent("twice@example.jp");
        var report = new BounceMail($"{id:N}@example.go.jp", "twice@example.jp");

        var answers = await Task.WhenAll(Drop(report), Drop(report));
        var before = await Row(id);
        server.Clock.Now += TimeSpan.FromMinutes(1);
        (await Drop(report with { Status = "5.2.2", Diagnostic = null }))["wasKnown"]!.GetValue<bool>().ShouldBeTrue();
        (await Drop(report with { Action = "delayed", Status = "4.4.1" }))["wasKnown"]!.GetValue<bool>().ShouldBeTrue();
        (await Drop(report with { Action = "delivered", Status = "2.0.0" }))["wasKnown"]!.GetValue<bool>().ShouldBeTrue();

        answers.Count(answer => answer["wasKnown"]!.GetValue<bool>()).ShouldBe(1);
        (await Row(id)).ShouldBe(before);
    }

    [Fact]
    public async Task Late_is_not_failed_until_it_is_reported_to_be()
    {
        var (_, id) = await Sent("late-report@example.jp");
        var late = new BounceMail($"{id:N}@example.go.jp", "late-report@example.jp") { Action = "delayed", Status = "4.4.1", Diagnostic = null };

        var noted = await Drop(late);
        (State(noted), noted["delivery"]!["reported"]!.ToString(), noted["wasKnown"]!.GetValue<bool>()).ShouldBe(("SENT", "DELAYED", false));
        noted["delivery"]!["meaning"]!["ja"]!.ToString().ShouldContain("相手のメールサーバーに届きませんでした");
        (await contractor.GetAsync("/api/deliveries?failed=true").Json())["items"]!.AsArray().ShouldNotContain(item => item!["id"]!.GetValue<Guid>() == id);
        (await Drop(late))["wasKnown"]!.GetValue<bool>().ShouldBeTrue();

        var failed = await Drop(late with { Action = "failed", Status = "4.4.7" });
        State(failed).ShouldBe("BOUNCED");
        failed["delivery"]!["meaning"]!["ja"]!.ToString().ShouldContain("再送が終わりました");
    }

    [Fact]
    public async Task Delivered_is_noted_and_passed_on_says_nothing()
    {
        var (_, id) = await Sent("delivered@example.jp");
        var report = new BounceMail($"{id:N}@example.go.jp", "delivered@example.jp") { Status = "2.0.0", Diagnostic = null };

        await contractor.Upload(Bounces, (report with { Action = "relayed" }).Bytes, "a.eml").Refuses(422, "bounce-says-nothing");
        var noted = await Drop(report with { Action = "delivered" });

        (State(noted), noted["delivery"]!["reported"]!.ToString()).ShouldBe(("SENT", "DELIVERED"));
    }

    [Fact]
    public async Task Without_the_mails_own_id_the_envelope_names_it_and_else_a_recipient_of_one_mail()
    {
        var (_, byEnvelope) = await Sent("by-envelope@example.jp");
        var (_, byRecipient) = await Sent("by-recipient@example.jp");
        await Sent("of-two@example.jp");
        var second = $"test/{Guid.NewGuid()}";
        await server.Queue(second, "of-two@example.jp");
        await Wait.Until(async () => await server.Mails.StateOf(second, CancellationToken.None) == MailState.SENT, "that both have gone");

        State(await Drop(new BounceMail(null, "by-envelope@example.jp") { EnvelopeId = $"{byEnvelope:N}" })).ShouldBe("BOUNCED");
        (await Drop(new BounceMail(null, "By-Recipient@Example.jp")))["delivery"]!["id"]!.GetValue<Guid>().ShouldBe(byRecipient);
        await server.As(Role.ADMINISTRATOR).Upload(Bounces, new BounceMail(null, "of-two@example.jp").Bytes, "a.eml").Refuses(409, "bounce-ambiguous");
    }

    [Fact]
    public async Task A_mail_that_was_forwarded_and_failed_there_failed()
    {
        var (_, id) = await Sent("forwarded@example.jp");

        State(await Drop(new BounceMail($"{id:N}@example.go.jp", "elsewhere@example.com"))).ShouldBe("BOUNCED");
    }

    [Fact]
    public async Task Of_anothers_mail_or_none_nothing_changes()
    {
        var (_, id) = await Sent("anothers@example.jp");
        var (_, other) = await Sent("other@example.jp");
        var (queued, _) = await server.Queued("still-queued@example.jp");
        var before = await Row(id);

        // Of another organisation, of no mail here, of a mail from elsewhere to the same recipient, of two mails at once, of a recipient it never had.
        await server.As(Role.SECTION_HEAD).Upload(Bounces, new BounceMail($"{id:N}@example.go.jp", "anothers@example.jp").Bytes, "a.eml").Refuses(404, "bounce-without-mail");
        await server.As(Role.SECTION_HEAD).Upload(Bounces, new BounceMail(null, "anothers@example.jp").Bytes, "a.eml").Refuses(404, "bounce-without-mail");
        foreach (var report in new[]
        {
            new BounceMail($"{Guid.NewGuid():N}@example.go.jp", "anothers@example.jp"),
            new BounceMail("20261201.4711@mail.example.com", "anothers@example.jp"),
            new BounceMail("20261201.4711@mail.example.com", "anothers@example.jp") { EnvelopeId = "' OR true --" },
            new BounceMail(null, "never-written-to@example.jp"),
            new BounceMail($"{id:N}@example.go.jp", "x@example.jp") { More = "\r\n\r\nFinal-Recipient: rfc822; y@example.jp\r\nAction: failed" },
        })
        {
            await contractor.Upload(Bounces, report.Bytes, "a.eml").Refuses(404, "bounce-without-mail");
        }

        await contractor.Upload(Bounces, new BounceMail($"{id:N}@example.go.jp", "anothers@example.jp") { EnvelopeId = $"{other:N}" }.Bytes, "a.eml").Refuses(409, "bounce-ambiguous");
        await server.As(Role.ADMINISTRATOR).Upload(Bounces, new BounceMail($"{queued:N}@example.go.jp", "still-queued@example.jp").Bytes, "a.eml").Refuses(409, "bounce-before-sending");
        (await Row(id)).ShouldBe(before);
    }

    [Fact]
    public async Task A_hostile_file_is_refused_and_nothing_changes()
    {
        var before = await server.Ask<string>("SELECT coalesce(string_agg(state || coalesce(reported, ''), ',' ORDER BY id), '') FROM mails");
        var nested = string.Concat(Enumerable.Range(0, 5000).Select(i => $"Content-Type: multipart/report; boundary=b{i}\r\n\r\n--b{i}\r\n"));

        await contractor.Upload(Bounces, "Subject: hello\r\n\r\nI am no report."u8.ToArray(), "a.eml").Refuses(422, "not-a-bounce");
        await contractor.Upload(Bounces, Encoding.ASCII.GetBytes("Subject: x\r\n" + nested), "a.eml").Refuses(422, "mail-unreadable");
        await contractor.Upload(Bounces, Uploads.Pdf, "a.eml").Refuses(422, "mail-unreadable");
        await contractor.Upload(Bounces, [], "a.eml").Refuses(422, "mail-unreadable");
        await contractor.When(Post(Bounces, new { })).Refuses(415, "media-type-not-supported");
        using var huge = await contractor.Upload(Bounces, new byte[50 * 1024 * 1024], "a.eml");
        huge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        (await server.Ask<string>("SELECT coalesce(string_agg(state || coalesce(reported, ''), ',' ORDER BY id), '') FROM mails")).ShouldBe(before);
    }

    [Fact]
    public async Task Whose_reminder_came_back_is_named_to_their_colleagues()
    {
        await using var own = new ScriptedServer();
        await ((IAsyncLifetime)own).InitializeAsync();
        await own.GiveAddresses(Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_STAFF);
        var person = TestPeople.IdOf(Role.CONTRACTOR_STAFF);
        await own.CreateClient().Register();
        await own.Run($"""
            INSERT INTO mails (id, key, recipients, state, queued_at, send_before, ended_at, kind, version, person_id, organisation_id)
            SELECT '0192f0c1-e1d6-7b8e-a4f9-a1b2c3d4e5f6', 'digest/{person}/x', ARRAY['\x00'::bytea], 'SENT', '2026-12-01', '2026-12-02', '2026-12-01', 'DIGEST', 1, '{person}', '{Server.Access.FirstOrganisations.ContractorId}'
            """);
        own.Clock.Now = DateTimeOffset.Parse("2026-12-02T09:00:00+09:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

        await own.As(Role.CONTRACTOR_OFFICER).Upload(Bounces, new BounceMail("0192f0c1e1d67b8ea4f9a1b2c3d4e5f6@example.go.jp", "contractor_staff@example.jp").Bytes, "a.eml").Json();

        var mail = (await own.Morning("2026-12-03")).Single(got => got.To == Reminded.Address(Role.CONTRACTOR_OFFICER));
        mail.Text.ShouldContain("様にはお知らせのメールが届いていません");
    }

    private async Task<(JsonNode Invitation, Guid Mail)> Sent(string address)
    {
        var invitation = await server.Invite(address);
        return (invitation, await server.Ask<Guid>($"SELECT id FROM mails WHERE key = 'invitation/{invitation["id"]}'"));
    }

    private Task<JsonNode> Drop(BounceMail report) => contractor.Upload(Bounces, report.Bytes, "不達.eml").Json();

    private Task<string> Row(Guid id) => server.Ask<string>($"SELECT concat_ws(' ', state, ended_at, answer_code, answer, reported, reported_at, reported_by) FROM mails WHERE id = '{id}'");

    private static string State(JsonNode answer) => answer["delivery"]!["state"]!.ToString();
}
