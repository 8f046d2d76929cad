using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.ServerTests.Reports.Review;

/// <summary>訂正 of dates, the 保存期間 of a 課室, and what waits on reports that are gone.</summary>
[Collection(Shared.Review)]
public sealed class CorrectionTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);
    private readonly HttpClient head = server.As(Role.SECTION_HEAD);

    [Fact]
    public async Task A_wrong_date_is_mended_in_the_open_and_the_other_side_is_told()
    {
        var finalised = await contractor.Finalised((await contractor.RegisterRecorded()).Id);
        server.Clock.Now = server.Clock.Now.AddDays(2);
        try
        {
            var report = await contractor.Submit(finalised, new { via = "POST", on = "2026-11-20" });
            var address = $"/api/reports/{report.Id}";
            (await Inbox(officer)).ShouldNotContain($"CORRECTION {report.Id}");
            await officer.Having(report).When(new CorrectReportDateRequest(ReportDate.SUBMITTED_ON, Day("2026-11-21"), "消印。")).Refuses(409, "correction-not-yours");
            await contractor.Having(report).When(new CorrectReportDateRequest(ReportDate.SUBMITTED_ON, Day("2026-11-21"), null)).Refuses(422, "text-missing");
            await contractor.Having(report).When(new CorrectReportDateRequest(ReportDate.RECEIVED_ON, Day("2026-11-21"), "消印。")).Refuses(409, "report-not-received");

            var mended = await contractor.Having(report).When(new CorrectReportDateRequest(ReportDate.SUBMITTED_ON, Day("2026-11-21"), "消印の日付。")).Written();

            foreach (var side in new[] { contractor, officer })
            {
                var seen = await side.Report(report.Id);
                seen["submission"]!.Text("on").ShouldBe("2026-11-21");
                var correction = seen["corrections"]!.AsArray().ShouldHaveSingleItem()!;
                (correction.Text("date"), correction.Text("before"), correction.Text("on"), correction.Text("reason")).ShouldBe(("SUBMITTED_ON", "2026-11-20", "2026-11-21", "消印の日付。"));
                correction["by"]!.Text("role").ShouldBe("CONTRACTOR_OFFICER");
            }

            (await officer.Review(report.Id))["corrections"]!.AsArray().Count.ShouldBe(1);
            (await Inbox(officer)).ShouldContain($"CORRECTION {report.Id}");
            (await Inbox(contractor)).ShouldNotContain($"CORRECTION {report.Id}");
            using (var opened = await officer.Having(report.Id).At(mended.Version).When<OpenReportEndpoint>())
            {
                ((int)opened.StatusCode).ShouldBe(204);
            }

            (await Inbox(officer)).ShouldContain($"CORRECTION {report.Id}");
            await officer.Having(mended).When(Post($"/api/inbox/CORRECTION/{report.Id}/done")).IsAnswered(204);
            (await Inbox(officer)).ShouldNotContain($"CORRECTION {report.Id}");
            await officer.Having(report.Id).At(mended.Version).When(new RecordReceiptRequest(Day("2026-11-22"))).Written();
            await officer.Having(report.Id).At(mended.Version + 1).When(new CorrectReportDateRequest(ReportDate.RECEIVED_ON, Day("2026-11-21"), "受付印の日付。")).Written();
            (await Inbox(contractor)).ShouldContain($"CORRECTION {report.Id}");
            (await contractor.Report(report.Id))["receipt"]!.Text("on").ShouldBe("2026-11-21");
        }
        finally
        {
            server.Clock.Now = server.Clock.Now.AddDays(-2);
        }
    }

    [Fact]
    public async Task The_section_says_how_long_it_keeps_and_disposal_follows()
    {
        var report = await contractor.Submitted((await contractor.RegisterRecorded()).Id);
        await Keep(officer, 1).Refuses(403, "not-permitted");
        await Keep(head, 0).Refuses(422, "retention-years-invalid");
        await Keep(head, 1).Written();
        try
        {
            (await Section())["retentionYears"]!.GetValue<int>().ShouldBe(1);
            var retention = (await contractor.Report(report.Id))["retention"]!;
            (retention.Text("until"), retention["isDefault"]!.GetValue<bool>(), retention["yearsAfterFiscalYear"]!.GetValue<int>()).ShouldBe(("2028-03-31", false, 1));
            var now = server.Clock.Now;
            try
            {
                server.Clock.Now = new DateTimeOffset(2028, 4, 2, 3, 0, 0, TimeSpan.Zero);
                var later = server.As(Role.SUPERVISING_OFFICER);
                await later.Having(report).When(new DisposeReportRequest(DisposalKind.DISCARDED, Day("2028-03-31"), "1")).Refuses(409, "retention-not-over");
                (await later.Report(report.Id))["can"]!["disposeReport"]!.GetValue<bool>().ShouldBeTrue();
                await later.Having(report).When(new DisposeReportRequest(DisposalKind.DISCARDED, Day("2028-04-01"), "1")).Written();
            }
            finally
            {
                server.Clock.Now = now;
            }
        }
        finally
        {
            await Keep(server.As(Role.SECTION_HEAD), years: null).Written();
        }
    }

    [Fact]
    public async Task Nothing_waits_on_a_report_that_is_gone_and_a_terminated_contract_still_has_its_report_to_review()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var noted = await contractor.Having(report).When(Post($"/api/reports/{report.Id}/receipt", new { on = ReviewRequests.Day(server.Clock.Now) })).Written();
        await contractor.Having(contract.Id).At((await contractor.GetAsync($"/api/contracts/{contract.Id}").Json()).Version()).When(new TerminateContractRequest(Day("2026-11-20"), "当省の都合。")).Written();
        (await Inbox(officer)).Where(item => item.EndsWith(report.Id.ToString(), StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe([$"RECORD_TO_CONFIRM {report.Id}", $"REPORT_TO_REVIEW {report.Id}"]);

        var now = server.Clock.Now;
        try
        {
            server.Clock.Now = new DateTimeOffset(2032, 4, 2, 3, 0, 0, TimeSpan.Zero);
            var later = server.As(Role.SUPERVISING_OFFICER);
            await later.Having(report.Id).At(noted.Version).When(new DisposeReportRequest(DisposalKind.DISCARDED, Day("2032-04-01"), "1")).Written();
        }
        finally
        {
            server.Clock.Now = now;
        }

        (await Inbox(officer)).ShouldNotContain(item => item.EndsWith(report.Id.ToString(), StringComparison.Ordinal));
        (await Inbox(contractor)).ShouldNotContain(item => item.EndsWith(report.Id.ToString(), StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Inbox(HttpClient who) =>
        [.. (await who.GetAsync("/api/inbox?scope=section&limit=200").Json())["items"]!.AsArray().Select(item => $"{item!["type"]} {item["id"]}")];

    private async Task<JsonNode> Section() =>
        (await head.GetAsync($"/api/organisations/{FirstOrganisations.OfficeId}/people").Json())["sections"]!.AsArray().Single(s => s!["id"]!.GetValue<Guid>() == FirstOrganisations.SectionId)!;

    private static async Task<HttpResponseMessage> Keep(HttpClient who, int? years)
    {
        var office = (await who.GetAsync("/api/organisations").Json()).AsArray().Single(each => each!["id"]!.GetValue<Guid>() == FirstOrganisations.OfficeId)!;
        return await who.Having(FirstOrganisations.OfficeId, FirstOrganisations.SectionId).At(office.Version()).When(new SetRetentionRequest(years));
    }
}
