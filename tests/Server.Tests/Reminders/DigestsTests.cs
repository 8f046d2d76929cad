using SecurityTracker.Domain;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Mail;
using static SecurityTracker.ServerTests.Reminders.Reminded;

namespace SecurityTracker.ServerTests.Reminders;

/// <summary>Whoever has not acted is told, once a day at most, and nobody is told of what is done, of what is not theirs, or in the night.</summary>
public sealed class DigestsTests(ScriptedServer server) : IClassFixture<ScriptedServer>, IAsyncLifetime
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);
    private readonly DateTimeOffset before = server.Clock.Now;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await server.GiveAddresses(Role.CONTRACTOR_OFFICER, Role.CONTRACTOR_STAFF, Role.SUPERVISING_OFFICER, Role.SECTION_HEAD, Role.AUDITOR, Role.ADMINISTRATOR);
        await server.Run("DELETE FROM mails; DELETE FROM reminder_wishes; DELETE FROM reminder_snoozes");
        server.Script.Mails.Clear();
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        server.SayYes();
        server.Clock.Now = before;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Whoever_has_not_acted_is_told_and_who_has_is_not()
    {
        var contract = (await contractor.Register(r => r with { Name = "条件のある契約" })).Id;
        var act = await contractor.Ask(contract);
        await officer.Grant(act.Id, 1, new { outcome = "GRANTED", conditions = new[] { new { text = "使用後に消去すること。", dueOn = "2026-12-25" } } });

        // Friday the 18th of December: a week before the day.
        var told = (await server.Morning("2026-12-18")).Single(mail => mail.To == Address(Role.CONTRACTOR_OFFICER));

        told.Text.ShouldContain("・条件の履行　条件のある契約\n　期限 2026年12月25日（金）・あと7日\n");
        told.Text.ShouldNotContain("使用後に消去", Case.Sensitive, "nothing of what was written leaves");
        told.Whole.HtmlBody!.ShouldContain("期限 2026年12月25日（金）・あと7日");
        (await server.Morning("2026-12-21")).ShouldNotContain(mail => mail.To == Address(Role.CONTRACTOR_OFFICER) && mail.Text.Contains("・条件の履行　条件のある契約"), "there is nothing to tell of it on that day");
        (await server.Morning("2026-12-24")).Single(mail => mail.To == Address(Role.CONTRACTOR_OFFICER)).Text.ShouldContain("あと1日");
        var late = (await server.Morning("2026-12-28")).Single(mail => mail.To == Address(Role.CONTRACTOR_OFFICER));
        late.Text.ShouldContain("■ 期限を過ぎているもの");
        late.Text.ShouldContain("期限 2026年12月25日（金）を3日過ぎています");
        late.Subject.ShouldStartWith("【SecurityTracker】");

        server.Clock.Now = before;
        await contractor.Having(act.Id).At(await Version(act.Id)).When(Post($"/api/authority-acts/{act.Id}/conditions-kept", new { condition = 0, on = "2026-11-20", text = "消去しました。" })).Written();
        (await server.Morning("2027-01-04")).ShouldNotContain(mail => mail.Text.Contains("・条件の履行　条件のある契約"), "it is kept");
    }

    [Fact]
    public async Task However_often_and_by_however_many_it_is_run_a_day_has_one_mail()
    {
        await contractor.Register();
        var first = await server.Morning("2026-12-01", times: 4);
        first.Count(mail => mail.To == Address(Role.CONTRACTOR_OFFICER)).ShouldBe(1);
        (await server.Morning("2026-12-01")).ShouldBeEmpty();
        first.ShouldNotContain(mail => mail.To == Address(Role.AUDITOR) || mail.To == Address(Role.ADMINISTRATOR));
    }

    [Fact]
    public async Task What_was_done_between_the_queue_and_the_wire_is_not_told()
    {
        var contract = (await contractor.Register(r => r with { Name = "間に合った契約" })).Id;
        await contractor.Ask(contract);
        server.Say(line => line == "220" ? "421 4.3.2 Closing" : null);
        server.Clock.Now = At("2026-12-07T08:30:00+09:00");
        await server.RunDigests();
        await Wait.Until(async () => await server.Count("SELECT count(*) FROM mails WHERE state = 'SENDING' OR state = 'QUEUED' AND attempts = 0") == 0, "that the mail server did not take them");

        await server.Run("DELETE FROM accounts WHERE true");
        server.SayYes();
        foreach (var id in await Ids("SELECT id FROM mails WHERE state = 'QUEUED'"))
        {
            await server.Send(id);
        }

        (await server.Got()).ShouldBeEmpty("whoever is no more is told nothing");
        (await server.Count("SELECT count(*) FROM mails WHERE state = 'NOT_NEEDED'")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_for_a_day_delivers_each_thing_once_the_next_morning_and_nothing_in_the_night()
    {
        var contract = (await contractor.Register(r => r with { Name = "止まっていた日の契約" })).Id;
        var act = await contractor.Ask(contract);
        await officer.Grant(act.Id, 1, new { outcome = "GRANTED", conditions = new[] { new { text = "報告すること。", dueOn = "2026-12-22" } } });
        await server.Morning("2026-12-14");
        server.Say(line => line == "220" ? "421 4.3.2 Closing" : null);
        server.Clock.Now = At("2026-12-15T08:30:00+09:00");
        await server.RunDigests();
        server.Clock.Now = At("2026-12-15T20:00:00+09:00");
        server.SayYes();
        foreach (var id in await Ids("SELECT id FROM mails WHERE state = 'QUEUED'"))
        {
            await server.Send(id);
        }

        (await server.Got()).ShouldBeEmpty("it is evening");
        (await server.Morning("2026-12-16")).Single(mail => mail.To == Address(Role.CONTRACTOR_OFFICER)).Text.ShouldContain("・条件の履行　止まっていた日の契約");
        (await server.Morning("2026-12-17")).Where(mail => mail.To == Address(Role.CONTRACTOR_OFFICER)).ShouldAllBe(mail => !mail.Text.Contains("・条件の履行　止まっていた日の契約"));
    }

    [Fact]
    public async Task A_ministrys_people_get_one_list_a_week_and_a_section_may_want_more()
    {
        var contract = (await contractor.Register(r => r with { Name = "省の契約" })).Id;
        await contractor.Ask(contract);
        (await server.Morning("2026-11-26")).ShouldNotContain(mail => mail.To == Address(Role.SUPERVISING_OFFICER));
        var weekly = (await server.Morning("2026-11-30")).Single(mail => mail.To == Address(Role.SUPERVISING_OFFICER));
        weekly.Subject.ShouldStartWith("【SecurityTracker】ご確認をお願いしたい事項（");
        weekly.Text.ShouldContain("・回答待ち　省の契約\n");
        (await server.Morning("2026-12-01")).ShouldNotContain(mail => mail.To == Address(Role.SUPERVISING_OFFICER));

        server.Clock.Now = before;
        var office = Server.Access.FirstOrganisations.OfficeId;
        var head = server.As(Role.SECTION_HEAD);
        var version = (await head.GetAsync("/api/organisations").Json()).AsArray().Single(each => each!["id"]!.GetValue<Guid>() == office)!["version"]!.GetValue<long>();
        await head.Having(seen: version).When(Put($"/api/organisations/{office}/sections/{Server.Access.FirstOrganisations.SectionId}/reminders", new { rhythm = "OFF" })).Written();
        (await server.Morning("2026-12-07")).ShouldNotContain(mail => mail.To == Address(Role.SUPERVISING_OFFICER));
        await head.Having(seen: version + 1).When(Put($"/api/organisations/{office}/sections/{Server.Access.FirstOrganisations.SectionId}/reminders", new { rhythm = (string?)null })).Written();
    }

    [Fact]
    public async Task On_days_on_which_offices_are_closed_nobody_is_written_to()
    {
        await contractor.Register();
        (await server.Morning("2026-12-05")).ShouldBeEmpty("a Saturday");
        (await server.Morning("2026-12-29")).ShouldBeEmpty("the end of the year");
        (await server.Morning("2027-01-11")).ShouldBeEmpty("成人の日");
    }

    [Fact]
    public async Task Nobody_is_told_of_a_contract_that_they_do_not_see_and_a_name_that_is_an_address_stays_here()
    {
        await contractor.Register(r => r with { Name = "https://evil.example/ を開く契約" });
        var mails = await server.Morning("2026-12-02");
        mails.Single(mail => mail.To == Address(Role.CONTRACTOR_OFFICER)).Text.ShouldNotContain("evil.example");
        mails.ShouldNotContain(mail => mail.To == Address(Role.CONTRACTOR_STAFF), "staff see the items that are theirs alone");
    }

    [Fact]
    public async Task It_is_marked_as_automatic_says_what_and_by_when_and_every_link_only_shows()
    {
        await contractor.Register();
        var mail = (await server.Morning("2026-12-03")).Single(m => m.To == Address(Role.CONTRACTOR_OFFICER));
        mail.Whole.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Whole.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        mail.Whole.HtmlBody!.ShouldNotContain("<img");
        var nobody = server.CreateAnonymousClient();
        var rows = await Everything();
        foreach (var link in mail.Text.Split('\n', '　', ' ').Where(word => word.StartsWith("http", StringComparison.Ordinal)).Append(mail.Whole.Headers["List-Unsubscribe"]!.Trim('<', '>')).Distinct())
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var asked = new HttpRequestMessage(method, new Uri(link).PathAndQuery);
                using var answer = await nobody.SendAsync(asked);
                ((int)answer.StatusCode).ShouldBeOneOf([200, 302, .. method == HttpMethod.Head ? [404, 405] : Array.Empty<int>()], link);
            }
        }

        (await Everything()).ShouldBe(rows, "whoever opens a link changes nothing");
    }

    private Task<string> Everything() => server.Ask<string>(
        "SELECT concat_ws(' ', (SELECT count(*) FROM mt_events), (SELECT count(*) FROM reminder_wishes), (SELECT count(*) FROM reminder_snoozes), (SELECT count(*) FROM notices_done), (SELECT count(*) FROM act_openings))");

    private async Task<IReadOnlyList<Guid>> Ids(string sql)
    {
        var ids = new List<Guid>();
        await using var command = server.Database.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            ids.Add(row.GetGuid(0));
        }

        return ids;
    }

    private async Task<long> Version(Guid act) => (await contractor.ActAt(act))["version"]!.GetValue<long>();

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
}
