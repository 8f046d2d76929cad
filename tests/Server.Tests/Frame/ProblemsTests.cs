using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.ServerTests.Frame;

[Collection(Shared.Frame)]
public sealed class ProblemsTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    /// <summary>What JSON cannot say twice or says with half a character is a text here.</summary>
    public static TheoryData<object, string> Unreadable => new()
    {
        { "{", "malformed-body" },
        { Array.Empty<object>(), "malformed-body" },
        { "", "malformed-body" },
        { new { name = "x" }, "malformed-body" },
        { new { kind = "CONTRACTOR", name = (string?)null }, "malformed-body" },
        { """{"kind":"CONTRACTOR","name":"x","name":"y"}""", "malformed-body" },
        { new { kind = "contractor", name = "x" }, "kind-unknown" },
        { new { kind = 0, name = "x" }, "kind-unknown" },
        { new { kind = "CONTRACTOR", name = "a\u0000b" }, "character-not-allowed" },
        { """{"kind":"CONTRACTOR","name":"a\ud800b"}""", "malformed-body" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public Task A_body_that_cannot_be_read_is_a_400(object body, string code) => client.When(Post("/api/organisations", body)).Refuses(400, code);

    [Fact]
    public async Task The_field_at_fault_is_named_by_its_pointer()
    {
        var problem = await client.When(new RegisterOrganisationRequest(OrganisationKind.MINISTRY_OFFICE, "x", Sections: [new NewSection("a\u0000")]))
            .Refuses(400, "character-not-allowed");

        problem["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe("/sections/0/name");
    }

    [Fact]
    public async Task A_missing_field_is_named_by_its_pointer()
    {
        var problem = await client.When(Post("/api/organisations")).Refuses(400, "malformed-body");

        problem["errors"]!.AsArray().Select(e => e!["pointer"]!.GetValue<string>()).ShouldBe(["/kind", "/name"]);
    }

    [Fact]
    public Task An_address_that_does_not_exist_is_a_404() => client.When(Get("/api/nothing-here")).Refuses(404, "not-found");

    [Fact]
    public Task An_address_with_another_method_is_a_405() => client.When(Delete("/api/organisations")).Refuses(405, "method-not-allowed");

    [Fact]
    public Task A_parameter_that_cannot_be_read_is_a_400() => client.When(Get("/api/organisations?kind=5x")).Refuses(400, "malformed-request");

    [Fact]
    public Task A_zero_byte_in_the_address_is_a_400() => client.When(Get("/api/organisations?x=%00")).Refuses(400, "character-not-allowed");

    [Fact]
    public async Task Another_media_type_is_a_415()
    {
        using var text = new StringContent("x");
        await client.PostAsync("/api/organisations", text).Refuses(415, "media-type-not-supported");
    }

    [Theory]
    [InlineData(null, "見つかりません")]
    [InlineData("en", "Not found")]
    [InlineData("fr, en;q=0.9, ja;q=0.8", "Not found")]
    [InlineData("ja, en;q=0.9", "見つかりません")]
    [InlineData("fr", "見つかりません")]
    [InlineData(";;", "見つかりません")]
    public async Task The_detail_speaks_the_language_asked_for(string? language, string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/nothing-here");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);

        var problem = await client.SendAsync(request).Refuses(404, "not-found");

        problem["detail"]!.GetValue<string>().ShouldStartWith(words);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("W/\"3\"")]
    [InlineData("*")]
    [InlineData("\"x\"")]
    public async Task An_if_match_that_is_no_etag_of_ours_is_a_400(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/organisations/{Guid.NewGuid()}/name") { Content = new StringContent("""{"name":"x"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", header);

        await client.SendAsync(request).Refuses(400, "if-match-malformed");
    }

    [Fact]
    public async Task Answers_carry_the_headers_of_a_careful_page()
    {
        using var answer = await client.GetAsync("/api/organisations");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("require-trusted-types-for 'script'");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public Task A_role_that_may_not_is_a_403_before_the_body_is_read() =>
        client.As(Role.AUDITOR).When(Post("/api/organisations", "{")).Refuses(403, "not-permitted");
}
