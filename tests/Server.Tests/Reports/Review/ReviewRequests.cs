using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.ServerTests.Reports.Review;

/// <summary>The go and return of a report, as its two sides make it.</summary>
internal static class ReviewRequests
{
    public static async Task<WriteAnswer> Finalised(this HttpClient contractor, Guid contractId, object? period = null)
    {
        var draft = await contractor.Draft(contractId, period);
        return draft with { Version = (await contractor.Finalise(draft))["version"]!.GetValue<long>() };
    }

    public static async Task<WriteAnswer> Submitted(this HttpClient contractor, Guid contractId, object? period = null)
    {
        var finalised = await contractor.Finalised(contractId, period);
        return await contractor.Submit(finalised);
    }

    public static Task<WriteAnswer> Submit(this HttpClient contractor, WriteAnswer report, object? body = null) =>
        contractor.Having(report).When(Post($"/api/reports/{report.Id}/submission", body ?? new { via = "SYSTEM" })).Written();

    public static Task<JsonNode> Review(this HttpClient officer, Guid reportId) => officer.GetAsync($"/api/reports/{reportId}/review").Json();

    public static async Task Note(this HttpClient officer, Guid reportId, int number, string verdict, string? comment = null)
    {
        var version = (await officer.Review(reportId))["version"]!.GetValue<long>();
        await officer.Having(seen: version).When(Put($"/api/reports/{reportId}/review/rows/{number}", new { verdict, comment })).Written();
    }

    public static async Task Send(this HttpClient officer, Guid reportId)
    {
        var review = await officer.Review(reportId);
        await officer.Having(reportId).At(review["version"]!.GetValue<long>()).When(new SendReviewRequest(review["reportVersion"]!.GetValue<long>())).Written();
    }

    /// <summary>Confirms every row of which nothing was said yet.</summary>
    public static async Task ConfirmTheRest(this HttpClient officer, Guid reportId)
    {
        foreach (var row in (await officer.Review(reportId))["rows"]!.AsArray().Where(row => row!["review"] is null && row["draft"] is null))
        {
            await officer.Note(reportId, row!["number"]!.GetValue<int>(), "CONFIRMED");
        }

        await officer.Send(reportId);
    }

    public static async Task<WriteAnswer> Replacement(this HttpClient contractor, Guid reportId, string? reason = null) =>
        await contractor.Having(reportId).At((await contractor.Report(reportId)).Version()).When(new StartReplacementRequest(reason)).Written(HttpStatusCode.Created);

    public static long Version(this JsonNode thing) => thing["version"]!.GetValue<long>();

    public static string Text(this JsonNode thing, string field) => thing[field]!.GetValue<string>();

    public static string Day(DateTimeOffset at) => Moment.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
