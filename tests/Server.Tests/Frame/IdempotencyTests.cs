using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityTracker.Domain;
using SecurityTracker.Server.Idempotency;

namespace SecurityTracker.ServerTests.Frame;

[Collection(Shared.Frame)]
public sealed class IdempotencyTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task The_same_request_twice_is_done_once_and_answered_the_same()
    {
        var first = await Send("twice", "一度だけ");
        var second = await Send("twice", "一度だけ");

        second.ShouldBe(first);
        (await NamesOf("一度だけ")).ShouldBe(1);
    }

    [Fact]
    public async Task Twice_at_once_too()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send("at-once", "同時に")));

        answers.Distinct().Count().ShouldBe(1);
        (await NamesOf("同時に")).ShouldBe(1);
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_a_422()
    {
        await Send("reused", "甲");

        await client.When(Post("/api/organisations", new { kind = "CONTRACTOR", name = "乙" }).Under("reused")).Refuses(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Another_persons_key_is_another_key()
    {
        var mine = await Send("shared-word", "丙");
        var theirs = await server.As(Role.SUPERVISING_OFFICER)
            .When(Post("/api/organisations", new { kind = "CONTRACTOR", name = "丙" }).Under("shared-word")).Written(HttpStatusCode.Created);

        mine.ShouldNotContain(theirs.Id.ToString());
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        await client.When(Post("/api/organisations", new { kind = "CONTRACTOR", name = "" }).Under("mended")).Refuses(422, "name-missing");

        await Send("mended", "直した");
    }

    [Fact]
    public async Task After_a_day_the_key_is_free_again()
    {
        await Send("old", "昨日");
        server.Clock.Now += TimeSpan.FromHours(25);

        await client.When(Post("/api/organisations", new { kind = "CONTRACTOR", name = "今日" }).Under("old")).Written(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Answers_older_than_a_day_are_forgotten()
    {
        await Send("forgotten", "忘れられる");
        server.Clock.Now += TimeSpan.FromHours(25);

        (await server.Services.GetRequiredService<KeptAnswers>().ForgetOld(CancellationToken.None)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_writes_nothing_is_done_again_and_answered_again()
    {
        // A change of one's name goes into a transaction; a new link of the provider's, a reading, a sign-out do not.
        for (var i = 0; i < 2; i++)
        {
            using var answer = await client.When(Post("/api/account/passkeys/options").Under("writes-nothing"));
            (await answer.Content.ReadAsStringAsync()).ShouldEndWith("}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public Task A_key_that_is_none_is_a_400() =>
        client.When(Post("/api/organisations", new { kind = "CONTRACTOR", name = "x" }).Under(new string('k', 201))).Refuses(400, "idempotency-key-malformed");

    private async Task<string> Send(string key, string name)
    {
        using var answer = await client.When(Post("/api/organisations", new { kind = "CONTRACTOR", name }).Under(key));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, text);
        return $"{answer.Headers.Location} {answer.Headers.ETag} {text}";
    }

    private async Task<int> NamesOf(string name) => (await client.GetAsync("/api/organisations").Json()).AsArray().Count(o => o!["name"]!.GetValue<string>() == name);
}
