using System.Buffers.Text;
using System.Globalization;
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>
/// What the framework leaves open when it believes an id_token (OpenID Connect Core 1.0, 3.1.3.7), and what is taken from one: its subject, and, as far as they are
/// there and of a sensible size, its mail address, name, and how and when the person proved to be the one.
/// </summary>
internal static class ProviderToken
{
    /// <summary>The longest token, in bytes.</summary>
    public const int Longest = 16 * 1024;

    /// <summary>How far clocks may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>The signatures that are taken.</summary>
    public static readonly IReadOnlyList<string> Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private const int LongestSubject = 255;
    private const int LongestClaim = 254;

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <summary>Whether a token of this life holds now.</summary>
    public static bool IsValidAt(DateTimeOffset now, DateTime? from, DateTime? until) =>
        until is { } end && end > (now - ClockSkew).UtcDateTime && (from is not { } start || start <= (now + ClockSkew).UtcDateTime);

    /// <summary>Whether a key may sign: RSA of 2048 bits and more, or P-256; the framework also takes RSA of 1024 bits. A token without a signature has no key, and is refused below.</summary>
    public static bool IsStrong(SecurityKey? key, SecurityToken token) => key is null
        || (((Microsoft.IdentityModel.JsonWebTokens.JsonWebToken)token).Alg == SecurityAlgorithms.EcdsaSha256 ? key.KeySize == 256 : key.KeySize >= 2048);

    /// <summary>Whom a token names that the framework has validated.</summary>
    /// <exception cref="ProviderAnswerException">It does not hold, and why.</exception>
    public static ClaimsPrincipal Believe(JwtSecurityToken token, ProviderSettings provider, DateTimeOffset now)
    {
        // The framework takes what comes straight from the provider without a signature.
        Demand(token.RawSignature.Length > 0 && Algorithms.Contains(token.Header.Alg), "it is not signed");
        Demand(!token.Header.ContainsKey("crit"), "its header demands an extension that is not understood");
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(token.RawPayload), documentOptions: Once) as JsonObject ?? throw new ProviderAnswerException("it is no object");
        Demand(provider.IsIssuer(Text(claims, "iss")), "it is from another issuer");
        var party = Text(claims, "azp");
        Demand(party is null ? token.Audiences.Count() == 1 : party == provider.ClientId, "it was issued to another party");
        Demand(Instant(claims, "iat") is { } issued && issued <= now + ClockSkew, "it was issued in the future");
        Demand(Text(claims, "sub") is { Length: > 0 and <= LongestSubject }, "it names nobody");
        return new(new ClaimsIdentity(Taken(claims, provider), provider.Id));
    }

    private static IEnumerable<Claim> Taken(JsonObject claims, ProviderSettings provider)
    {
        yield return new("sub", Text(claims, "sub")!);
        if (Instant(claims, "auth_time") is { } proved)
        {
            yield return new("auth_time", proved.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        foreach (var name in (string[])["email", "name"])
        {
            if (Text(claims, name) is { Length: > 0 and <= LongestClaim } text)
            {
                yield return new(name, text);
            }
        }

        // Entra ID vouches for an address by xms_edov.
        if (IsTrue(claims, "email_verified") || IsTrue(claims, "xms_edov"))
        {
            yield return new("email_verified", "true");
        }

        if (provider.SecondFactor || (claims["amr"] is JsonArray methods && methods.Any(method => method is JsonValue value && value.TryGetValue<string>(out var text) && text == "mfa")))
        {
            yield return new("amr", "mfa");
        }
    }

    private static string? Text(JsonObject claims, string name) => claims[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static DateTimeOffset? Instant(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<double>(out var seconds) && seconds is > 0 and < 32_503_680_000 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    /// <summary>Whether a claim says yes: as true, and, as some providers write it, as "true" or 1.</summary>
    private static bool IsTrue(JsonObject claims, string name) => claims[name]?.ToJsonString() is "true" or "\"true\"" or "1" or "\"1\"";

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ProviderAnswerException(otherwise);
        }
    }
}
