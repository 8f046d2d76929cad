using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecurityTracker.Server.Access.Providers;

/// <summary>What a provider says of itself at <c>/.well-known/openid-configuration</c>.</summary>
public sealed record ProviderDescription(string Issuer, string AuthorizationEndpoint, string TokenEndpoint, string KeysAddress);

/// <summary>A provider that cannot be reached or says something that cannot be used. The message is for the log.</summary>
public sealed class ProviderUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Asks a provider for its description and keys, and remembers them: the description for an hour, the keys until a token names one
/// that is not among them. They are asked for anew at most every 30 seconds, so that forged key ids cannot make us knock.
/// </summary>
public sealed class ProviderKnowledge(HttpClient http, string authority, TimeProvider time) : IDisposable
{
    /// <summary>The least time between two looks at the keys.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim asking = new(1);
    private (ProviderDescription Description, DateTimeOffset At)? description;
    private (IReadOnlyList<ProviderKey> Keys, DateTimeOffset At)? keys;

    /// <summary>The description.</summary>
    /// <exception cref="ProviderUnavailableException">It cannot be had.</exception>
    public async Task<ProviderDescription> Description(CancellationToken ct)
    {
        await asking.WaitAsync(ct);
        try
        {
            if (description is not { } known || time.GetUtcNow() - known.At > Age)
            {
                known = (Read(await Ask($"{authority.TrimEnd('/')}/.well-known/openid-configuration", ct)), time.GetUtcNow());
                description = known;
            }

            return known.Description;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>The key of an id; without an id the only one. Null when there is none, also after having asked anew.</summary>
    /// <exception cref="ProviderUnavailableException">The keys cannot be had.</exception>
    public async Task<ProviderKey?> Key(string? id, CancellationToken ct)
    {
        var address = (await Description(ct)).KeysAddress;
        await asking.WaitAsync(ct);
        try
        {
            if (Among(keys?.Keys, id) is { } known)
            {
                return known;
            }

            if (keys is not { } had || time.GetUtcNow() - had.At >= Patience)
            {
                keys = (ProviderKey.ReadSet(await Ask(address, ct)), time.GetUtcNow());
            }

            return Among(keys?.Keys, id);
        }
        finally
        {
            asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => asking.Dispose();

    private static ProviderKey? Among(IReadOnlyList<ProviderKey>? keys, string? id) =>
        id is null ? (keys is [var only] ? only : null) : keys?.FirstOrDefault(key => key.Id == id);

    private ProviderDescription Read(JsonObject said)
    {
        var read = new ProviderDescription(Address(said, "issuer"), Address(said, "authorization_endpoint"), Address(said, "token_endpoint"), Address(said, "jwks_uri"));
        return read.Issuer.TrimEnd('/') == authority.TrimEnd('/')
            ? read
            : throw new ProviderUnavailableException("The provider's description names another issuer than the configured authority");
    }

    private static string Address(JsonObject said, string name) =>
        IdToken.Text(said, name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
            ? text
            : throw new ProviderUnavailableException($"The provider's description has no usable {name}");

    private async Task<JsonObject> Ask(string address, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(address, ct);
            answer.EnsureSuccessStatusCode();
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct)) as JsonObject ?? throw new ProviderUnavailableException($"{address} did not answer an object");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new ProviderUnavailableException($"{address} could not be read", e);
        }
    }
}
