using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Reports.Review;

/// <summary>受領 of several reports in one act: of those that were chosen and of no other, each with what came of it.</summary>
[Collection(Shared.Review)]
public sealed class RecordReceiptsTests(TestServer server)
{
    private readonly HttpClient contractor = server.CreateClient();
    private readonly HttpClient officer = server.As(Role.SUPERVISING_OFFICER);

    private DateOnly Today => Moment.DayOf(server.Clock.Now);

    [Theory]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public async Task Roles_that_note_no_receipt(Role role)
    {
        var report = await Submitted();
        await server.As(role).When(Receiving(report)).Refuses(403, "not-permitted");
        await Unreceived(report);
    }

    [Fact]
    public async Task None_too_many_or_one_twice_is_refused_whole()
    {
        var report = await Submitted();
        await officer.When(new RecordReceiptsRequest(Today, [])).Refuses(400, "reports-invalid");
        await officer.When(Receiving(report, report)).Refuses(400, "reports-invalid");
        var many = Enumerable.Range(0, RecordReceiptsEndpoint.Most).Select(_ => new SeenReport(Guid.CreateVersion7(), 1));
        await officer.When(new RecordReceiptsRequest(Today, [.. many, new(report.Id, report.Version)])).Refuses(400, "reports-invalid");
        await Unreceived(report);
    }

    [Fact]
    public async Task What_was_chosen_is_received_as_by_the_single_act_and_nothing_else_is()
    {
        var (first, second, left, alone) = (await Submitted(), await Submitted(), await Submitted(), await Submitted());

        var outcomes = Of(await officer.When(Receiving(first, second)).Json());

        outcomes.ShouldBe([$"{first.Id} True {first.Version + 1} ", $"{second.Id} True {second.Version + 1} "]);
        await officer.Having(alone).When(new RecordReceiptRequest(Today)).Written();
        var single = (await contractor.Report(alone.Id))["receipt"]!.ToJsonString();
        foreach (var received in new[] { first, second })
        {
            var report = await contractor.Report(received.Id);
            (report.Text("stage"), report.Version()).ShouldBe(("RECEIVED", received.Version + 1));
            var receipt = report["receipt"]!;
            receipt["at"] = JsonNode.Parse(single)!["at"]!.DeepClone();
            receipt.ToJsonString().ShouldBe(single);
        }

        await Unreceived(left);
    }

    [Fact]
    public async Task One_that_cannot_be_received_holds_up_no_other_and_says_why()
    {
        var (good, moved, received, early) = (await Submitted(), await Submitted(), await Submitted(), await contractor.Finalised((await contractor.RegisterRecorded()).Id));
        var seen = await officer.Having(received).When(new RecordReceiptRequest(Today)).Written();
        var nowhere = new WriteAnswer(Guid.CreateVersion7(), 1, 0);

        var answer = await officer.When(Receiving(moved with { Version = moved.Version - 1 }, seen, early, nowhere, good)).Json();

        Of(answer).ShouldBe(
        [
            $"{moved.Id} False  version-stale", $"{received.Id} False  already-received", $"{early.Id} False  not-found", $"{nowhere.Id} False  not-found",
            $"{good.Id} True {good.Version + 1} ",
        ]);
        answer["outcomes"]!.AsArray().Where(outcome => outcome!["code"] is not null).ShouldAllBe(outcome => outcome!["reason"]!["ja"]!.GetValue<string>().Length > 0);
        await Unreceived(moved);
        (await contractor.Report(received.Id)).Version().ShouldBe(seen.Version);
        (await contractor.Report(good.Id)).Text("stage").ShouldBe("RECEIVED");
    }

    [Fact]
    public async Task Of_another_offices_report_nobody_is_told_that_there_is_one()
    {
        var report = await Submitted();
        var (office, _, _) = await officer.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "受領の別の局", Sections: [new NewSection("別の課")])).Written(HttpStatusCode.Created);
        var stranger = server.As(StreamId.Person(office, nameof(Role.SUPERVISING_OFFICER)));
        var answer = await stranger.When(Receiving(report, report with { Id = Guid.CreateVersion7() })).Json();
        answer["outcomes"]!.AsArray().Select(outcome => $"{outcome!["recorded"]} {outcome["version"]} {outcome["code"]} {outcome["reason"]!["ja"]}").Distinct().Count().ShouldBe(1);
        answer["outcomes"]![0]!.Text("code").ShouldBe("not-found");
        await Unreceived(report);
    }

    [Fact]
    public async Task A_day_that_cannot_be_receives_none()
    {
        var report = await Submitted();
        var answer = await officer.When(new RecordReceiptsRequest(Today.AddDays(1), [new(report.Id, report.Version)])).Json();
        Of(answer).ShouldBe([$"{report.Id} False  date-in-future"]);
        await Unreceived(report);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_act()
    {
        var (one, two) = (await Submitted(), await Submitted());
        var call = Post("/api/reports/receipts", new { on = Today, reports = new[] { one, two }.Select(report => new { id = report.Id, version = report.Version }) }).Under($"twice {one.Id}");

        var first = Of(await officer.When(call).Json());
        Of(await officer.When(call).Json()).ShouldBe(first);

        (await contractor.Report(one.Id)).Version().ShouldBe(one.Version + 1);
        // Without its key it is another act, which finds them received.
        Of(await officer.When(Receiving(one, two)).Json()).ShouldAllBe(outcome => outcome.EndsWith("version-stale", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contractor_notes_it_as_its_own_record_until_an_officer_confirms_it()
    {
        var report = await Submitted();
        Of(await contractor.When(Receiving(report)).Json()).ShouldBe([$"{report.Id} True {report.Version + 1} "]);
        var receipt = (await officer.Report(report.Id))["receipt"]!;
        (receipt.Text("recordedBy"), receipt["confirmed"]!.GetValue<bool>()).ShouldBe(("CONTRACTOR", false));
    }

    private RecordReceiptsRequest Receiving(params IEnumerable<WriteAnswer> reports) => new(Today, [.. reports.Select(report => new SeenReport(report.Id, report.Version))]);

    private async Task<WriteAnswer> Submitted() => await contractor.Submitted((await contractor.RegisterRecorded()).Id);

    private async Task Unreceived(WriteAnswer report)
    {
        var now = await contractor.Report(report.Id);
        (now["receipt"], now.Version()).ShouldBe((null, report.Version));
    }

    private static IReadOnlyList<string> Of(JsonNode answer) =>
        [.. answer["outcomes"]!.AsArray().Select(o => $"{o!["reportId"]} {o["recorded"]!.GetValue<bool>()} {o["version"]} {o["code"]}")];
}
