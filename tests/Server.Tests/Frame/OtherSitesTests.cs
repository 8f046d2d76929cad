using System.Net;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.ServerTests.Frame;

[Collection(Shared.Frame)]
public sealed class OtherSitesTests(TestServer server)
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    public Task A_page_of_another_site_cannot_act(string header, string value) => Send(header, value).Refuses(403, "cross-site");

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://localhost")]
    public Task Our_own_page_can(string header, string value) => Send(header, value).Written(HttpStatusCode.Created);

    [Fact]
    public async Task A_foreign_name_for_this_machine_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/organisations") { Headers = { Host = "rebound.example" } };
        using var answer = await server.CreateClient().SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> Send(string header, string value)
    {
        var client = server.CreateClient();
        client.DefaultRequestHeaders.Add(header, value);
        return client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "x"));
    }
}
