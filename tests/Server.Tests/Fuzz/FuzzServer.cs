using System.Text;
using Microsoft.AspNetCore.Hosting;

namespace SecurityTracker.ServerTests.Fuzz;

/// <summary>The whole program on a socket of its own: what Kestrel does with an answer counts as well.</summary>
public class FuzzServer : TestServer
{
    /// <inheritdoc/>
    protected override bool UsesSockets => true;

    /// <summary>A client that sends what it is given as UTF-8 and follows nothing; who is signed in is said by the request's own cookie.</summary>
    public HttpClient CreateRawClient() => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    })
    {
        BaseAddress = Address,
        Timeout = Wait.Longest,
    };

    /// <inheritdoc/>
    protected override void Configure(IWebHostBuilder host)
    {
        ArgumentNullException.ThrowIfNull(host);
        // A provider of sign-ins that is not there: its routes are.
        host.UseSetting("SignIn:Providers:fuzz:Name", "例");
        host.UseSetting("SignIn:Providers:fuzz:Authority", "http://127.0.0.1:1/");
        host.UseSetting("SignIn:Providers:fuzz:ClientId", "fuzz");
        host.UseSetting("SignIn:Providers:fuzz:ClientSecret", "fuzz");
    }
}
