using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;

namespace SecurityTracker.ServerTests;

/// <summary>What a test sends, in the words of the API.</summary>
public static class Requests
{
    /// <summary>The same server, with another person signed in, who acts in a membership (the first that holds, where none is named).</summary>
    public static HttpClient As(this HttpClient client, Guid personId, Guid? membershipId = null)
    {
        client.DefaultRequestHeaders.Remove(SignedInHandler.Person);
        client.DefaultRequestHeaders.Add(SignedInHandler.Person, $"{personId:D} {membershipId:D}");
        return client;
    }

    /// <summary>Acted upon by someone of one of the two organisations that a fresh installation has.</summary>
    public static HttpClient As(this HttpClient client, Role role) => client.As(TestPeople.IdOf(role));

    /// <summary>POST of a new thing, or on an existing one with the version that was seen.</summary>
    public static Task<HttpResponseMessage> PostAct(this HttpClient client, string address, object body, long? ifMatch = null, string? idempotencyKey = null) =>
        client.Act(HttpMethod.Post, address, body, ifMatch, idempotencyKey);

    /// <summary>PUT with the version that was seen.</summary>
    public static Task<HttpResponseMessage> PutAct(this HttpClient client, string address, object body, long? ifMatch = null) =>
        client.Act(HttpMethod.Put, address, body, ifMatch);

    /// <summary>DELETE with the version that was seen.</summary>
    public static Task<HttpResponseMessage> DeleteAct(this HttpClient client, string address, long? ifMatch = null) =>
        client.Act(HttpMethod.Delete, address, body: null, ifMatch);

    /// <summary>Any act. A string is sent as it is, as application/json.</summary>
    public static async Task<HttpResponseMessage> Act(
        this HttpClient client, HttpMethod method, string address, object? body, long? ifMatch = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = body switch
        {
            null => null,
            string json => new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        if (ifMatch is { } version)
        {
            request.Headers.TryAddWithoutValidation("If-Match", IfMatch.ETag(version));
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await client.SendAsync(request);
    }

    /// <summary>The JSON of an answer that must have a status.</summary>
    public static async Task<JsonNode> Json(this Task<HttpResponseMessage> answering, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await answering;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>What a write answered.</summary>
    public static async Task<WriteAnswer> Written(this Task<HttpResponseMessage> answering, HttpStatusCode status = HttpStatusCode.OK)
    {
        var json = await answering.Json(status);
        return new(json["id"]!.GetValue<Guid>(), json["version"]!.GetValue<long>(), json["sequence"]!.GetValue<long>());
    }

    /// <summary>Demands an answer of this status.</summary>
    public static async Task ShouldAnswer(this Task<HttpResponseMessage> answering, int status)
    {
        using var answer = await answering;
        ((int)answer.StatusCode).ShouldBe(status, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Demands a refusal: its status, its code, a sentence in both languages; answers the problem.</summary>
    public static async Task<JsonNode> ShouldRefuse(this Task<HttpResponseMessage> answering, int status, string code)
    {
        using var answer = await answering;
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        problem["code"]!.GetValue<string>().ShouldBe(code, text);
        problem["messages"]!["ja"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        problem["messages"]!["en"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }
}
