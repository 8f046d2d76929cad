using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Server.Deadlines;
using SecurityTracker.Server.Reports;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Deadlines;

/// <summary>The draft of each period opens by itself when the work on it begins; nothing of a person's is touched.</summary>
public sealed class OpenReportDraftsTests(TestServer server) : IClassFixture<TestServer>
{
    private readonly HttpClient contractor = server.CreateClient();

    [Fact]
    public async Task A_draft_opens_on_the_day_on_which_work_begins_and_once()
    {
        // 2026-07-10 to 2027-02-27: the second period ends with the term, its guide is 2027-02-19, and work begins 20 business days before that.
        var contract = (await contractor.Register()).Id;
        await server.Clock.On("2026-08-27", Run);
        (await Drafts(contract)).ShouldBeEmpty("work on the first half begins later");
        await server.Clock.On("2026-08-28", async () =>
        {
            await Task.WhenAll(Run(), Run(), Run());
            await Run();
        });
        var first = (await Drafts(contract)).ShouldHaveSingleItem()!;
        (first["from"]!.ToString(), first["to"]!.ToString()).ShouldBe(("2026-07-10", "2026-09-30"));

        await server.Clock.On("2027-02-10", Run);
        (await Drafts(contract)).Count.ShouldBe(2);
        var draft = await contractor.GetAsync($"/api/reports/{first["id"]}").Json();
        draft["rows"]!.AsArray().Count.ShouldBe(16, "it is filled from the record");
    }

    [Fact]
    public async Task What_somebody_drafted_or_ended_or_passed_long_ago_is_left_alone()
    {
        var drafted = (await contractor.Register()).Id;
        await contractor.Having(drafted).When(new DraftReportRequest(new(2026, 7, 10), new(2026, 9, 15))).Written(System.Net.HttpStatusCode.Created);
        var late = (await contractor.Register()).Id;
        await server.Clock.On("2026-11-20", Run);

        (await Drafts(drafted)).ShouldHaveSingleItem()!["to"]!.ToString().ShouldBe("2026-09-15");
        (await Drafts(late)).ShouldBeEmpty("the day of its first period had passed before");
    }

    [Fact]
    public async Task The_program_says_that_it_opened_it()
    {
        var contract = (await contractor.Register()).Id;
        await server.Clock.On("2026-09-30", Run);
        var id = (await Drafts(contract)).ShouldHaveSingleItem()!["id"]!.GetValue<Guid>();
        await using var command = server.Database.CreateCommand("SELECT headers -> 'actor' ->> 'kind' FROM mt_events WHERE stream_id = $1");
        command.Parameters.Add(new Npgsql.NpgsqlParameter<Guid> { TypedValue = id });
        (await command.ExecuteScalarAsync()).ShouldBe("SYSTEM");
    }

    private async Task Run()
    {
        await using var scope = server.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<OpenReportDrafts>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    private async Task<IReadOnlyList<JsonNode?>> Drafts(Guid contract) =>
        [.. (await contractor.GetAsync($"/api/contracts/{contract}/reports").Json()).AsArray()];
}
