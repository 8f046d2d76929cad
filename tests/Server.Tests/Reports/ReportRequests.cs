using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Obligations;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Reports;

/// <summary>Reports to test with, as a client makes them.</summary>
internal static class ReportRequests
{
    public static readonly object FirstHalf = new { from = "2026-07-10", to = "2026-09-30" };

    /// <summary>A contract of ED-C on which every row of the form is recorded: 8) 未実施, 5) 該当なし, ⑩ explained.</summary>
    public static async Task<WriteAnswer> RegisterRecorded(this HttpClient client, Func<RegisterContractRequest, RegisterContractRequest>? change = null)
    {
        var contract = await client.Register(change);
        foreach (var number in Enumerable.Range(2, 16))
        {
            object body = number switch
            {
                5 => new { status = "NOT_APPLICABLE", reason = "再委託を行わないため。" },
                8 => new { status = "NOT_IMPLEMENTED", reason = "契約期間中のため。" },
                _ => new { status = "IMPLEMENTED" },
            };
            await client.Having(seen: 1).When(Put($"/api/contracts/{contract.Id}/obligations/{number}/status", body)).Written();
        }

        await client.Having(contract.Id, 15, 10).At(2).When(new SetStatementStatusRequest(ImplementationStatus.IMPLEMENTED, "閉鎖するシステムはありません。")).Written();
        return contract;
    }

    public static Task<WriteAnswer> Draft(this HttpClient client, Guid contractId, object? period = null) =>
        client.When(Post($"/api/contracts/{contractId}/reports", period ?? FirstHalf)).Written(HttpStatusCode.Created);

    public static Task<JsonNode> Report(this HttpClient client, Guid id) => client.GetAsync($"/api/reports/{id}").Json();

    public static JsonNode Row(this JsonNode report, int number) =>
        report["rows"]!.AsArray().Concat(report["extraRows"]!.AsArray()).Single(row => row!["number"]!.GetValue<int>() == number)!;

    /// <summary>The codes of the checks, each with its row: <c>reason-missing 5</c>.</summary>
    public static IReadOnlyList<string> Checks(this JsonNode report, string? severity = null) =>
        [.. report["checks"]!.AsArray().Where(check => severity is null || check!["severity"]!.GetValue<string>() == severity)
            .Select(check => $"{check!["code"]} {check["number"]}".Trim())];

    /// <summary>The date above the reports that are finalised here.</summary>
    public const string ReportedOn = "2026-11-20";

    public static Task<JsonNode> Finalise(this HttpClient client, WriteAnswer report) =>
        client.Having(report).When(Post($"/api/reports/{report.Id}/finalisation", new { reportedOn = ReportedOn })).Json();
}
