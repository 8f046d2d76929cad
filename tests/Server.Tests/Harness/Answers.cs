using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Server.Http;

namespace SecurityTracker.ServerTests;

/// <summary>What is demanded of an answer, and read out of it as it came.</summary>
public static class Answers
{
    /// <summary>The JSON of an answer that must have a status.</summary>
    public static async Task<JsonNode> Json(this Task<HttpResponseMessage> answering, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await answering;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>What a write answered.</summary>
    internal static async Task<WriteAnswer> Written(this Task<HttpResponseMessage> answering, HttpStatusCode status = HttpStatusCode.OK)
    {
        var json = await answering.Json(status);
        return new(json["id"]!.GetValue<Guid>(), json["version"]!.GetValue<long>(), json["sequence"]!.GetValue<long>());
    }

    /// <summary>Demands an answer of this status.</summary>
    public static async Task IsAnswered(this Task<HttpResponseMessage> answering, int status)
    {
        using var answer = await answering;
        ((int)answer.StatusCode).ShouldBe(status, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Demands a refusal: its status, its code, a sentence in both languages; answers the problem.</summary>
    public static async Task<JsonNode> Refuses(this Task<HttpResponseMessage> answering, int status, string code)
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
