using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace SecurityTracker.Server.Access.Providers;

/// <summary>One provider, as configured.</summary>
public sealed class OidcOptions : OAuthOptions
{
    /// <summary>What is known of the provider.</summary>
    public ProviderKnowledge Knowledge { get; set; } = null!;

    /// <summary>Its settings.</summary>
    public ProviderSettings Settings { get; set; } = null!;
}

/// <summary>
/// OpenID Connect on the framework's own OAuth handler: code flow with PKCE and state as the handler does them, and on top the
/// provider's description, a nonce, and an id_token that must hold. Nothing but the id_token is believed; no access token is kept.
/// </summary>
public sealed class OidcHandler(IOptionsMonitor<OidcOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OidcOptions>(options, logger, encoder)
{
    /// <summary>A parameter of the challenge: whether the provider is to ask again, also of someone who is signed in there.</summary>
    public const string Again = "again";

    private const string Nonce = "nonce";
    private const int LongestClaim = 254;

    private ProviderDescription? described;

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        described = await Options.Knowledge.Description(Context.RequestAborted);
        properties.Items[Nonce] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var parameters = QueryHelpers.ParseQuery(new Uri(base.BuildChallengeUrl(properties, redirectUri)).Query).ToDictionary(p => p.Key, p => (string?)p.Value.ToString());
        parameters[Nonce] = properties.Items[Nonce];
        if (properties.GetParameter<bool>(Again))
        {
            parameters["prompt"] = "login";
            parameters["max_age"] = "0";
        }

        return QueryHelpers.AddQueryString(described!.AuthorizationEndpoint, parameters);
    }

    /// <inheritdoc/>
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var provider = await Options.Knowledge.Description(Context.RequestAborted);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
        };
        if (context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier))
        {
            form[OAuthConstants.CodeVerifierKey] = verifier!;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        Authenticate(request, form);
        request.Content = new FormUrlEncodedContent(form);
        try
        {
            using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
            var body = await answer.Content.ReadAsStringAsync(Context.RequestAborted);
            return answer.IsSuccessStatusCode
                ? OAuthTokenResponse.Success(JsonDocument.Parse(body))
                : OAuthTokenResponse.Failed(new ProviderUnavailableException($"The provider's token endpoint answered {(int)answer.StatusCode}"));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !Context.RequestAborted.IsCancellationRequested))
        {
            return OAuthTokenResponse.Failed(new ProviderUnavailableException("The provider's token endpoint could not be read", e));
        }
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(tokens);
        var token = tokens.Response!.RootElement.TryGetProperty("id_token", out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()!
            : throw new IdTokenException("the provider sent none");
        var provider = await Options.Knowledge.Description(Context.RequestAborted);
        var expected = new IdTokenExpectation(provider.Issuer, Options.ClientId, properties.Items[Nonce] ?? "", TimeProvider.GetUtcNow());
        var claims = await IdToken.Read(token, expected, Options.Knowledge.Key, Context.RequestAborted);
        identity.AddClaim(new Claim("iss", provider.Issuer));
        identity.AddClaim(new Claim("sub", IdToken.Text(claims, "sub")!));
        if (IdToken.Instant(claims, "auth_time") is { } proved)
        {
            identity.AddClaim(new Claim("auth_time", proved.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        }

        foreach (var name in (string[])["email", "name"])
        {
            if (IdToken.Text(claims, name) is { Length: > 0 and <= LongestClaim } text)
            {
                identity.AddClaim(new Claim(name, text));
            }
        }

        if (IdToken.IsTrue(claims, "email_verified") || IdToken.IsTrue(claims, "xms_edov"))
        {
            identity.AddClaim(new Claim("email_verified", "true"));
        }

        identity.AddClaims(Methods(claims).Select(method => new Claim("amr", method)));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private static IEnumerable<string> Methods(System.Text.Json.Nodes.JsonObject claims) =>
        claims["amr"] is System.Text.Json.Nodes.JsonArray methods
            ? methods.OfType<System.Text.Json.Nodes.JsonValue>().Select(m => m.TryGetValue<string>(out var text) ? text : "")
            : [];

    private void Authenticate(HttpRequestMessage request, Dictionary<string, string> form)
    {
        if (Options.Settings.ClientAuthentication == ProviderSettings.Basic)
        {
            var pair = $"{Uri.EscapeDataString(Options.ClientId)}:{Uri.EscapeDataString(Options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
            return;
        }

        form["client_id"] = Options.ClientId;
        form["client_secret"] = Options.ClientSecret;
    }
}
