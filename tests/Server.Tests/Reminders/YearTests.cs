using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Deadlines;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Inbox;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Mail;
using SecurityTracker.ServerTests.Reports;
using SecurityTracker.ServerTests.Reports.Review;
using static SecurityTracker.ServerTests.Reminders.Reminded;

namespace SecurityTracker.ServerTests.Reminders;

/// <summary>
/// A year of one contract, each morning as the program lives it: which drafts open, who is written to and why. What people do in it is said
/// beside. Read the year in <c>year.txt</c>; with nobody of the 課室 here in <c>year-by-mail.txt</c>.
/// </summary>
public sealed class YearTests
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    private readonly StringBuilder year = new();

    [Fact]
    public Task A_year_in_which_both_sides_are_here() => Live("year.txt", isHere: true);

    [Fact]
    public Task A_year_with_an_officer_who_never_signs_in() => Live("year-by-mail.txt", isHere: false);

    private async Task Live(string file, bool isHere)
    {
        await using var server = new ScriptedServer();
        await ((IAsyncLifetime)server).InitializeAsync();
        var contractor = server.CreateClient();
        var contract = (await contractor.RegisterRecorded(c => c with
        {
            Name = "令和8年度　動向調査", SignedOn = Day("2026-11-20"), StartsOn = Day("2026-12-01"), EndsOn = Day("2027-11-30"),
            OfficeId = isHere ? c.OfficeId : null, SectionId = isHere ? c.SectionId : null,
        })).Id;
        await server.GiveAddresses(isHere ? [Role.CONTRACTOR_OFFICER, Role.SUPERVISING_OFFICER] : [Role.CONTRACTOR_OFFICER]);
        Guid? act = null;
        var acts = new Dictionary<string, (string Said, Func<Task> Do)>(StringComparer.Ordinal)
        {
            ["2026-12-03"] = ("受注者が12月24日からの持込みの許可を求める。", async () => act = (await contractor.Ask(contract, change: r => r with { StartsOn = Day("2026-12-24") })).Id),
            ["2027-03-10"] = ("受注者が、記録した事項は今期もこのとおりだと確かめる。", Reaffirm),
            ["2027-04-06"] = ("受注者が最初の報告書を確定して提出する。", () => HandIn("2027-04-06")),
            ["2027-10-12"] = ("受注者が次の報告書を確定して提出する。", () => HandIn("2027-10-12")),
        };
        if (isHere)
        {
            acts["2026-12-21"] = ("担当職員が許可する。条件：2月15日までに消去して知らせること。", () => server.As(Role.SUPERVISING_OFFICER).Grant(
                act!.Value, 1, new { outcome = "GRANTED", conditions = new[] { new { text = "消去して知らせること。", dueOn = "2027-02-15" } } }));
            acts["2027-02-17"] = ("受注者が条件を履行する（2日遅れ）。", async () => await contractor.Having(act!.Value).At(await Version(act.Value)).When(Post($"/api/authority-acts/{act}/conditions-kept", new { condition = 0, on = "2027-02-17", text = "消去しました。" })).Written());
            acts["2027-04-20"] = ("担当職員が最初の報告書を確認する。", async () => await server.As(Role.SUPERVISING_OFFICER).ConfirmTheRest((await Reports()).First(r => r["stage"]!.ToString() is not ("DRAFT" or "FINALISED"))["id"]!.GetValue<Guid>()));
        }
        else
        {
            acts["2026-12-10"] = ("受注者が許可の申請を担当職員にメールで送り、送ったと記録する。", async () => await contractor.Having(act!.Value).At(await Version(act.Value)).When(new DeliverActRequest(Channel.MAIL)).Written());
        }

        for (var day = Day("2026-12-01"); day <= Day("2027-12-31"); day = day.AddDays(1))
        {
            await Morning(server, contractor, contract, day);
            if (acts.TryGetValue(day.ToString("O", CultureInfo.InvariantCulture), out var done))
            {
                Say(day, "人", done.Said);
                await done.Do();
            }
        }

        Compare(file);

        async Task<long> Version(Guid id) => (await contractor.ActAt(id))["version"]!.GetValue<long>();

        async Task<List<JsonNode>> Reports() => [.. (await contractor.GetAsync($"/api/contracts/{contract}/reports").Json()).AsArray().Select(report => report!)];

        async Task Reaffirm()
        {
            var asked = await contractor.Having(contract).When<GetReaffirmationEndpoint>().Json();
            await contractor.Having(contract).When(new ReaffirmRecordsRequest(
                Day(asked["period"]!["from"]!.ToString()), Day(asked["period"]!["to"]!.ToString()),
                [.. asked["items"]!.AsArray().Select(item => new ReaffirmedItem(item!["number"]!.GetValue<int>(), item["version"]!.GetValue<long>()))])).Written();
        }

        async Task HandIn(string on)
        {
            var draft = (await Reports()).Where(report => report["stage"]!.ToString() == "DRAFT").MinBy(report => report["from"]!.ToString(), StringComparer.Ordinal)!;
            var report = new WriteAnswer(draft["id"]!.GetValue<Guid>(), draft["version"]!.GetValue<long>(), 0);
            var finalised = await contractor.Having(report).When(Post($"/api/reports/{report.Id}/finalisation", new { reportedOn = on })).Json();
            await contractor.Submit(report with { Version = finalised["version"]!.GetValue<long>() }, new { via = isHere ? "SYSTEM" : "MAIL" });
        }
    }

    private async Task Morning(ScriptedServer server, HttpClient contractor, Guid contract, DateOnly day)
    {
        server.Clock.Now = new DateTimeOffset(day, new(6, 5), TimeSpan.FromHours(9)).ToUniversalTime();
        await using var scope = server.Services.CreateAsyncScope();
        var before = await Drafts(contractor, contract);
        await ActivatorUtilities.CreateInstance<KeepInbox>(scope.ServiceProvider).Run(CancellationToken.None);
        await ActivatorUtilities.CreateInstance<OpenReportDrafts>(scope.ServiceProvider).Run(CancellationToken.None);
        foreach (var opened in (await Drafts(contractor, contract)).Except(before))
        {
            Say(day, "下書き", $"{opened}の報告書の下書きが開く。");
        }

        foreach (var mail in await server.Morning(day.ToString("O", CultureInfo.InvariantCulture)))
        {
            var to = mail.To == Address(Role.CONTRACTOR_OFFICER) ? "受注者の責任者" : mail.To == Address(Role.SUPERVISING_OFFICER) ? "担当職員" : mail.To;
            Say(day, $"メール→{to}", mail.Subject);
            foreach (var line in mail.Text.Split('\n').Where(line => line.Length > 0 && "■・　".Contains(line[0]) && !line.Contains("http", StringComparison.Ordinal)))
            {
                year.Append(Japanese, $"        {line}\n");
            }
        }
    }

    private static async Task<List<string>> Drafts(HttpClient contractor, Guid contract) =>
        [.. (await contractor.GetAsync($"/api/contracts/{contract}/reports").Json()).AsArray().Where(report => report!["stage"]!.ToString() == "DRAFT").Select(report => $"{report!["from"]}から{report["to"]}")];

    private void Say(DateOnly day, string what, string said) => year.Append(Japanese, $"{day:yyyy-MM-dd}（{day.ToString("ddd", Japanese)}）{what}　{said}\n");

    private void Compare(string name)
    {
        var file = Repository.At("tests", "Server.Tests", "Reminders", name);
        if (Repository.UpdatesSnapshots)
        {
            File.WriteAllText(file, year.ToString());
        }

        year.ToString().ShouldBe(File.ReadAllText(file), $"Another year than in {name}: read what has changed, then run the test with UPDATE_SNAPSHOTS=1");
    }
}
