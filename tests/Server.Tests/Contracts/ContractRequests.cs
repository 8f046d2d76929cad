using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Contracts;

/// <summary>Contracts to test with, as a client sends them.</summary>
internal static class ContractRequests
{
    /// <summary>A contract in force on the clock's first day, supervised by the installation's office; change what the test is about.</summary>
    public static JsonObject Body(Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["name"] = "令和8年度　動向調査",
            ["signedOn"] = "2026-07-10",
            ["startsOn"] = "2026-07-10",
            ["endsOn"] = "2027-02-26",
            ["editionCode"] = "ED-C",
            ["contractor"] = new JsonObject
            {
                ["name"] = "株式会社調査",
                ["address"] = "東京都千代田区霞が関一丁目3番1号",
                ["representativeTitle"] = "代表取締役",
                ["representativeName"] = "髙﨑　𠮷乃",
                ["corporateNumber"] = "4011001098993",
            },
            ["officeId"] = FirstOrganisations.OfficeId,
            ["officeName"] = "経済産業省",
            ["sectionId"] = FirstOrganisations.SectionId,
            ["sectionName"] = "文化創造産業課",
            ["sectionMail"] = "section@example.go.jp",
            ["addressee"] = "経済産業省文化創造産業課長 殿",
            ["namedNorm"] = "令和5年度版",
            ["effectiveNorm"] = "令和7年度版",
        };
        change?.Invoke(body);
        return body;
    }

    public static Task<WriteAnswer> Register(this HttpClient client, Action<JsonObject>? change = null) =>
        client.PostAct("/api/contracts", Body(change)).Written(HttpStatusCode.Created);

    /// <summary>Gives an item to the installation's own staff.</summary>
    public static Task<WriteAnswer> AssignStaff(this HttpClient client, string obligation, long ifMatch) => client.PutAct(
        obligation + "/assignees", new { personIds = new[] { StreamId.Person(FirstOrganisations.ContractorId, nameof(Role.CONTRACTOR_STAFF)) } }, ifMatch).Written();

    public static Task<JsonNode> Contract(this HttpClient client, Guid id) => client.GetAsync($"/api/contracts/{id}").Json();
}
