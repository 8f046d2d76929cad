using System.Net;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Audit;

public sealed class AuditTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task What_is_refused_is_noted_with_the_route_and_the_code_but_no_address()
    {
        var officer = server.As(Role.SUPERVISING_OFFICER);

        await officer.When(Post($"/api/contracts/{Guid.NewGuid()}/reports", ReportRequests.FirstHalf)).Refuses(403, "not-permitted");
        await server.CreateClient().When(Get($"/api/contracts/{Guid.NewGuid()}")).Refuses(404, "not-found");

        (await Noted("kind = 'REFUSED' AND role = 'SUPERVISING_OFFICER'")).ShouldContain("POST /api/contracts/{contractId:guid}/reports 403 not-permitted");
        (await Noted("kind = 'REFUSED' AND role = 'CONTRACTOR_OFFICER'")).ShouldContain("GET /api/contracts/{id:guid} 404 not-found");
    }

    [Fact]
    public async Task What_is_taken_out_is_noted_before_it_goes_out()
    {
        var client = server.CreateClient();
        var draft = await client.Draft((await client.RegisterRecorded()).Id);

        using var form = await client.GetAsync($"/api/reports/{draft.Id}/form.docx");

        form.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Noted("kind = 'EXPORTED'")).ShouldContain(line => line.StartsWith("GET /api/reports/{id:guid}/form", StringComparison.Ordinal) && line.EndsWith(" 200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_reads_what_concerns_the_own_organisation_alone()
    {
        await server.CreateClient().When(Get($"/api/reports/{Guid.NewGuid()}")).Refuses(404, "not-found");
        await server.As(Role.AUDITOR).When(Post("/api/contracts")).Refuses(403, "not-permitted");
        await server.CreateClient().When(Get("/api/audit-events")).Refuses(403, "not-permitted");

        var read = await server.As(Role.ADMINISTRATOR).GetAsync("/api/audit-events").Json();

        var roles = read["items"]!.AsArray().Select(item => item!["role"]!.GetValue<string>()).ToHashSet();
        roles.ShouldContain("CONTRACTOR_OFFICER");
        roles.ShouldNotContain("AUDITOR");
    }

    [Theory]
    [InlineData("UPDATE audit_events SET code = 'x'")]
    [InlineData("DELETE FROM audit_events")]
    [InlineData("TRUNCATE audit_events")]
    public async Task What_was_noted_stays(string sql)
    {
        await using var command = server.Database.CreateCommand(sql);

        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).MessageText.ShouldContain("never change");
    }

    private async Task<IReadOnlyList<string>> Noted(string where)
    {
        await using var command = server.Database.CreateCommand($"SELECT concat_ws(' ', route, status, code) FROM audit_events WHERE {where} ORDER BY id");
        await using var row = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await row.ReadAsync())
        {
            found.Add(row.GetString(0));
        }

        return found;
    }
}
