using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Catalogue;

/// <summary>Editions to test with, as a client sends them.</summary>
internal static class EditionRequests
{
    /// <summary>The words of ED-C with an opening of its own, so that no other edition has them.</summary>
    public static async Task<JsonObject> Draft(this HttpClient client, string code)
    {
        var content = (await client.GetAsync("/api/editions/ED-C").Json()).DeepClone();
        content["opening"] = $"{code}の事項について遵守すること。";
        return new JsonObject { ["code"] = code, ["name"] = $"{code}の版", ["source"] = "公募要領", ["content"] = content };
    }

    /// <summary>Publishes such an edition.</summary>
    /// <returns>The code under which it stands.</returns>
    public static async Task<string> Publish(this HttpClient client, string code)
    {
        var draft = await client.When(Post("/api/edition-drafts", (await client.Draft(code)).ToJsonString())).Written(HttpStatusCode.Created);
        using var published = await client.Having(draft).When<PublishEditionDraftEndpoint>();
        published.StatusCode.ShouldBe(HttpStatusCode.Created);
        return published.Headers.Location!.ToString()["/api/editions/".Length..];
    }

    /// <summary>An edition as it is read.</summary>
    public static Task<JsonNode> Edition(this HttpClient client, string code) => client.GetAsync($"/api/editions/{code}").Json();

    /// <summary>The codes of the list.</summary>
    public static async Task<IReadOnlyList<string>> Codes(this HttpClient client) =>
        [.. (await client.GetAsync("/api/editions").Json()).AsArray().Select(e => e!["code"]!.GetValue<string>())];

    /// <summary>An act on an edition as it stands: adoption-request, adoption, adoption/withdrawal, withdrawal.</summary>
    public static async Task<HttpResponseMessage> OnEdition(this HttpClient client, string code, string act, string reason = "理由", long? version = null) =>
        await client.Having(seen: version ?? (await client.Edition(code))["version"]!.GetValue<long>()).When(Post($"/api/editions/{code}/{act}", new { reason }));

    /// <summary>The words of an edition with another opening, as a correction.</summary>
    public static async Task<string> Correction(this HttpClient client, string code = "ED-C")
    {
        var content = (await client.Edition(code)).DeepClone();
        content["opening"] = "訂正した書き出しのとおり遵守すること。";
        return new JsonObject { ["name"] = "版", ["source"] = "公募要領", ["reason"] = "訂正", ["content"] = content }.ToJsonString();
    }

    /// <summary>A firm of its own, and its officer; registered by the installation's own, where nobody else is named.</summary>
    public static async Task<(Guid Id, HttpClient Officer)> Firm(this TestServer server, HttpClient? by = null)
    {
        var body = new { kind = "CONTRACTOR", name = $"会社{Guid.NewGuid():N}" };
        var id = (await (by ?? server.CreateClient()).When(Post("/api/organisations", body)).Written(HttpStatusCode.Created)).Id;
        return (id, server.As(id, Role.CONTRACTOR_OFFICER));
    }

    /// <summary>Who plays a role in an organisation, signed in.</summary>
    public static HttpClient As(this TestServer server, Guid organisation, Role role) => server.As(StreamId.Person(organisation, role.ToString()));
}
