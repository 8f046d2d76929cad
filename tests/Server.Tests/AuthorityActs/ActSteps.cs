using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Http;

namespace SecurityTracker.ServerTests.AuthorityActs;

/// <summary>The steps of an act, as clients of both sides send them.</summary>
internal static class ActSteps
{
    public static RequestActRequest Body(ProcedureSubject subject, Func<RequestActRequest, RequestActRequest>? change = null)
    {
        var body = new RequestActRequest(subject, "ノートＰＣの持込み", "打合せで使用します。", StartsOn: Day("2026-11-24"));
        return change is null ? body : change(body);
    }

    public static ScopeRequest Scope() => new("業務用ノートＰＣの省内持込み", Day("2027-02-26"), Media: ["ノートＰＣ"], People: ["山田　花子"]);

    public static Task<WriteAnswer> Ask(
        this HttpClient client, Guid contractId, ProcedureSubject subject = ProcedureSubject.BRING_IN, Func<RequestActRequest, RequestActRequest>? change = null) =>
        client.Having(contractId).When(Body(subject, change)).Written(HttpStatusCode.Created);

    public static Task<JsonNode> ActAt(this HttpClient client, Guid id) => client.GetAsync($"/api/authority-acts/{id}").Json();

    public static async Task<long> OpenAct(this HttpClient client, Guid id, long version)
    {
        using var answer = await client.Having(id).At(version).When<OpenActEndpoint>();
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
        return version;
    }

    public static async Task<long> Grant(this HttpClient officer, Guid id, long version, object? body = null)
    {
        await officer.OpenAct(id, version);
        return (await officer.Having(seen: version).When(Post($"/api/authority-acts/{id}/decision", body ?? new { outcome = "GRANTED" })).Written()).Version;
    }

    public static async Task<Guid> KeepFile(this HttpClient client, Guid contractId, string text = "了承します。")
    {
        using var content = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        content.Add(file, "file", "返信.txt");
        return (await client.PostAsync($"/api/contracts/{contractId}/files", content).Json(HttpStatusCode.Created))["id"]!.GetValue<Guid>();
    }

    public static string Text(this JsonNode? node, string name) => node![name]!.GetValue<string>();
}
