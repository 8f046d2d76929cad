using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Contracts;

/// <summary>Contracts to test with, as a client sends them.</summary>
internal static class ContractRequests
{
    /// <summary>A contract in force on the clock's first day, supervised by the installation's office; change what the test is about.</summary>
    public static RegisterContractRequest Body(Func<RegisterContractRequest, RegisterContractRequest>? change = null)
    {
        var body = new RegisterContractRequest(
            Name: "令和8年度　動向調査",
            StartsOn: Day("2026-07-10"),
            EndsOn: Day("2027-02-26"),
            EditionCode: "ED-C",
            Contractor: new("株式会社調査", "東京都千代田区霞が関一丁目3番1号", "髙﨑　𠮷乃", "代表取締役", "4011001098993"),
            SectionName: "文化創造産業課",
            Addressee: "経済産業省文化創造産業課長 殿",
            NamedNorm: "令和5年度版",
            SignedOn: Day("2026-07-10"),
            OfficeId: FirstOrganisations.OfficeId,
            OfficeName: "経済産業省",
            SectionMail: "section@example.go.jp",
            EffectiveNorm: "令和7年度版",
            SectionId: FirstOrganisations.SectionId);
        return change is null ? body : change(body);
    }

    public static Task<WriteAnswer> Register(this HttpClient client, Func<RegisterContractRequest, RegisterContractRequest>? change = null) =>
        client.When(Body(change)).Written(HttpStatusCode.Created);

    /// <summary>Gives an item to the installation's own staff.</summary>
    public static Task<WriteAnswer> AssignStaff(this HttpClient client, string obligation, long ifMatch) => client.Having(seen: ifMatch).When(Put(obligation + "/assignees", new { personIds = new[] { StreamId.Person(FirstOrganisations.ContractorId, nameof(Role.CONTRACTOR_STAFF)) } })).Written();

    public static Task<JsonNode> Contract(this HttpClient client, Guid id) => client.GetAsync($"/api/contracts/{id}").Json();
}
