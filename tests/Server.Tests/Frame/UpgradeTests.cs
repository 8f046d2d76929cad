namespace SecurityTracker.ServerTests.Frame;

/// <summary>
/// A database as a release left it (tests/Server.Tests/releases, plain SQL of pg_dump --inserts) is brought forward by today's
/// program at its start, and read and written as if nothing had happened. Each release adds its dump; none is ever edited.
/// </summary>
public sealed class UpgradeTests(UpgradeTests.ServerOnOldData server) : IClassFixture<UpgradeTests.ServerOnOldData>
{
    private const string Contract = "/api/contracts/01a1fdd0-f635-7ae2-ab19-e0bae765a506";

    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task Its_contract_is_read_with_its_people()
    {
        var contract = await client.GetAsync(Contract).Json();

        contract["name"]!.GetValue<string>().ShouldBe("令和８年度サイバーセキュリティ動向調査");
        contract["contractor"]!["representativeName"]!.GetValue<string>().ShouldBe("髙﨑 𠮷子");
    }

    [Fact]
    public async Task Its_records_are_read_and_go_on()
    {
        var before = await client.GetAsync($"{Contract}/obligations/8").Json();
        before["status"]!.GetValue<string>().ShouldBe("NOT_IMPLEMENTED");
        before["reason"]!.GetValue<string>().ShouldBe("契約期間中のため。");

        var written = await client.Having(seen: before["version"]!.GetValue<long>()).When(Put($"{Contract}/obligations/8/status", new { status = "IMPLEMENTED" })).Written();

        written.Version.ShouldBe(before["version"]!.GetValue<long>() + 1);
    }

    [Fact]
    public async Task Its_draft_is_read_and_its_days_are_still_taken()
    {
        var report = await client.GetAsync("/api/reports/01a1fdd0-f7be-7340-8028-221b3192dae5").Json();
        report["rows"]!.AsArray().Count.ShouldBe(16);

        await client.When(Post($"{Contract}/reports", new { from = "2026-08-01", to = "2026-12-31" })).Refuses(409, "period-overlaps");
    }

    [Fact]
    public async Task Its_finalised_report_knows_when_it_was_frozen_and_keeps_its_files()
    {
        await using var frozen = server.Database.CreateCommand("SELECT finalised_at FROM report_periods WHERE report_id = $1 AND replaces IS NULL");
        frozen.Parameters.Add(new() { Value = ServerOnOldData.Finalised });
        (await frozen.ExecuteScalarAsync()).ShouldBe(new DateTime(2026, 10, 9, 1, 2, 3, DateTimeKind.Utc));

        await using var delete = server.Database.CreateCommand("DELETE FROM report_files WHERE report_id = $1");
        delete.Parameters.Add(new() { Value = ServerOnOldData.Finalised });
        (await Should.ThrowAsync<Npgsql.PostgresException>(delete.ExecuteNonQueryAsync())).MessageText.ShouldContain("never change");
    }

    [Fact]
    public async Task Its_editions_stay_everyones()
    {
        var editions = (await client.GetAsync("/api/editions").Json()).AsArray();
        editions.Count.ShouldBe(4);
        editions.ShouldAllBe(e => e!["standing"]!.GetValue<string>() == "ADOPTED");
        (await client.GetAsync("/api/editions/ED-C/history").Json()).AsArray().Select(e => e!["side"]!.GetValue<string>()).ShouldBe(["PROGRAM"]);
    }

    public sealed class ServerOnOldData : TestServer
    {
        /// <summary>A report of another contract that was finalised with that release.</summary>
        public static readonly Guid Finalised = new("01a1fdd0-0000-7000-8000-00000000f1a1");

        private const string FinalisedSql = """
            INSERT INTO mt_streams (id, type, version, contract_id) VALUES ($1, 'report', 1, $1);
            INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp)
                VALUES (nextval('mt_events_sequence'), $1, $1, 1, $2, 'report_finalised', '2026-10-09T01:02:03Z');
            INSERT INTO report_periods (report_id, contract_id, period, prior) VALUES ($1, $1, '[2026-04-01,2026-10-01)', false);
            INSERT INTO report_files (report_id, contract_id, format, sha256, content) VALUES ($1, $1, 'PDF', encode(sha256('x'), 'hex'), 'x');
            """;

        protected override Task<TestDatabase> CreateDatabase() => TestDatabase.Create("release_0_1_0", async source =>
        {
            await using var command = source.CreateCommand(await File.ReadAllTextAsync(Repository.At("tests", "Server.Tests", "releases", "0.1.0.sql")));
            await command.ExecuteNonQueryAsync();
            foreach (var sql in FinalisedSql.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
            {
                await using var finalised = source.CreateCommand(sql);
                finalised.Parameters.Add(new() { Value = Finalised });
                finalised.Parameters.Add(new()
                {
                    Value = await File.ReadAllTextAsync(Repository.At("tests", "Server.Tests", "events", "report_finalised.json")),
                    NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb,
                });
                await finalised.ExecuteNonQueryAsync();
            }
        });
    }
}
