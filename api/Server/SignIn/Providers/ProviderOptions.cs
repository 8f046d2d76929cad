using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>One configuration for the schemes of all providers, whichever package brings them: the code flow with PKCE, state and nonce, and nothing of a token kept.</summary>
internal sealed class ProviderOptions(
    ProviderSchemes schemes, ProviderArrival arrival, IConfiguration configuration, TimeProvider time, ILogger<ProviderDiscovery> log)
    : IConfigureNamedOptions<OpenIdConnectOptions>, IPostConfigureOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(name: null, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (schemes.Find(name) is not { } provider)
        {
            return;
        }

        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
        options.CallbackPath = $"{ProviderSchemes.Callback}{provider.Id}";
        // Signing out here does not sign out there, nor the other way round: the framework's paths for that would answer anybody.
        (options.RemoteSignOutPath, options.SignedOutCallbackPath) = (default, default);
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        // Else everybody who presses the button, signed in or not, makes the server ask the provider something.
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.Scope.Add("email");
        (options.SaveTokens, options.GetClaimsFromUserInfoEndpoint, options.MapInboundClaims, options.DisableTelemetry) = (false, false, false, true);
        options.BackchannelTimeout = ProviderBackchannel.Patience;
        KeepTo(options.CorrelationCookie, "correlation.");
        KeepTo(options.NonceCookie, "nonce.");
        options.TokenHandler.MaximumTokenSizeInBytes = ProviderToken.Longest;
        Restrict(options.TokenValidationParameters, provider);
        options.Events.OnAuthorizationCodeReceived = context => BeforeTheCodeIsSpent(context, provider);
        options.Events.OnTokenValidated = context => Believe(context, provider);
        options.Events.OnTicketReceived = arrival.Received;
        options.Events.OnRemoteFailure = arrival.Failed;
        options.Events.OnAccessDenied = arrival.Denied;
    }

    public void PostConfigure(string? name, OpenIdConnectOptions options)
    {
        if (schemes.Find(name) is { } provider)
        {
            options.Backchannel = new HttpClient(new ProviderBackchannel(provider) { InnerHandler = options.BackchannelHttpHandler ?? ProviderBackchannel.Wire() });
            ProviderBackchannel.Limit(options.Backchannel, options.BackchannelTimeout);
            options.ConfigurationManager = new ProviderDiscovery(provider, options.Backchannel, log);
        }
    }

    private void KeepTo(CookieBuilder cookie, string name)
    {
        (cookie.SameSite, cookie.Path, cookie.SecurePolicy) = (SameSiteMode.Lax, "/", CookieSecurePolicy.SameAsRequest);
        cookie.Name = PublicAddress.IsHttps(configuration) ? $"{Cookies.HostPrefix}{name}" : name;
    }

    private void Restrict(TokenValidationParameters tokens, ProviderSettings provider)
    {
        tokens.ValidAlgorithms = ProviderToken.Algorithms;
        tokens.ValidateIssuerSigningKey = true;
        tokens.IssuerSigningKeyValidator = (key, token, _) => ProviderToken.IsStrong(key, token);
        tokens.IgnoreTrailingSlashWhenValidatingAudience = false;
        tokens.LifetimeValidator = (from, until, _, _) => ProviderToken.IsValidAt(time.GetUtcNow(), from, until);
        // The issuer of one tenant is known beforehand; of any other provider its description says how exactly it is spelt.
        tokens.ValidIssuer = provider.Tenant is null ? null : provider.Authority;
    }

    /// <summary>A code that another provider gave is not shown to this one (RFC 9207). Where this one wants its secret in the header, the body has none.</summary>
    private static Task BeforeTheCodeIsSpent(AuthorizationCodeReceivedContext context, ProviderSettings provider)
    {
        if (context.ProtocolMessage.Iss is { } issuer && !provider.IsIssuer(issuer))
        {
            throw new ProviderAnswerException("another provider's answer came back");
        }

        if (provider.ClientAuthentication == ProviderSettings.Basic)
        {
            (context.TokenEndpointRequest!.ClientId, context.TokenEndpointRequest.ClientSecret) = (null, null);
        }

        return Task.CompletedTask;
    }

    private Task Believe(TokenValidatedContext context, ProviderSettings provider)
    {
        context.Principal = ProviderToken.Believe(context.SecurityToken, provider, time.GetUtcNow());
        return Task.CompletedTask;
    }
}
