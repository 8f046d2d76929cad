using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecurityTracker.Server.Http;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>What is thrown below an endpoint is answered as what the endpoint itself answers: to the byte, noted once, and no error of ours.</summary>
[Collection(Shared.Frame)]
public sealed class RefusingTests(TestServer server)
{
    /// <summary>Every problem of the catalogue, by its name.</summary>
    public static TheoryData<string> Catalogue => [.. Fields().Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Catalogue))]
    public async Task A_thrown_problem_is_answered_as_a_returned_one(string name)
    {
        var problem = (Problem)Fields().Single(field => field.Name == name).GetValue(null)!;

        var (returned, silent) = await Answer(problem.ExecuteAsync);
        var (thrown, log) = await Answer(_ => throw new ProblemException(problem));

        thrown.ShouldBe(returned);
        silent.Lines.ShouldBeEmpty();
        // A server that cannot is for its operators to hear of; a request that may not is none of their matter.
        log.Errors.Count().ShouldBe(problem.Status >= StatusCodes.Status500InternalServerError ? 1 : 0);
    }

    /// <summary>The first is answered by the endpoint, the second by what it asks: through all that a request meets.</summary>
    [Fact]
    public async Task Over_the_wire_nobody_can_tell_which_it_was()
    {
        using var client = server.CreateClient();
        var nowhere = Guid.NewGuid();
        using var returned = await client.GetAsync($"/api/contracts/{nowhere}");
        using var asked = new HttpRequestMessage(HttpMethod.Put, $"/api/contracts/{nowhere}/officers");
        asked.Content = new StringContent("""{"officers":[],"from":"2026-04-01"}""", new MediaTypeHeaderValue("application/json"));
        asked.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var thrown = await client.SendAsync(asked);

        (await Said(thrown)).ShouldBe(await Said(returned));
    }

    private static IEnumerable<FieldInfo> Fields() =>
        typeof(Problems).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(Problem));

    private async Task<(string Answer, KeptLog Log)> Answer(RequestDelegate endpoint)
    {
        using var log = new KeptLog();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(log));
        await using var scope = server.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body } };
        var noted = new List<string>();
        context.Features.Set(new BeforeRefusal(problem =>
        {
            noted.Add(problem.Code);
            return Task.CompletedTask;
        }));

        await new Failures(endpoint, server.Services.GetRequiredService<ConstraintRefusals>(), logs.CreateLogger<Failures>()).InvokeAsync(context);

        var headers = context.Response.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}");
        return (string.Join('\n', [$"{context.Response.StatusCode}", .. headers, .. noted, Convert.ToHexString(body.ToArray())]), log);
    }

    private static async Task<string> Said(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return string.Join('\n', [$"{(int)answer.StatusCode}", .. headers, Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync())]);
    }
}
