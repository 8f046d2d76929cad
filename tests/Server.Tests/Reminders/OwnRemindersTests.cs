using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Reminders;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Mail;
using static SecurityTracker.ServerTests.Reminders.Reminded;

namespace SecurityTracker.ServerTests.Reminders;

/// <summary>People choose how often they are written to, and let a thing rest with a reason; what is mandatory stays.</summary>
public sealed class OwnRemindersTests(ScriptedServer server) : IClassFixture<ScriptedServer>, IAsyncLifetime
{
    private const string Own = "/api/account/reminders";

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);
    private readonly DateTimeOffset before = server.Clock.Now;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await server.GiveAddresses(Role.CONTRACTOR_OFFICER, Role.SUPERVISING_OFFICER);
        await server.Run("DELETE FROM mails; DELETE FROM reminder_wishes; DELETE FROM reminder_snoozes");
        server.Script.Mails.Clear();
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        server.Clock.Now = before;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_late_is_told_to_a_contractors_people_in_any_case_and_a_ministrys_may_do_without()
    {
        var theirs = await contractor.GetAsync(Own).Json();
        (theirs["rhythm"]!.ToString(), theirs["chosen"], theirs["isMandatory"]!.GetValue<bool>(), theirs["address"]!.ToString()).ShouldBe(("DAILY", null, true, Address(Role.CONTRACTOR_OFFICER)));
        Choices(theirs).ShouldBe(["DAILY", "WEEKLY", "LATE_ONLY"]);
        var ours = await officer.GetAsync(Own).Json();
        (ours["rhythm"]!.ToString(), ours["isMandatory"]!.GetValue<bool>()).ShouldBe(("WEEKLY", false));
        Choices(ours).ShouldBe(["DAILY", "WEEKLY", "OFF"]);

        await contractor.When(Put(Own, new { rhythm = "OFF", language = "JA" })).Refuses(422, "reminder-rhythm-not-yours");
        await officer.When(Put(Own, new { rhythm = "LATE_ONLY", language = "JA" })).Refuses(422, "reminder-rhythm-not-yours");
        (await officer.When(Put(Own, new { rhythm = "OFF", language = "EN" })).Json())["rhythm"]!.ToString().ShouldBe("OFF");
        (await officer.When(Put(Own, new { rhythm = (string?)null, language = "JA" })).Json())["rhythm"]!.ToString().ShouldBe("WEEKLY");
        await server.As(Role.AUDITOR).When(Put(Own, new { rhythm = "OFF", language = "JA" })).Refuses(409, "account-missing");
    }

    [Fact]
    public async Task A_mail_is_in_the_language_that_was_chosen()
    {
        await contractor.Register();
        await contractor.When(Put(Own, new { rhythm = "DAILY", language = "EN" })).Json();
        var mail = (await server.Morning("2026-12-02")).Single(m => m.To == Address(Role.CONTRACTOR_OFFICER));
        mail.Subject.ShouldStartWith("[SecurityTracker] ");
        mail.Text.ShouldContain("Everything that waits:");
    }

    [Fact]
    public async Task One_click_in_a_mail_program_means_less_mail_and_a_look_at_it_nothing()
    {
        await contractor.Register();
        var mail = (await server.Morning("2026-12-03")).Single(m => m.To == Address(Role.CONTRACTOR_OFFICER));
        var address = new Uri(mail.Whole.Headers["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery;
        var nobody = server.CreateAnonymousClient();

        using var looked = await nobody.GetAsync(address);
        looked.Headers.Location!.ToString().ShouldStartWith("/unsubscribe#");
        (await contractor.GetAsync(Own).Json())["rhythm"]!.ToString().ShouldBe("DAILY");

        using var clicked = await nobody.PostAsync(address, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        clicked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var again = await nobody.PostAsync(address, content: null);
        again.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await contractor.GetAsync(Own).Json())["rhythm"]!.ToString().ShouldBe("LATE_ONLY");

        foreach (var forged in new[] { address[..^2] + "AA", "/api/unsubscribe/x", "/api/unsubscribe/" + new string('A', 5000), address + "A" })
        {
            using var refused = await nobody.PostAsync(forged, content: null);
            ((int)refused.StatusCode).ShouldBeOneOf([400, 404, 414], forged[..Math.Min(60, forged.Length)]);
        }
    }

    [Fact]
    public async Task A_thing_rests_for_who_says_so_until_the_day_and_stays_in_the_list()
    {
        var contract = (await contractor.Register(r => r with { Name = "休ませる契約" })).Id;
        var act = await contractor.Ask(contract);
        await officer.Grant(act.Id, 1, new { outcome = "GRANTED", conditions = new[] { new { text = "報告すること。", dueOn = "2026-12-08" } } });
        var entry = (await contractor.GetAsync("/api/inbox?kind=CONDITION_TO_KEEP").Json())["items"]!.AsArray().Single(item => item!["id"]!.GetValue<Guid>() == act.Id)!;
        var thing = new { type = "CONDITION_TO_KEEP", id = act.Id, key = entry["key"]!.ToString(), contractId = contract, until = "2026-12-08", reason = "相手の返事を待っています。" };

        await contractor.When(Post("/api/reminders/snoozes", thing with { until = "2026-11-20" })).Refuses(422, "snooze-until-invalid");
        await contractor.When(Post("/api/reminders/snoozes", thing with { until = "2026-12-22" })).Refuses(422, "snooze-until-invalid");
        await contractor.When(Post("/api/reminders/snoozes", thing with { reason = " " })).Refuses(422, "text-missing");
        await contractor.When(Post("/api/reminders/snoozes", thing with { reason = new string('長', 10_000) })).Refuses(422, "text-too-long");
        await contractor.When(Post("/api/reminders/snoozes", thing with { key = "elsewhere" })).Refuses(404, "notice-missing");
        await server.As(Role.CONTRACTOR_STAFF).When(Post("/api/reminders/snoozes", thing)).Refuses(404, "notice-missing");
        (await contractor.When(Post("/api/reminders/snoozes", thing))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var rests = (await contractor.When<GetSnoozesEndpoint>().Json()).AsArray().ShouldHaveSingleItem()!;
        (rests["id"]!.GetValue<Guid>(), rests["until"]!.ToString(), rests["reason"]!.ToString()).ShouldBe((act.Id, "2026-12-08", "相手の返事を待っています。"));
        (await officer.When<GetSnoozesEndpoint>().Json()).AsArray().ShouldBeEmpty("it is each person's own");

        (await server.Morning("2026-12-01")).Where(mail => mail.To == Address(Role.CONTRACTOR_OFFICER)).ShouldAllBe(mail => !mail.Text.Contains("・条件の履行　休ませる契約"));
        (await server.Morning("2026-12-08")).Single(mail => mail.To == Address(Role.CONTRACTOR_OFFICER)).Text.ShouldContain("・条件の履行　休ませる契約");
        (await contractor.When<GetSnoozesEndpoint>().Json()).AsArray().ShouldBeEmpty("reminders have begun again");
        server.Clock.Now = before;
        (await contractor.GetAsync("/api/inbox?kind=CONDITION_TO_KEEP").Json())["items"]!.AsArray().ShouldContain(item => item!["id"]!.GetValue<Guid>() == act.Id);
        (await contractor.When(Post("/api/reminders/snoozes/end", new { thing.type, thing.id, thing.key, thing.contractId }))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await server.Count("SELECT count(*) FROM reminder_snoozes")).ShouldBe(0);
    }

    [Fact]
    public async Task A_first_report_is_told_at_once_to_all_but_who_reported_it()
    {
        await server.GiveAddresses(Role.SECTION_HEAD, Role.CONTRACTOR_STAFF);
        var contract = (await contractor.Register()).Id;
        await contractor.When(Post($"/api/contracts/{contract}/incidents", new { text = "USB メモリを紛失したおそれがあります。" })).Json(HttpStatusCode.Created);

        await Wait.Until(async () => await server.Count("SELECT count(*) FROM mails WHERE kind = 'INCIDENT'") == 2, "the mails of the incident");
        var mails = await server.Got();
        mails.Select(mail => mail.To).ShouldBe([Address(Role.SECTION_HEAD), Address(Role.SUPERVISING_OFFICER)]);
        mails.ShouldAllBe(mail => mail.Subject.StartsWith("【至急】") && !mail.Text.Contains("USB") && mail.Text.Contains("電話での連絡を先に"));
    }

    [Fact]
    public async Task What_became_of_each_mail_is_shown_to_its_organisation_and_to_nobody_elses()
    {
        await contractor.Register();
        server.Say(line => line.StartsWith("RCPT TO:<contractor", StringComparison.Ordinal) ? "550 5.1.1 <contractor_officer@example.jp>: no such user" : null);
        await server.Morning("2026-12-07");
        server.SayYes();
        var own = (await contractor.GetAsync("/api/deliveries").Json())["items"]!.AsArray();
        var failed = own.ShouldHaveSingleItem()!;
        (failed["kind"]!.ToString(), failed["state"]!.ToString(), failed["to"]!.ToString(), failed["code"]!.GetValue<int>(), failed["answer"]!.ToString())
            .ShouldBe(("DIGEST", "GIVEN_UP", "情報セキュリティ責任者", 550, "5.1.1 … no such user"));
        (await contractor.GetAsync("/api/deliveries?failed=true").Json())["items"]!.AsArray().Count.ShouldBe(1);
        (await server.As(Role.SECTION_HEAD).GetAsync("/api/deliveries").Json())["items"]!.AsArray().ShouldAllBe(item => item!["to"]!.ToString() != "情報セキュリティ責任者");
        (await server.As(Role.ADMINISTRATOR).GetAsync("/api/deliveries").Json())["items"]!.AsArray().ShouldContain(item => item!["to"]!.ToString() == "情報セキュリティ責任者");
        await server.As(Role.CONTRACTOR_STAFF).GetAsync("/api/deliveries").Refuses(403, "not-permitted");
    }

    private static IEnumerable<string> Choices(JsonNode reminders) => reminders["choices"]!.AsArray().Select(choice => choice!.ToString());
}
