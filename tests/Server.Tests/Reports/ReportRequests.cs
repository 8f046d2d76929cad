using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Server.Http;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Reports;

/// <summary>Reports to test with, as a client makes them.</summary>
internal static class ReportRequests
{
    public static readonly object FirstHalf = new { from = "2026-07-10", to = "2026-09-30" };

    /// <summary>A contract of ED-C on which every row of the form is recorded: 8) 未実施, 5) 該当なし, ⑩ explained.</summary>
    public static async Task<WriteAnswer> RegisterRecorded(this HttpClient client, Action<JsonObject>? change = null)
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
            await client.PutAct($"/api/contracts/{contract.Id}/obligations/{number}/status", body, ifMatch: 1).Written();
        }

        await client.PutAct(
            $"/api/contracts/{contract.Id}/obligations/15/statements/10/status", new { status = "IMPLEMENTED", reason = "閉鎖するシステムはありません。" }, ifMatch: 2).Written();
        return contract;
    }

    public static Task<WriteAnswer> Draft(this HttpClient client, Guid contractId, object? period = null) =>
        client.PostAct($"/api/contracts/{contractId}/reports", period ?? FirstHalf).Written(HttpStatusCode.Created);

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
        client.PostAct($"/api/reports/{report.Id}/finalisation", new { reportedOn = ReportedOn }, report.Version).Json();
}
