using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Parts;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.Server.Store;
using SecurityTracker.ServerTests.AuthorityActs;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Reports;

/// <summary>What contradicts is shown to the contractor before finalising, and to the officer in the review.</summary>
[Collection(Shared.Reports)]
public sealed class ContradictionsTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Fact]
    public async Task Acts_and_parts_are_compared_with_the_rows_for_both_sides()
    {
        var contract = await contractor.RegisterRecorded();
        var of = $"/api/contracts/{contract.Id}";
        var engaged = await contractor.Having(contract).When(new EngageSubcontractorRequest("印刷の会社", SubcontractorKind.SUBCONTRACTOR, Day("2026-08-01"), Numbers: [5, 9])).Written(HttpStatusCode.Created);
        var part = StreamId.Part(contract.Id, engaged.Id);
        await contractor.Having(contract.Id).When(new RequestActRequest(ProcedureSubject.COPY_OUTSIDE, "複製", "控えを取る。", StartsOn: Day("2026-09-01"))).Written(HttpStatusCode.Created);
        var draft = await contractor.Draft(contract.Id);

        var checks = (await contractor.Report(draft.Id)).Checks("NOTICE");
        checks.ShouldContain("contradicts-subcontractors 5");
        checks.ShouldContain("act-not-given-yet 7");

        var signed = await contractor.KeepFile(contract.Id);
        await contractor.Having(part, 9).At(1).When(new EnterPartRowRequest(Status: ImplementationStatus.NOT_IMPLEMENTED, Reason: "誓約書を取っていないため。", FileId: signed)).Written();
        (await contractor.Report(draft.Id)).Checks("NOTICE").ShouldContain("part-not-implemented 9");

        await contractor.Submit(draft with { Version = (await contractor.Finalise(draft)).Version() });
        var rows = (await officer.Review(draft.Id))["rows"]!.AsArray();
        foreach (var (number, code) in new[] { (5, "contradicts-subcontractors"), (7, "act-not-given-yet"), (9, "part-not-implemented") })
        {
            var row = rows.Single(r => r!["number"]!.GetValue<int>() == number)!;
            row["checks"]!.AsArray().Select(check => check!["code"]!.GetValue<string>()).ShouldContain(code);
            row["attention"]!.AsArray().Select(a => a!.GetValue<string>()).ShouldContain("CONTRADICTION");
        }
    }

    [Fact]
    public async Task What_is_not_recorded_is_told_apart_from_what_contradicts_and_neither_is_confirmed_with_the_rest()
    {
        var contract = await contractor.RegisterRecorded();
        var answers = new { subcontracting = true, bringsDevices = false, copiesOutside = true, cloud = false, systemOrSite = false, applicationOrContent = false };
        var version = (await contractor.GetAsync($"/api/contracts/{contract.Id}").Json()).Version();
        await contractor.Having(contract.Id).At(version).When(Put($"/api/contracts/{contract.Id}/answers", answers)).Written();
        var report = await contractor.Submitted(contract.Id);

        var review = await officer.Review(report.Id);
        review["rows"]!.AsArray().Take(4).Select(row => $"{row!["number"]} {string.Join(' ', row["attention"]!.AsArray())}")
            .ShouldBe(["5 CONTRADICTION NOT_APPLICABLE", "7 NOT_RECORDED", "8 NOT_IMPLEMENTED", "2 "]);
        int[] remaining = [.. Enumerable.Range(2, 16).Except([5, 7, 8])];
        review["remainingRows"]!.AsArray().Select(number => number!.GetValue<int>()).ShouldBe(remaining);

        await officer.Having(report.Id).At(0).When<DraftRemainingRowsEndpoint>().Written();
        var drafts = (await officer.Review(report.Id))["rows"]!.AsArray().Where(row => row!["draft"] is not null).ToDictionary(row => row!["number"]!.GetValue<int>(), row => row!["draft"]!["verdict"]!.GetValue<string>());
        drafts.Keys.Order().ShouldBe(remaining);
        drafts.Values.ShouldAllBe(verdict => verdict == "CONFIRMED");
    }
}
