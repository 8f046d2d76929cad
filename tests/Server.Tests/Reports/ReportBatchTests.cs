using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Reports;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Reports;

[Collection(Shared.Reports)]
public sealed class ReportBatchTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task Several_contracts_are_looked_through_finalised_and_packed_together()
    {
        var (complete, incomplete) = (await client.RegisterRecorded(), await client.Register());
        var drafted = await client.Draft(complete.Id);

        var batch = await client.When(Post("/api/report-batches", new { items = new object[] { Item(complete.Id), Item(incomplete.Id) } })).Json(HttpStatusCode.Created);

        var reports = batch["reports"]!.AsArray();
        reports[0]!["id"]!.GetValue<Guid>().ShouldBe(drafted.Id);
        reports[1]!["contractId"]!.GetValue<Guid>().ShouldBe(incomplete.Id);
        var address = $"/api/report-batches/{batch["id"]}";
        (await client.GetAsync(address).Json())["reports"]!.AsArray().Count.ShouldBe(2);

        var outcomes = (await client.When(Post($"{address}/finalisation", new { reportedOn = ReportRequests.ReportedOn })).Json())["outcomes"]!.AsArray();
        outcomes.Select(outcome => outcome!["finalised"]!.GetValue<bool>()).ShouldBe([true, false]);
        outcomes[1]!["code"]!.GetValue<string>().ShouldBe("report-incomplete");

        await using var zip = new ZipArchive(await client.GetStreamAsync($"{address}/forms.zip"));
        zip.Entries.Count.ShouldBe(6);
        var pdf = zip.Entries.Single(entry => entry.FullName == "001_令和8年度　動向調査/実施状況報告書_令和8年度　動向調査_20260710-20260930.pdf");
        await using var content = await pdf.OpenAsync();
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
        outcomes[0]!["files"]!.AsArray().Any(file => file!["sha256"]!.GetValue<string>() == sha256).ShouldBeTrue();
        zip.Entries.Count(entry => entry.Name.StartsWith("案_", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Only_what_was_seen_is_finalised()
    {
        var contract = await client.RegisterRecorded();
        var batch = await client.When(Post("/api/report-batches", new { items = new object[] { Item(contract.Id) } })).Json(HttpStatusCode.Created);
        var report = batch["reports"]![0]!;
        await client.Having(report["id"]!, 9).At(report["version"]!.GetValue<long>()).When(new ChangeReportRowRequest(ImplementationStatus.NOT_IMPLEMENTED, "その間の変更。")).Written();

        var outcome = (await client.Having(batch["id"]!).When(new FinaliseReportBatchRequest([new SeenReport(report["id"]!.GetValue<Guid>(), report["version"]!.GetValue<long>())])).Json())["outcomes"]![0]!;

        outcome["finalised"]!.GetValue<bool>().ShouldBeFalse();
        outcome["code"]!.GetValue<string>().ShouldBe("version-stale");
    }

    [Fact]
    public async Task One_that_cannot_be_drafted_refuses_all_and_is_named()
    {
        var (one, two) = (await client.Register(), await client.Register());
        var problem = await client.When(Post("/api/report-batches", new { items = new object[] { Item(one.Id), new { contractId = two.Id, from = "2025-01-01", to = "2025-06-30" } } }))
            .Refuses(422, "period-outside-term");
        problem["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe("/items/1/from");
        (await client.GetAsync($"/api/contracts/{one.Id}/reports").Json()).AsArray().ShouldBeEmpty();
        await client.When(new StartReportBatchRequest([])).Refuses(422, "batch-empty");
    }

    [Fact]
    public async Task A_batch_says_that_items_whose_words_changed_want_a_look()
    {
        var contract = await client.RegisterRecorded();
        await client.Having(contract.Id).At((await client.GetAsync($"/api/contracts/{contract.Id}").Json())["version"]!.GetValue<long>()).When(new AmendContractRequest(Day("2026-11-20"), "別記の改正。", EditionCode: "ED-D")).Written();

        var report = (await client.When(Post("/api/report-batches", new { items = new object[] { Item(contract.Id) } })).Json(HttpStatusCode.Created))["reports"]![0]!;
        report["checks"]!.AsArray().Select(check => check!["code"]!.GetValue<string>()).ShouldContain("words-changed");
    }

    private static object Item(Guid contractId) => new { contractId, from = "2026-07-10", to = "2026-09-30" };
}
