using System.Net.Http.Headers;
using System.Text;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>
/// The way to a provider that does not lead through the browser. Outside of this machine it is https alone; redirects are not followed, since they would carry the
/// secret elsewhere; whoever answers late, too much or with an error is unavailable.
/// </summary>
internal sealed class ProviderBackchannel(ProviderSettings provider) : DelegatingHandler
{
    /// <summary>The name of the client with which Microsoft.Identity.Web looks for issuers.</summary>
    public const string ClientName = "provider-issuers";

    /// <summary>The largest answer, in bytes.</summary>
    public const int LargestAnswer = 1024 * 1024;

    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether an address may be gone to.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>What is below: connections that follow no redirect, keep no cookie, and notice after a while that a name points elsewhere.</summary>
    public static HttpMessageHandler Wire() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(15) };

    /// <summary>Sets the limits of time and size.</summary>
    public static void Limit(HttpClient client, TimeSpan patience)
    {
        (client.Timeout, client.MaxResponseContentBufferSize) = (patience, LargestAnswer);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.GetLeftPart(UriPartial.Path);
        if (!IsSafe(request.RequestUri))
        {
            throw new ProviderUnavailableException($"{address} is not https");
        }

        if (request.Method == HttpMethod.Post && provider.ClientAuthentication == ProviderSettings.Basic)
        {
            var pair = $"{Uri.EscapeDataString(provider.ClientId)}:{Uri.EscapeDataString(provider.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        answer.Dispose();
        throw new ProviderUnavailableException($"{address} answered {(int)answer.StatusCode}");
    }
}
