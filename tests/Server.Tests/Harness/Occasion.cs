using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SecurityTracker.Domain;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests;

/// <summary>
/// Somebody with things before their eyes, about to act: <c>As(officer).Having(asked).When(new DecideActRequest(…)).Refuses(409, "same-person")</c>.
/// </summary>
/// <param name="Who">The one who is signed in.</param>
/// <param name="Things">What they act on, in the order in which the address names it.</param>
/// <param name="Seen">The version that they have seen, sent as If-Match.</param>
public sealed record Occasion(HttpClient Who, IReadOnlyList<object> Things, long? Seen = null)
{
    private static readonly JsonSerializerOptions OfTheProgram = Options();

    /// <summary>Looks at the things as of a version.</summary>
    public Occasion At(long? seen) => this with { Seen = seen };

    /// <summary>Does the act whose body this is; its address follows from the body's type and the things.</summary>
    public Task<HttpResponseMessage> When(object body) => When(Routes.OfBody(body.GetType()).With(Things, body));

    /// <summary>Does an act or asks a query by the class that carries it out.</summary>
    public Task<HttpResponseMessage> When<TEndpoint>(object? body = null) => When(Routes.Of(typeof(TEndpoint)).With(Things, body));

    /// <summary>Sends what is said in full.</summary>
    public async Task<HttpResponseMessage> When(Call call)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        request.Content = call.Body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            var body => JsonContent.Create(body, body.GetType(), options: OfTheProgram),
        };
        if (Seen is { } version)
        {
            request.Headers.TryAddWithoutValidation("If-Match", IfMatch.ETag(version));
        }

        if (call.Key is not null)
        {
            request.Headers.Add("Idempotency-Key", call.Key);
        }

        return await Who.SendAsync(request);
    }

    /// <summary>The JSON of a record of the program, with one field that is otherwise than the record could have it.</summary>
    internal static JsonObject Spoilt(object body, string field, object? value)
    {
        var json = JsonSerializer.SerializeToNode(body, body.GetType(), OfTheProgram)!.AsObject();
        json[field] = JsonSerializer.SerializeToNode(value);
        return json;
    }

    // The program lets no unsound text out and reads no object without its fields; here such are sent, and must not come in.
    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions();
        Json.Configure(options);
        options.Converters.Remove(options.Converters.Single(converter => converter is TextConverter));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        return options;
    }
}

/// <summary>The words before <see cref="Occasion"/>'s.</summary>
public static class Occasions
{
    /// <summary>The same server, with another person signed in, who acts in a membership (the first that holds, where none is named).</summary>
    public static HttpClient As(this HttpClient client, Guid personId, Guid? membershipId = null)
    {
        client.DefaultRequestHeaders.Remove(SignedInHandler.Person);
        client.DefaultRequestHeaders.Add(SignedInHandler.Person, $"{personId:D} {membershipId:D}");
        return client;
    }

    /// <summary>Acted upon by someone of one of the two organisations that a fresh installation has.</summary>
    public static HttpClient As(this HttpClient client, Role role) => client.As(TestPeople.IdOf(role));

    /// <summary>A body with one field that is otherwise than its record could have it.</summary>
    public static JsonObject But(this object body, string field, object? value) => Occasion.Spoilt(body, field, value);

    /// <summary>Before a thing as it was written.</summary>
    internal static Occasion Having(this HttpClient who, WriteAnswer thing) => new(who, [thing.Id], thing.Version);

    /// <summary>Before a thing as the store has it.</summary>
    internal static Occasion Having<T>(this HttpClient who, Versioned<T> thing)
        where T : notnull => new(who, [thing.Id], thing.Version);

    /// <summary>Before things that are named by their ids, numbers or words; a version is seen by <see cref="Occasion.At"/>.</summary>
    public static Occasion Having(this HttpClient who, params IReadOnlyList<object> things)
    {
        things.ShouldAllBe(thing => thing is Guid || thing is int || thing is string || thing is JsonValue);
        return new(who, things);
    }

    /// <summary>Having seen a version of what the call names.</summary>
    public static Occasion Having(this HttpClient who, long? seen) => new(who, [], seen);

    /// <summary>Before nothing.</summary>
    public static Task<HttpResponseMessage> When(this HttpClient who, Call call) => new Occasion(who, []).When(call);

    /// <summary>Before nothing.</summary>
    public static Task<HttpResponseMessage> When(this HttpClient who, object body) => new Occasion(who, []).When(body);

    /// <summary>Before nothing, by the class that carries it out.</summary>
    public static Task<HttpResponseMessage> When<TEndpoint>(this HttpClient who, object? body = null) => new Occasion(who, []).When<TEndpoint>(body);
}
