using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Reports;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Reports.Review;

namespace SecurityTracker.ServerTests.Reports;

/// <summary>取消し of a 導入前の記録 that was kept by mistake.</summary>
[Collection(Shared.Reports)]
public sealed class WithdrawPriorReportTests(TestServer server)
{
    private static readonly object SecondHalf = new { from = "2026-10-01", to = "2027-02-26" };
    private static readonly object Mistaken = new { reason = "別の契約の別紙でした。" };

    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    [Theory]
    [InlineData(Role.CONTRACTOR_OFFICER, Role.SUPERVISING_OFFICER)]
    [InlineData(Role.SECTION_HEAD, Role.CONTRACTOR_OFFICER)]
    public async Task Who_kept_it_takes_it_back_and_the_other_side_is_told(Role keeper, Role other)
    {
        var (own, others) = (server.As(keeper), server.As(other));
        var contract = await contractor.Register();
        var prior = await Keep(own, contract.Id);
        var address = $"/api/prior-reports/{prior.Id}";
        (await Prior(own, contract.Id))["can"]!["withdrawPriorReport"]!.GetValue<bool>().ShouldBeTrue();
        (await Prior(others, contract.Id))["can"]!["withdrawPriorReport"]!["reason"].ShouldNotBeNull();

        await others.Having(prior).When(Post($"{address}/withdrawal", Mistaken)).Refuses(409, "prior-report-not-yours");
        await own.Having(prior).When(new WithdrawPriorReportRequest(null)).Refuses(422, "text-missing");
        var taken = await own.Having(prior).When(Post($"{address}/withdrawal", Mistaken)).Written();
        await own.Having(taken).When(Post($"{address}/withdrawal", Mistaken)).Refuses(409, "prior-report-withdrawn");

        foreach (var side in new[] { own, others })
        {
            var seen = await Prior(side, contract.Id);
            (seen["withdrawal"]!.Text("reason"), seen["withdrawal"]!["by"]!.Text("role"), seen["recordedBy"]!.Text("role"))
                .ShouldBe(("別の契約の別紙でした。", keeper.ToString(), keeper.ToString()));
            seen["can"]!["withdrawPriorReport"]!["reason"].ShouldNotBeNull();
            (await side.GetAsync($"/api/contracts/{contract.Id}/reports").Json()).AsArray().ShouldBeEmpty();
        }

        (await Inbox(own)).ShouldNotContain($"CORRECTION PRIOR_REPORT {prior.Id}");
        (await Inbox(others)).ShouldContain($"CORRECTION PRIOR_REPORT {prior.Id}");
        using (var opened = await others.Having(prior.Id).At(taken.Version).When<OpenPriorReportEndpoint>())
        {
            opened.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await Inbox(others)).ShouldContain($"CORRECTION PRIOR_REPORT {prior.Id}");
        await others.Having(taken).When(Post($"/api/inbox/CORRECTION/{prior.Id}/done")).IsAnswered(204);
        (await Inbox(others)).ShouldNotContain($"CORRECTION PRIOR_REPORT {prior.Id}");
    }

    [Fact]
    public async Task Its_days_are_free_and_nothing_is_compared_with_it_any_more()
    {
        var contract = await contractor.RegisterRecorded();
        var prior = await Keep(contractor, contract.Id);
        var compared = await contractor.Draft(contract.Id, SecondHalf);
        var before = await contractor.Report(compared.Id);
        before["previousId"]!.GetValue<Guid>().ShouldBe(prior.Id);
        before.Row(9)["changedSinceLast"].ShouldNotBeNull();

        await contractor.Having(prior).When(Post($"/api/prior-reports/{prior.Id}/withdrawal", Mistaken)).Written();

        // What is drafted already is not marked against it any more, and keeps its rows.
        var after = await contractor.Report(compared.Id);
        after["previousId"].ShouldBeNull();
        after.Row(9)["changedSinceLast"].ShouldBeNull();
        after.Row(9).Text("status").ShouldBe("IMPLEMENTED");
        (await contractor.GetAsync($"/api/contracts/{contract.Id}/periods").Json())[0]!["priorReportId"].ShouldBeNull();

        await contractor.Having(compared).When<DiscardReportEndpoint>().Written();
        var first = await contractor.Draft(contract.Id);
        (await contractor.Report((await contractor.Draft(contract.Id, SecondHalf)).Id))["previousId"].ShouldBeNull();
        await contractor.Having(first).When<DiscardReportEndpoint>().Written();
        (await Keep(contractor, contract.Id)).Id.ShouldNotBe(prior.Id);
        (await officer.GetAsync($"/api/contracts/{contract.Id}/prior-reports").Json()).AsArray().Select(each => each!["withdrawal"] is null).ShouldBe([true, false]);
    }

    private static Task<WriteAnswer> Keep(HttpClient who, Guid contractId) => who.When(Post($"/api/contracts/{contractId}/prior-reports", new
    {
        from = "2026-07-10",
        to = "2026-09-30",
        reading = new
        {
            fileName = "上期.docx",
            sha256 = new string('a', 64),
            rows = new[] { new { number = 9, status = "NOT_IMPLEMENTED" } },
            reasons = new[] { new { number = 9, text = "未了のため。" } },
        },
    })).Written(HttpStatusCode.Created);

    private static async Task<JsonNode> Prior(HttpClient who, Guid contractId) =>
        (await who.GetAsync($"/api/contracts/{contractId}/prior-reports").Json()).AsArray().ShouldHaveSingleItem()!;

    private static async Task<IReadOnlyList<string>> Inbox(HttpClient who) =>
        [.. (await who.GetAsync("/api/inbox?scope=section&limit=200").Json())["items"]!.AsArray().Select(item => $"{item!["type"]} {item["noun"]} {item["id"]}")];
}
