using System.Globalization;
using System.Net;
using SecurityTracker.Server.Access;
using SecurityTracker.ServerTests.Access;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>Sends requests as one person after another: those who have a part, those who have none, and nobody.</summary>
internal sealed class FuzzWalker(TestPeople people, HttpClient client, MatrixWorld world, IReadOnlyDictionary<string, Permission> permissions)
{
    private readonly Dictionary<Guid, string> keys = [];

    /// <summary>Somebody, for what nobody asks for.</summary>
    public MatrixPerson Anyone => world.Own[0];

    /// <summary>Whose turn it is: mostly somebody's whose role may do this, of those who have a part; null is nobody.</summary>
    public MatrixPerson? Whose(FuzzOperation operation, Random random)
    {
        var may = permissions.TryGetValue(operation.Id, out var permission)
            ? world.Own.Where(p => permission.Roles.Contains(p.Role)).ToList()
            : world.Own;
        return random.Next(20) switch
        {
            0 => null,
            1 => HostileValues.Pick(world.Others, random),
            2 => HostileValues.Pick(world.Own, random),
            _ => HostileValues.Pick(may.Count > 0 ? may : world.Own, random),
        };
    }

    /// <summary>Sends a request in a person's session, with the version that is there now where one is asked for first.</summary>
    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, string? readFirst, Guid? person)
    {
        if (person is { } reader && readFirst is not null)
        {
            using var read = new HttpRequestMessage(HttpMethod.Get, readFirst);
            await SignIn(read, reader);
            using var found = await client.SendAsync(read);
            if (found.Headers.ETag is { } version)
            {
                request.Headers.TryAddWithoutValidation("If-Match", version.ToString());
            }
        }

        if (person is { } writer)
        {
            await SignIn(request, writer);
        }

        var answer = await client.SendAsync(request);
        // Among what is asked for is the end of one's sessions.
        if (answer.StatusCode == HttpStatusCode.Unauthorized && person is { } ended)
        {
            keys.Remove(ended);
        }

        return answer;
    }

    private async Task SignIn(HttpRequestMessage request, Guid person)
    {
        if (!keys.TryGetValue(person, out var key))
        {
            keys[person] = key = await people.FreshKeyOf(person, CancellationToken.None);
        }

        if (!request.Headers.Contains("Cookie") && !request.Headers.Contains("Authorization"))
        {
            request.Headers.Add("Cookie", string.Create(CultureInfo.InvariantCulture, $"session={key}"));
        }

        if (!request.Headers.Contains("Origin") && !request.Headers.Contains("Sec-Fetch-Site"))
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }
    }
}
