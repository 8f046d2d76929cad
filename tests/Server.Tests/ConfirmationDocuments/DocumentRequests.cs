using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Obligations;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.ConfirmationDocuments;

/// <summary>確認書類 to test with, as a client makes them.</summary>
internal static class DocumentRequests
{
    public const string Nationality = "国籍試験国";
    public const string Address = "東京都試験区住所町一丁目";
    public const string BirthDate = "1983-11-07";

    public static string Of(Guid contractId, string rest = "") => $"/api/contracts/{contractId}/confirmation-document{rest}";

    public static object Person(string name = "髙﨑　𠮷乃") => new
    {
        roles = new[] { "INFORMATION_MANAGER", "WORKER" },
        name,
        duty = "調査票の設計",
        affiliation = "第一調査部",
        position = "主任研究員",
        expertise = "情報処理安全確保支援士",
        achievements = "令和7年度調査に従事",
        nationality = Nationality,
        address = Address,
        birthDate = BirthDate,
    };

    /// <summary>A contract of ED-C with a method for each item.</summary>
    public static async Task<WriteAnswer> RegisterWithMethods(this HttpClient client, Func<RegisterContractRequest, RegisterContractRequest>? change = null)
    {
        var contract = await client.Register(change);
        foreach (var number in Enumerable.Range(2, 16))
        {
            await client.Having(contract.Id, number).At(1).When(new SetComplianceMethodRequest($"{number})の方法により実施する。")).Written();
        }

        return contract;
    }

    public static Task<WriteAnswer> StartDraft(this HttpClient client, Guid contractId, long version = 0) =>
        client.Having(contractId).At(version).When<StartDocumentDraftEndpoint>().Written(HttpStatusCode.Created);

    /// <summary>A draft with one person on its roster.</summary>
    public static async Task<WriteAnswer> DraftWithPerson(this HttpClient client, Guid contractId)
    {
        var drafted = await client.StartDraft(contractId);
        return await client.Having(drafted).When(Post(Of(contractId, "/draft/people"), new { people = new[] { Person() } })).Written(HttpStatusCode.Created);
    }

    public static async Task<JsonNode> Present(this HttpClient client, Guid contractId, long version) =>
        await client.Having(contractId).At(version).When(new PresentConfirmationDocumentRequest()).Json(HttpStatusCode.Created);

    public static Task<JsonNode> Document(this HttpClient client, Guid contractId) => client.GetAsync(Of(contractId)).Json();
}
