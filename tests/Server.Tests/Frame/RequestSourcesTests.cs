using System.Net;
using System.Text;
using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>A request is made of the sources that its properties name, and of nothing else.</summary>
[Collection(Shared.Frame)]
public sealed class RequestSourcesTests(TestServer server)
{
    private const string Json = "application/json";

    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData(typeof(SaysNothing), "does not say where it comes from")]
    [InlineData(typeof(AnotherHeader), "does not say where it comes from")]
    [InlineData(typeof(NoAddressHolds), "is of a type that no address holds")]
    [InlineData(typeof(NoConstructor), "needs one constructor")]
    public void A_request_that_does_not_name_a_source_stops_the_start(Type request, string why) =>
        Should.Throw<StartRefusedException>(() => RequestSources.Of(request)).Message.ShouldContain(why);

    [Fact]
    public void A_parameter_that_the_address_does_not_have_stops_the_start()
    {
        var sources = RequestSources.Of(typeof(TwoThings));

        sources.RefuseWhatIsNotIn("/things/{id:guid}/parts/{number:int}");
        Should.Throw<StartRefusedException>(() => sources.RefuseWhatIsNotIn("/things/{id:guid}")).Message.ShouldContain("takes number out of the address");
    }

    [Fact]
    public async Task A_query_changes_nothing_of_a_body()
    {
        var name = $"会社 {Guid.NewGuid():N}";

        await client.When(Post("/api/organisations?name=other&kind=MINISTRY_OFFICE&body=x", new { kind = "CONTRACTOR", name })).Json(HttpStatusCode.Created);

        (await client.GetStringAsync("/api/organisations?kind=CONTRACTOR")).ShouldContain(name);
    }

    [Fact]
    public async Task A_body_and_a_query_are_no_header()
    {
        var (id, _, _) = await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, $"会社 {Guid.NewGuid():N}")).Written(HttpStatusCode.Created);

        var body = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "x", ["ifMatch"] = "\"1\"", ["If-Match"] = "\"1\"" };
        await client.When(Put($"/api/organisations/{id}/name?ifMatch=%221%22&If-Match=%221%22", body)).Refuses(428, "version-required");
    }

    [Fact]
    public async Task A_body_is_no_query()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/organisations") { Content = new StringContent("""{"kind":"CONTRACTOR"}""", Encoding.UTF8, Json) };

        var all = (await client.SendAsync(request).Json()).AsArray();

        all.Select(organisation => organisation!["kind"]!.GetValue<string>()).ShouldContain("MINISTRY_OFFICE");
    }

    [Theory]
    [InlineData("/api/organisations?kind=1")]
    [InlineData("/api/organisations?kind=contractor")]
    [InlineData("/api/organisations?kind=MINISTRY_OFFICE,CONTRACTOR")]
    [InlineData("/api/organisations?kind=CONTRACTOR&kind=CONTRACTOR")]
    [InlineData("/api/organisations?kind=")]
    [InlineData("/api/contracts?limit=")]
    [InlineData("/api/contracts?limit=1&limit=2")]
    [InlineData("/api/contracts?after=x")]
    [InlineData("/api/contracts?after=9223372036854775808")]
    public Task A_value_that_the_address_spells_otherwise_is_a_400(string address) => client.When(Get(address)).Refuses(400, "malformed-request");

    [Theory]
    [InlineData("null", Json, 400, "malformed-body")]
    [InlineData("", Json, 400, "malformed-body")]
    [InlineData("{}", null, 415, "media-type-not-supported")]
    [InlineData("", null, 400, "malformed-body")]
    public async Task A_body_that_is_wanted_is_sent_as_json(string body, string? type, int status, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/organisations") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type ?? "");
        if (type is null)
        {
            request.Content.Headers.Remove("Content-Type");
        }

        await client.SendAsync(request).Refuses(status, code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("{}")]
    public Task A_body_that_may_be_left_out_may_be_null(string? body) =>
        client.As(Role.CONTRACTOR_OFFICER).When(Post($"/api/report-batches/{Guid.NewGuid()}/finalisation", body)).Refuses(404, "not-found");

    private sealed record SaysNothing(Guid Id);

    private sealed record AnotherHeader([property: FromHeader("X-Version")] string Version);

    private sealed record NoAddressHolds([property: QueryParam] Uri Where);

    private sealed record TwoThings([property: RouteParam] Guid Id, [property: RouteParam] int Number);

    private sealed class NoConstructor
    {
        private NoConstructor()
        {
        }
    }
}
