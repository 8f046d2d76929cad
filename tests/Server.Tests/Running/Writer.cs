using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using SecurityTracker.Server.Http;
using SecurityTracker.ServerTests.Contracts;

namespace SecurityTracker.ServerTests.Running;

/// <summary>
/// Writes again and again: a new organisation, and one more 再委託先 onto a contract of its own. What was not acknowledged is repeated under
/// the same Idempotency-Key until it is.
/// </summary>
internal sealed class Writer(int number, Func<Uri> address, string session) : IDisposable
{
    private readonly HttpClient client = Installation.ClientOf(session);

    /// <summary>The organisations that were acknowledged.</summary>
    public ConcurrentQueue<(string Name, Guid Id)> Organisations { get; } = new();

    /// <summary>The 再委託先 that were acknowledged.</summary>
    public ConcurrentQueue<string> Subcontractors { get; } = new();

    /// <summary>How many requests got no answer, half an answer or a 503, and were repeated.</summary>
    public int Repeats { get; private set; }

    /// <summary>The contract, once it is there.</summary>
    public WriteAnswer? Contract { get; private set; }

    /// <summary>Writes until it is to stop; ends with everything acknowledged.</summary>
    public async Task Write(CancellationToken stopping)
    {
        Contract = await Repeat("/api/contracts", ContractRequests.Body(Installation.InForceToday), ifMatch: null, "contract");
        for (var n = 0; !stopping.IsCancellationRequested; n++)
        {
            var name = $"会社 {number}-{n}";
            Organisations.Enqueue((name, (await Repeat("/api/organisations", new { kind = "CONTRACTOR", name }, ifMatch: null, $"organisation {n}")).Id));
            var engaged = await Repeat(
                $"/api/contracts/{Contract.Id}/subcontractors", new { name, kind = "SUBCONTRACTOR", from = $"{Tokyo.Today(TimeProvider.System):yyyy-MM-dd}", numbers = new[] { 5 } }, Contract.Version, $"subcontractor {n}");
            Contract = Contract with { Version = engaged.Version };
            Subcontractors.Enqueue(name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<WriteAnswer> Repeat(string path, object body, long? ifMatch, string key)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (; ; Repeats++)
        {
            try
            {
                using var answer = await client.Having(seen: ifMatch).When(Post(new Uri(address(), path).ToString(), body).Under($"{number} {key}"));
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    var json = JsonNode.Parse(text)!;
                    return new(json["id"]!.GetValue<Guid>(), json["version"]!.GetValue<long>(), json["sequence"]!.GetValue<long>());
                }

                answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, text);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // Killed before it answered, or while it did.
            }

            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
