using System.Net;
using System.Net.Http.Json;

namespace SecurityTracker.Benchmarks;

/// <summary>
/// Whether time tells what an answer does not: what is not there beside what is there and another's, and nobody's mail address beside
/// somebody's. The answers are the same to the byte (MatrixTests); here the ratio is to be 1.
/// </summary>
internal static class TellFigures
{
    private const int Contracts = 20;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var site = await Site.Start();
        var ids = new List<Guid>();
        for (var i = 0; i < Contracts; i++)
        {
            ids.Add(await HttpFigures.Register(site.Program, i));
        }
        var figures = new List<Figure>();
        foreach (var (name, end) in new[] { ("a contract", ""), ("its items", "/obligations"), ("its history", "/history"), ("its reports", "/reports"), ("its file of requests", "/authority-acts") })
        {
            figures.Add(await Compare(name, 300, _ => Ask(Guid.NewGuid(), end), i => Ask(ids[i % Contracts], end)));
        }
        figures.Add(await Compare("set a status", 300, _ => Set(Guid.NewGuid()), i => Set(ids[i % Contracts])));
        figures.Add(await Compare("a wrong password", 8, i => SignIn($"nobody{i}@example.jp"), _ => SignIn(Site.Mail)));
        figures.Add(await Compare("a forgotten password", 100, i => Forget($"nobody{i}@example.jp"), _ => Forget(Site.Mail)));
        return figures;

        Task Ask(Guid contract, string end) => Expect(HttpStatusCode.NotFound, site.Stranger.GetAsync($"/api/contracts/{contract}{end}"));

        async Task Set(Guid contract)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/contracts/{contract}/obligations/5/status") { Content = JsonContent.Create(new { status = "IMPLEMENTED" }) };
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            await Expect(HttpStatusCode.NotFound, site.Stranger.SendAsync(request));
        }

        Task SignIn(string mail) => Expect(HttpStatusCode.Unauthorized, site.Stranger.PostAsJsonAsync("/api/sign-in/password", new { mail, password = "霞が関の坂を下る黒い猫たち" }));

        Task Forget(string mail) => Expect(HttpStatusCode.Accepted, site.Stranger.PostAsJsonAsync("/api/password-resets", new { mail }));
    }

    private static Task<Figure> Compare(string name, int operations, Func<int, Task> notThere, Func<int, Task> another) =>
        new Comparison(name, 0.95, operations, notThere, another).Measure();

    private static async Task Expect(HttpStatusCode status, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        if (answer.StatusCode != status)
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
        await answer.Content.ReadAsByteArrayAsync();
    }
}
