using System.Net;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Obligations;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Reports;

[Collection(Shared.Reports)]
public sealed class PeriodsAndPriorReportsTests(TestServer server)
{
    private static readonly object Reading = new
    {
        fileName = "令和8年度上期.docx",
        sha256 = new string('a', 64),
        edition = new { code = "ED-C", kind = "exact" },
        header = new { addressee = "経済産業省文化創造産業課長 殿", representativeName = "山田　太郎" },
        rows = new object[] { new { number = 5, status = "NOT_APPLICABLE", statusText = "該当なし" }, new { number = 9, status = "IMPLEMENTED" } },
        reasons = new[] { new { number = 5, text = "再委託を行わないため。" } },
        explanation10 = (string?)null,
    };

    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task Periods_are_proposed_as_defaults_and_show_their_report()
    {
        var contract = await client.Register();
        var proposed = (await client.GetAsync($"/api/contracts/{contract.Id}/periods").Json()).AsArray();
        proposed.Select(period => $"{period!["from"]} {period["to"]} {period["guideOn"]} {period["isDefault"]} {period["confirmed"]} {period["basis"]}")
            .ShouldBe(["2026-07-10 2026-09-30 2026-10-15 true false FISCAL_HALF", "2026-10-01 2027-02-26 2027-02-18 true false FISCAL_HALF"]);

        var draft = await client.Draft(contract.Id);

        var periods = (await client.GetAsync($"/api/contracts/{contract.Id}/periods").Json()).AsArray();
        periods.Count.ShouldBe(2);
        periods[0]!["reportId"]!.GetValue<Guid>().ShouldBe(draft.Id);
        periods[1]!["reportId"].ShouldBeNull();
    }

    [Fact]
    public async Task An_edition_without_a_form_says_that_half_yearly_is_ours()
    {
        var contract = await client.Register(body => body with { EditionCode = "ED-A" });
        var period = (await client.GetAsync($"/api/contracts/{contract.Id}/periods").Json())[0]!;
        period["note"]!["ja"]!.GetValue<string>().ShouldContain("定期的に");
        var report = await client.Report((await client.Draft(contract.Id)).Id);
        report["rows"]!.AsArray().Count.ShouldBe(17);
    }

    [Fact]
    public async Task What_was_reported_before_fills_the_next_draft_and_takes_its_days()
    {
        var contract = await client.Register();
        var body = new { from = "2026-07-10", to = "2026-09-30", reading = Reading };

        await client.When(Post($"/api/contracts/{contract.Id}/prior-reports", body)).Written(HttpStatusCode.Created);

        await client.When(Post($"/api/contracts/{contract.Id}/prior-reports", body)).Refuses(409, "period-overlaps");
        await client.When(Post($"/api/contracts/{contract.Id}/reports", ReportRequests.FirstHalf)).Refuses(409, "period-overlaps");
        var listed = (await client.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().Single()!;
        listed["prior"]!.GetValue<bool>().ShouldBeTrue();
        var kept = (await client.GetAsync($"/api/contracts/{contract.Id}/prior-reports").Json()).AsArray().Single()!;
        kept["header"]!["representativeName"]!.GetValue<string>().ShouldBe("山田　太郎");
        kept["rows"]![0]!["reason"]!.GetValue<string>().ShouldBe("再委託を行わないため。");

        await client.Having(contract.Id, 9).At(1).When(new SetStatusRequest(ImplementationStatus.NOT_IMPLEMENTED, "新たな理由。")).Written();
        var report = await client.Report((await client.Draft(contract.Id, new { from = "2026-10-01", to = "2027-02-26" })).Id);
        report.Row(5)["origin"]!.GetValue<string>().ShouldBe("LAST_REPORT");
        report.Row(5)["reason"]!.GetValue<string>().ShouldBe("再委託を行わないため。");
        report.Row(9)["changedSinceLast"]!["status"]!.GetValue<string>().ShouldBe("IMPLEMENTED");
        report.Checks().ShouldContain("carried-over 5");
    }

    [Fact]
    public async Task A_prior_report_outside_the_term_or_of_other_rows_is_refused()
    {
        var contract = await client.Register();
        await client.When(Post($"/api/contracts/{contract.Id}/prior-reports", new { from = "2025-07-10", to = "2025-09-30", reading = Reading }))
            .Refuses(422, "period-outside-term");
        var odd = new { fileName = "x.docx", sha256 = new string('a', 64), rows = new[] { new { number = 19, status = "IMPLEMENTED" } } };
        await client.When(Post($"/api/contracts/{contract.Id}/prior-reports", new { from = "2026-07-10", to = "2026-09-30", reading = odd }))
            .Refuses(422, "requirement-unknown");
    }
}
