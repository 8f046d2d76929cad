using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecurityTracker.Server.Access.Providers;

/// <summary>What an id_token must say to be believed (OpenID Connect Core 1.0, 3.1.3.7).</summary>
/// <param name="Issuer">The provider, exactly as its own description names it.</param>
/// <param name="ClientId">Whom the token must be meant for.</param>
/// <param name="Nonce">What was sent along with this very sign-in.</param>
/// <param name="Now">The present instant.</param>
public sealed record IdTokenExpectation(string Issuer, string ClientId, string Nonce, DateTimeOffset Now);

/// <summary>An id_token that is not to be believed. The message is for the log: it holds no personal data and no part of the token.</summary>
public sealed class IdTokenException(string message) : Exception(message);

/// <summary>Reads an id_token and believes nothing of it before its signature and its claims have been checked.</summary>
public static class IdToken
{
    /// <summary>How far clocks may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    private const int Longest = 16 * 1024;

    /// <summary>The claims of a token that holds.</summary>
    /// <param name="token">The compact form: three parts in base64url.</param>
    /// <param name="expected">What it must say.</param>
    /// <param name="keyOf">The provider's key of an id, asked anew when it is not known; null when there is none.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="IdTokenException">The token does not hold, and why.</exception>
    public static async Task<JsonObject> Read(string token, IdTokenExpectation expected, Func<string?, CancellationToken, Task<ProviderKey?>> keyOf, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(keyOf);
        var parts = token.Split('.');
        Demand(token.Length <= Longest && parts.Length == 3, "it is not a signed token in compact form");
        var header = Part(parts[0], "header");
        Demand(!header.ContainsKey("crit"), "its header demands an extension that is not understood");
        var algorithm = Text(header, "alg");
        Demand(algorithm is "RS256" or "PS256" or "ES256", "its algorithm is not one of RS256, PS256, ES256");
        var key = await keyOf(Text(header, "kid"), ct) ?? throw new IdTokenException("the provider has no key of that id");
        Demand(key.Fits(algorithm!), "its algorithm does not belong to the key");
        Demand(key.Verifies(algorithm!, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2], "signature")), "its signature is wrong");
        var claims = Part(parts[1], "body");
        Check(claims, expected);
        return claims;
    }

    private static void Check(JsonObject claims, IdTokenExpectation expected)
    {
        Demand(Text(claims, "iss") == expected.Issuer, "it is from another issuer");
        var audience = claims["aud"] switch
        {
            JsonValue value when value.TryGetValue<string>(out var one) => [one],
            JsonArray many => [.. many.OfType<JsonValue>().Select(v => v.TryGetValue<string>(out var text) ? text : "")],
            _ => Array.Empty<string>(),
        };
        Demand(audience.Contains(expected.ClientId, StringComparer.Ordinal), "it is meant for another client");
        var party = Text(claims, "azp");
        Demand(party is null ? audience.Length == 1 : party == expected.ClientId, "it was issued to another party");
        Demand(Instant(claims, "exp") is { } expires && expires > expected.Now - ClockSkew, "it has expired");
        Demand(Instant(claims, "iat") is { } issued && issued <= expected.Now + ClockSkew, "it was issued in the future");
        Demand(!claims.ContainsKey("nbf") || Instant(claims, "nbf") <= expected.Now + ClockSkew, "it is not valid yet");
        Demand(Same(Text(claims, "nonce"), expected.Nonce), "its nonce is not the one that was sent");
        Demand(Text(claims, "sub") is { Length: > 0 and <= 255 }, "it names nobody");
    }

    private static bool Same(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>A claim that is an instant, or null.</summary>
    internal static DateTimeOffset? Instant(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<double>(out var seconds) && seconds is > 0 and < 32_503_680_000
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    /// <summary>A claim that is a text, or null.</summary>
    internal static string? Text(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Whether a claim says yes: as true, and, as some providers write it, as "true" or 1. Entra ID vouches for an address by <c>xms_edov</c>.</summary>
    internal static bool IsTrue(JsonObject claims, string name) => claims[name]?.ToJsonString() is "true" or "\"true\"" or "1" or "\"1\"";

    private static JsonObject Part(string part, string name)
    {
        try
        {
            return JsonNode.Parse(Bytes(part, name)) as JsonObject ?? throw new IdTokenException($"its {name} is not an object");
        }
        catch (JsonException)
        {
            throw new IdTokenException($"its {name} is not JSON");
        }
    }

    private static byte[] Bytes(string part, string name)
    {
        try
        {
            return System.Buffers.Text.Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            throw new IdTokenException($"its {name} is not base64url");
        }
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new IdTokenException(otherwise);
        }
    }
}
