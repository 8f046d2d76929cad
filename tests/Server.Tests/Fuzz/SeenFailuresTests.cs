using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;
using SecurityTracker.ServerTests.Access;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>What requests made at random brought down once, each by its kind.</summary>
[Collection(Shared.Fuzz)]
public sealed class SeenFailuresTests(FuzzServer server)
{
    private HttpClient Client => server.CreateClient();

    [Fact]
    public async Task A_form_cut_short_anywhere_is_a_400_on_every_route_that_takes_files()
    {
        var world = await MatrixWorld.Make(server);
        var whole = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n1) text\r\n--b--\r\n"u8.ToArray();
        var routes = new FuzzRequests(ApiDescription.Read()).Operations.Where(o => o.Description["requestBody"]?["content"]?["multipart/form-data"] is not null).ToList();
        routes.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var route in routes)
        {
            var person = world.Own.Single(p => p.Role == (route.Path.StartsWith("/api/parts/", StringComparison.Ordinal) ? Role.SUBCONTRACTOR_OFFICER : Role.CONTRACTOR_OFFICER));
            var address = MatrixPaths.Of(RoutePatternFactory.Parse(route.Path), person.Things)!.Path;
            foreach (var length in Enumerable.Range(0, whole.Length - "--\r\n".Length))
            {
                using var body = new ByteArrayContent(whole[..length]);
                body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
                await Client.As(person.Id).PostAsync(address, body).Refuses(400, "malformed-body");
            }
        }
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("契\\uFFFE約")]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    public async Task A_text_that_is_none_is_a_400_wherever_it_stands(string text)
    {
        var client = Client;
        foreach (var (address, body) in new[]
        {
            ("/api/sign-in/password", $$"""{"mail":"{{text}}@example.jp","password":"x"}"""),
            ("/api/sign-in/password", $$"""{"mail":"a@example.jp","password":"{{text}}"}"""),
            ("/api/password-resets", $$"""{"mail":"{{text}}"}"""),
            ("/api/organisations", $$"""{"kind":"CONTRACTOR","name":"{{text}}"}"""),
        })
        {
            using var answer = await client.When(Post(address, body));
            ((int)answer.StatusCode).ShouldBe(400, $"{address} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%EF%BF%BE")]
    [InlineData("cursor=%00")]
    [InlineData("%EF%BF%BE=q")]
    public Task A_character_that_no_text_has_is_a_400_in_a_query(string query) => Client.When(Get($"/api/contracts?{query}")).Refuses(400, "character-not-allowed");

    [Theory]
    [InlineData("/api/contracts", """{"Sort":"name","Key":"\u0000","Id":"01990000-0000-7000-8000-00000000feed"}""")]
    [InlineData("/api/contracts", """{"Sort":"name","Key":"\ufffe","Id":"01990000-0000-7000-8000-00000000feed"}""")]
    [InlineData("/api/contracts", """{"Sort":"name","Key":null,"Id":"01990000-0000-7000-8000-00000000feed"}""")]
    [InlineData("/api/contracts", """{"Sort":"endsOn","Key":"0001-01-01\u0000","Id":"01990000-0000-7000-8000-00000000feed"}""")]
    [InlineData("/api/inbox", """{"ByDate":true,"Urgent":true,"StartsOn":null,"Since":"0001-01-01T00:00:00+14:00","Id":"01990000-0000-7000-8000-00000000feed","Type":"\u0000"}""")]
    public async Task A_cursor_that_no_page_gave_is_no_error_of_ours(string address, string cursor)
    {
        using var answer = await Client.GetAsync($"{address}?cursor={System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor))}");
        ((int)answer.StatusCode).ShouldBeInRange(200, 499, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Null_in_a_list_is_refused_with_its_place()
    {
        var options = server.Services.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        Place("""{"items":[null],"after":"x"}""").ShouldBe("/items");
        Place("""{"after":"x","items":["a",null]}""").ShouldBe("/items");
        Place("""{"after":"x","inner":[{"items":["a"]},{"items":[null],"after":"x"}]}""").ShouldBe("/inner/1/items");
        Place("""{"one":{"after":"x","items":[null]},"after":"y"}""").ShouldBe("/one/items");
        System.Text.Json.JsonSerializer.Deserialize<WithLists>("""{"gaps":[null,"a"],"items":null}""", options)!.Gaps!.Count.ShouldBe(2);

        string Place(string json) => MalformedJson.Read(Should.Throw<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<WithLists>(json, options)))
            .Errors.ShouldHaveSingleItem().Pointer;
    }

    [Fact]
    public async Task A_post_that_writes_nothing_is_answered_again_to_the_same_key()
    {
        foreach (var (address, body) in new[] { ("/api/account/totp", (object)new { }), ("/api/account/recovery-codes", new { }), ("/api/password-resets", new { mail = "nobody@example.jp" }) })
        {
            using var first = await Client.When(Post(address, body).Under("once"));
            using var second = await Client.When(Post(address, body).Under("once"));
            ((int)second.StatusCode).ShouldBeLessThan(500, address);
            (await second.Content.ReadAsByteArrayAsync()).Length.ShouldBe((int)(second.Content.Headers.ContentLength ?? (await second.Content.ReadAsByteArrayAsync()).Length), address);
        }
    }

    private sealed record WithLists(IReadOnlyList<string>? Items = null, IReadOnlyList<string?>? Gaps = null, string? After = null, IReadOnlyList<WithLists>? Inner = null, WithLists? One = null);
}
