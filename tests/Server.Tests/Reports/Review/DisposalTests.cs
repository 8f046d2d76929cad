using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.ServerTests.Erasure;

namespace SecurityTracker.ServerTests.Reports.Review;

/// <summary>The end of a report, and copies of it for 開示請求.</summary>
[Collection(Shared.Review)]
public sealed class DisposalTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task After_the_period_of_preservation_the_bytes_go_and_the_hashes_stay()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var before = await contractor.Report(report.Id);
        (before["retention"]!.Text("until"), before["retention"]!["isDefault"]!.GetValue<bool>()).ShouldBe(("2032-03-31", true));
        await Should.ThrowAsync<Npgsql.PostgresException>(Delete(report.Id));

        var now = server.Clock.Now;
        try
        {
            server.Clock.Now = new DateTimeOffset(2032, 4, 2, 3, 0, 0, TimeSpan.Zero);
            var later = server.As(Role.SUPERVISING_OFFICER);
            await later.Having(report).When(new DisposeReportRequest(DisposalKind.TRANSFERRED, Day("2032-04-03"), "移管第1号")).Refuses(422, "date-in-future");
            await later.Having(report).When(new DisposeReportRequest(DisposalKind.TRANSFERRED, Day("2032-04-01"), " ")).Refuses(422, "text-missing");
            await later.Having(report).When(new DisposeReportRequest(DisposalKind.TRANSFERRED, Day("2032-04-01"), "移管第1号")).Written();
        }
        finally
        {
            server.Clock.Now = now;
        }

        var after = await contractor.Report(report.Id);
        (after.Text("stage"), after["disposal"]!.Text("number"), after["rows"]!.AsArray().Count).ShouldBe(("DISPOSED", "移管第1号", 0));
        after["header"]!.Text("contractorName").ShouldBe("廃棄済み");
        after["finalised"]!["files"]!.ToJsonString().ShouldBe(before["finalised"]!["files"]!.ToJsonString());
        await contractor.When(Get($"/api/reports/{report.Id}/form.pdf")).Refuses(410, "report-disposed");
        await contractor.When(Get($"/api/reports/{report.Id}/mail")).Refuses(410, "report-disposed");
        (await Count(report.Id)).ShouldBe(0);
        (await officer.Review(report.Id))["rows"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_disposed_report_said_is_in_no_state_and_in_no_later_report()
    {
        const string Text = "廃棄される理由の文。";
        var contract = await contractor.RegisterRecorded();
        var draft = await contractor.Draft(contract.Id);
        var changed = await contractor.Having(draft.Id, 5).At(draft.Version).When(new ChangeReportRowRequest(ImplementationStatus.NOT_APPLICABLE, Text)).Written();
        var report = await contractor.Submit(draft with { Version = (await contractor.Finalise(changed)).Version() });
        var later = await contractor.Draft(contract.Id, new { from = "2026-10-01", to = "2027-02-26" });
        (await contractor.Report(later.Id)).Row(5)["changedSinceLast"]!.Text("reason").ShouldBe(Text);
        (await WholeDatabase.Search(server.Database, [Text])).Found.ShouldContain($"mt_doc_report.data: {Text}");

        var now = server.Clock.Now;
        try
        {
            server.Clock.Now = new DateTimeOffset(2032, 4, 2, 3, 0, 0, TimeSpan.Zero);
            await server.As(Role.SUPERVISING_OFFICER).Having(report).When(new DisposeReportRequest(DisposalKind.DISCARDED, Day("2032-04-01"), "1")).Written();
        }
        finally
        {
            server.Clock.Now = now;
        }

        (await contractor.Report(later.Id)).Row(5)["changedSinceLast"].ShouldBeNull();
        await using var command = server.Database.CreateCommand("SELECT data::text FROM mt_doc_report WHERE id = $1");
        command.Parameters.Add(new() { Value = report.Id });
        ((string)(await command.ExecuteScalarAsync())!).ShouldNotContain(Text);
    }

    [Fact]
    public async Task A_copy_for_disclosure_does_not_hold_what_is_withheld()
    {
        var contract = await contractor.RegisterRecorded();
        var report = await contractor.Submitted(contract.Id);
        var version = (await contractor.Report(report.Id)).Version();

        using var marked = await officer.Having(report.Id).When(new MarkDisclosureRequest([new WithheldPart("/rows/5/reason", DisclosureGround.ARTICLE_5_2), new WithheldPart("/rows/15/explanation", DisclosureGround.ARTICLE_5_4), new WithheldPart("/header/representativeName", DisclosureGround.ARTICLE_5_1)]));
        marked.StatusCode.ShouldBe(HttpStatusCode.Created, await marked.Content.ReadAsStringAsync());
        var copy = await officer.GetByteArrayAsync(marked.Headers.Location!.ToString());

        var read = await server.Services.GetRequiredService<FileReaders>().Read("a.pdf", copy);
        var text = string.Concat(read.Value!.Text.Where(c => !char.IsWhiteSpace(c)));
        text.ShouldNotContain("再委託を行わないため");
        text.ShouldNotContain("閉鎖するシステムはありません");
        text.ShouldNotContain("𠮷乃");
        text.ShouldContain("契約期間中のため");
        text.ShouldContain("■■■■■■（不開示：第５条第２号）");
        text.ShouldContain("第５条各号に該当するため、不開示");
        System.Text.Encoding.UTF8.GetString(copy).ShouldNotContain("再委託を行わない");

        (await contractor.Report(report.Id)).Version().ShouldBe(version);
        var list = (await officer.GetAsync($"/api/reports/{report.Id}/disclosures").Json()).AsArray().Single()!;
        list["withheld"]!.AsArray().Count.ShouldBe(3);
        list.Text("sha256").ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(copy)));
        await officer.Having(report.Id).When(new MarkDisclosureRequest([new WithheldPart("/rows/2/reason", DisclosureGround.ARTICLE_5_1)])).Refuses(422, "part-unknown");
        await officer.When(Get($"/api/reports/{report.Id}/disclosures/9/form.pdf")).Refuses(404, "not-found");
    }

    private async Task Delete(Guid reportId)
    {
        await using var command = server.Database.CreateCommand("DELETE FROM report_files WHERE report_id = $1");
        command.Parameters.Add(new() { Value = reportId });
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> Count(Guid reportId)
    {
        await using var command = server.Database.CreateCommand("SELECT count(*) FROM report_files WHERE report_id = $1");
        command.Parameters.Add(new() { Value = reportId });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
